import type { Fonts } from '../../fonts/fonts.ts';
import { conventionsOf } from '../../languages/languages.ts';
import { pageFileName, type LetterName } from '../../model/letter-file-name.ts';
import type { Destination, Page, PagedLetter } from '../../model/page.ts';
import type { WriteLetter, WritingTools } from '../format.ts';
import { createPictureAddress } from '../picture-address.ts';
import { describeContents } from './content-descriptions.ts';
import { createGlyphDrawings } from './svg-glyphs.ts';
import { idPrefix, placeId } from './svg-ids.ts';
import { drawPage, type LinkedPlace } from './svg-page.ts';

/** Opens the format `svg`: a file for each page of a letter. */
export async function openSvg(tools: WritingTools): Promise<WriteLetter> {
  const draw = createPageDrawer({ fonts: await tools.fonts(), locales: tools.locales, pictures: tools.pictures });
  const encoder = new TextEncoder();
  return ({ letter, pages }) => {
    if (pages === undefined) throw new Error('a letter was to be written as SVG before it was laid out');
    return draw(letter, pages).map((svg, index) => ({
      name: pageFileName(letter, index + 1, 'svg'),
      bytes: encoder.encode(svg),
      page: { number: index + 1, total: pages.pages.length },
    }));
  };
}

/**
 * Draws the pages of a typeset letter, each as an SVG document. The id and the language of the letter are part of the ids
 * in the documents and of the names of the files that links to other pages name. The same arguments always give the same
 * text.
 */
export type DrawPages = (letter: LetterName, pages: PagedLetter) => readonly string[];

/** What the drawing of pages needs. */
interface DrawingTools extends Pick<WritingTools, 'locales' | 'pictures'> {
  readonly fonts: Pick<Fonts, 'pathOf'>;
}

/** Opens the drawing of the pages of a run. Outlines of glyphs and pictures are cached for all its letters. */
export function createPageDrawer({ fonts, locales, pictures }: DrawingTools): DrawPages {
  const openGlyphs = createGlyphDrawings(fonts);
  const pictureAddress = createPictureAddress(pictures);
  return (letter, { title, language, sheet, pages, structure }) => {
    const { pageOf, writingDirection } = conventionsOf(language, locales);
    const describe = describeContents(structure);
    const prefixes = pages.map((_, index) => idPrefix(letter, index + 1));
    const places = linkedPlaces(pages, prefixes);
    const urlOf = (destination: Destination): string =>
      destination.kind === 'address'
        ? destination.url
        : `${encodeURIComponent(pageFileName(letter, destination.page + 1, 'svg'))}#${placeId(prefixes[destination.page] ?? '', destination.y)}`;
    return pages.map((page, index) =>
      drawPage({
        page,
        title: `${title} – ${pageOf(index + 1, pages.length)}`,
        language,
        direction: writingDirection,
        sheet,
        descriptionOf: (content) => describe(index, content),
        glyphs: openGlyphs(prefixes[index] ?? ''),
        pictureAddress,
        places: places[index] ?? [],
        urlOf,
      }),
    );
  };
}

/** Returns for each page the places on it to which links of the letter lead, each once, from the top. */
function linkedPlaces(pages: readonly Page[], prefixes: readonly string[]): readonly (readonly LinkedPlace[])[] {
  const idsByPage = prefixes.map(() => new Map<string, number>());
  for (const { destination } of pages.flatMap(({ links }) => links))
    if (destination.kind === 'place')
      idsByPage[destination.page]?.set(placeId(prefixes[destination.page] ?? '', destination.y), destination.y);
  return idsByPage.map((ids) => [...ids].map(([id, y]) => ({ id, y })).sort((a, b) => a.y - b.y));
}
