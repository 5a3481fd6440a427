import type { Fonts } from '../../fonts/fonts.ts';
import { conventionsOf } from '../../languages/languages.ts';
import { pageFileName, type LetterName } from '../../model/letter-file-name.ts';
import type { PagedLetter } from '../../model/page.ts';
import type { WriteLetter, WritingTools } from '../format.ts';
import { createPictureAddress } from '../picture-address.ts';
import { describeContents } from './content-descriptions.ts';
import { createGlyphDrawings } from './svg-glyphs.ts';
import { idPrefix } from './svg-ids.ts';
import { drawPage } from './svg-page.ts';

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
    return pages.map((page, index) =>
      drawPage({
        page,
        title: `${title} – ${pageOf(index + 1, pages.length)}`,
        language,
        direction: writingDirection,
        sheet,
        descriptionOf: (content) => describe(index, content),
        glyphs: openGlyphs(idPrefix(letter, index + 1)),
        pictureAddress,
        pageUrlOf: (target) => encodeURIComponent(pageFileName(letter, target + 1, 'svg')),
      }),
    );
  };
}
