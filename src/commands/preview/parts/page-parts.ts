import { conventionsOf } from '../../../languages/languages.ts';
import { blockOriginKey, type BlockOrigin } from '../../../model/line-origin.ts';
import { linesOfPage } from '../../../model/page-lines.ts';
import type { Area, Line, Page, PagedLetter } from '../../../model/page.ts';
import type { Inline } from '../../../model/tree.ts';
import { placeOf, type ExplainedLetter } from './explained-letter.ts';
import { areaOfLine, enclose } from './line-area.ts';
import { describePagePart } from './part-description.ts';
import type { PreviewPart } from '../preview.ts';
import { createValueLocator, type LocateValues, type ValueOnLine } from './value-areas.ts';
import { spanOfValue } from './value-span.ts';

/**
 * Finds the parts of a letter's pages that can be clicked, in reading order: each paragraph, on each page that has some
 * of it, and after it the values in it.
 */
export function findPageParts({ pages }: PagedLetter, explained: ExplainedLetter): readonly PreviewPart[] {
  const { letter, plan } = explained;
  const { comma } = conventionsOf(letter.language, plan.campaign.locales);
  const locateValues = createValueLocator(comma.trimEnd());
  return pages.flatMap((page, index) =>
    blocksOfPage(page, locateValues).flatMap((block): readonly PreviewPart[] => [
      blockPart(block, index, explained),
      ...block.values.map(({ value, area }): PreviewPart => {
        const file = placeOf(spanOfValue(value.path, explained), explained);
        return {
          page: index,
          area,
          words: value.text,
          name: `value ${value.path}`,
          kind: 'value',
          file,
          wording: null,
          rule: null,
          evidence: [{ label: 'value', text: value.text, file }],
        };
      }),
    ]),
  );
}

/** What a page has of a block of the letter. */
interface BlockOnPage {
  readonly origin: BlockOrigin;
  /** The content of the paragraphs: of a row of a table, that of its cells. */
  readonly contents: Set<readonly Inline[]>;
  readonly values: ValueOnLine[];
  area: Area;
  words: string;
}

function blockPart(
  { origin, contents, area, words }: BlockOnPage,
  page: number,
  explained: ExplainedLetter,
): PreviewPart {
  return {
    page,
    area,
    words: words.trim(),
    kind: 'block',
    ...describePagePart(origin, [...contents].flat(), explained),
  };
}

/**
 * Returns the blocks of a page. The label beside a block, which has no origin, is part of its area. Lines of one origin
 * are one block as long as no other line is between them.
 */
function blocksOfPage(page: Page, locateValues: LocateValues): readonly BlockOnPage[] {
  const blocks: BlockOnPage[] = [];
  let label: { readonly area: Area; readonly words: string } | undefined;
  let openKey: string | undefined;
  for (const line of linesOfPage(page)) {
    const values = locateValues(line);
    const lineArea = areaOfLine(line);
    if (lineArea === undefined) continue;
    const words = wordsOnPage(line);
    if (line.origin === undefined) {
      label = { area: lineArea, words: words.trimEnd() };
      openKey = undefined;
      continue;
    }
    const { block: origin, content } = line.origin;
    const area = label === undefined ? lineArea : enclose(label.area, lineArea);
    const before = label === undefined ? '' : `${label.words} `;
    label = undefined;
    const key = blockOriginKey(origin);
    let block = blocks.at(-1);
    if (block === undefined || key !== openKey) {
      block = { origin, contents: new Set(), values: [], area, words: '' };
      blocks.push(block);
    } else block.area = enclose(block.area, area);
    // A line of a paragraph ends with the space at which it was broken, if there was one; a cell of a table does not.
    const space = block.words === '' || block.contents.has(content) ? '' : ' ';
    block.words += space + before + words;
    block.contents.add(content);
    block.values.push(...values);
    openKey = key;
  }
  for (const { origin, area } of page.pictures) if (origin !== undefined) insertPicture(blocks, origin, area);
  return blocks;
}

/** Returns the words of a line as they are extracted from a page: a word that was divided is whole. */
function wordsOnPage({ fragments }: Line): string {
  let words = '';
  for (const { glyphs } of fragments) for (const { text, extractedText = text } of glyphs) words += extractedText;
  return words.replace(/\u00ad$/u, '');
}

/** Adds a picture to the block that it belongs to, as an image to its signature, or else where it is on the page. */
function insertPicture(blocks: BlockOnPage[], origin: BlockOrigin, area: Area): void {
  const key = blockOriginKey(origin);
  const own = blocks.find((block) => blockOriginKey(block.origin) === key);
  if (own !== undefined) own.area = enclose(own.area, area);
  else {
    const below = blocks.findIndex((block) => block.area.y > area.y);
    blocks.splice(below === -1 ? blocks.length : below, 0, {
      origin,
      contents: new Set(),
      values: [],
      area,
      words: '',
    });
  }
}
