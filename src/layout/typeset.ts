import type { WordShaper } from '../fonts/fonts.ts';
import { conventionsOf } from '../languages/languages.ts';
import type { LetterSettings } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import type { Locales } from '../model/locale-data.ts';
import type { Letter } from '../model/letter.ts';
import { failure, success, type Outcome } from '../model/outcome.ts';
import type { PagedLetter } from '../model/page.ts';
import { plainText } from '../model/tree.ts';
import type { Values } from '../model/values.ts';
import { withAccent } from './accent.ts';
import { createStructure, setGalley } from './blocks/set-galley.ts';
import { topOfFirstPage } from './blocks/set-opening.ts';
import { dividedWordWarnings } from './divided-words.ts';
import { lineWarnings } from './line-warnings.ts';
import { missingGlyphFaults } from './missing-glyphs.ts';
import { pageWarnings } from './page-warnings.ts';
import { nestingFaults, tableFaults, tooTallFault } from './room-faults.ts';
import type { LinkTarget, SetNote } from './galley.ts';
import { createLayoutContext, type LayoutContext } from './layout-context.ts';
import { paginate } from './pages/paginate.ts';
import { placePages, type PlacedRowsOfPage } from './pages/place-pages.ts';
import { setFolio, setRunningHead, topOfText } from './pages/set-furniture.ts';
import { stackPage } from './pages/stack-page.ts';
import { loadHyphenation } from './paragraph/hyphenation.ts';
import { stylesheetFor } from './presets/presets.ts';
import { touchingLineWarnings } from './touching-lines.ts';
import { withNaskhLeading } from './naskh-leading.ts';

/** Typesets one letter: divides it into lines and pages. */
export type Typesetter = (letter: Letter) => Outcome<PagedLetter>;

/** Creates the typesetter of a language, with the settings of the campaign. Loads the hyphenation patterns. */
export async function createTypesetter(
  { page, letterhead }: Pick<LetterSettings, 'page' | 'letterhead'>,
  language: Language,
  locales: Locales,
  shaper: WordShaper,
  values: Values,
): Promise<Typesetter> {
  const conventions = conventionsOf(language, locales);
  const presetStylesheet = withAccent(stylesheetFor(page, conventions.paper), letterhead?.accent);
  // An Arabic typeface of the campaign is as large as it was drawn. Most are drawn to match Latin letters.
  const pageStylesheet = page.fonts?.arabic === undefined ? presetStylesheet : { ...presetStylesheet, naskhScale: 1 };
  const isRightToLeft = conventions.writingDirection === 'rtl';
  const stylesheet = isRightToLeft ? withNaskhLeading(pageStylesheet) : pageStylesheet;
  const finalStylesheet = { ...stylesheet, justified: page.justify ?? stylesheet.justified };
  const hyphenate = await loadHyphenation(conventions.hyphenation);
  const context = createLayoutContext({
    language,
    conventions,
    stylesheet: finalStylesheet,
    shaper,
    hyphenate,
    values,
  });
  return (letter) => typeset(letter, context);
}

/**
 * Typesets a letter: sets it as a galley (one column), divides the galley into pages and gives each row its position.
 * Returns a fault if content does not fit or has no glyphs: it is never left out or printed over other content. Pages
 * and lines that look wrong are warnings.
 */
export function typeset(letter: Letter, context: LayoutContext): Outcome<PagedLetter> {
  const { stylesheet } = context;
  const depthFaults = nestingFaults(letter, stylesheet);
  if (depthFaults.length > 0) return failure(...depthFaults);
  const galley = setGalley(letter, context);
  if (galley.faults.length > 0) return failure(...galley.faults);
  const runningHead = setRunningHead(letter, context);
  const topOfFirstPageText = topOfFirstPage(letter, stylesheet);
  const topOfPageText = (pageIndex: number): number =>
    pageIndex === 0 ? topOfFirstPageText : topOfText(runningHead, stylesheet);
  const { pages, notes, tooTallGroups } = paginate(galley, topOfPageText, stylesheet);

  const checkedRows = [
    ...galley.rows,
    ...notes.flatMap((note) => note.rows),
    ...runningHead.rows.map(({ row }) => row),
  ];
  const faults = [
    ...missingGlyphFaults(checkedRows, letter.span),
    ...tableFaults(galley.rows, letter.span),
    ...tooTallGroups.map((rows) => tooTallFault(rows, letter.span)),
  ];
  if (faults.length > 0) return failure(...faults);

  const rowsByPage = pages.map((page, index): PlacedRowsOfPage => {
    const text = stackPage(page, topOfPageText(index), stylesheet);
    if (index === 0) return { runningHead: [], text, folio: [] };
    return { runningHead: runningHead.rows, text, folio: [setFolio(index, pages.length, context)] };
  });
  const { language, title, author, day } = letter;
  const structure = createStructure(galley, notes);
  const placedParts = placePages(rowsByPage, { structure, notes }, createLinkDescriber(notes, context), context);
  const pagedLetter: PagedLetter = { language, title, author, day, sheet: stylesheet.sheet, ...placedParts };
  return success(pagedLetter, [
    ...pageWarnings(pages, topOfPageText, runningHead, stylesheet, letter),
    ...lineWarnings(pages, stylesheet, letter),
    ...dividedWordWarnings(pages, letter),
    ...touchingLineWarnings(pagedLetter.pages, context.shaper, letter),
  ]);
}

/**
 * Returns a function that describes the target of a link for screen readers: a URL by itself, a note by its text, and
 * the mark of a note by the words of the language.
 */
function createLinkDescriber(
  notes: readonly SetNote[],
  { conventions }: Pick<LayoutContext, 'conventions'>,
): (target: LinkTarget) => string {
  const noteTexts = new Map(notes.map(({ number, content }) => [number, `${number} ${plainText(content)}`]));
  return (target) => {
    if (target.kind === 'address') return target.url;
    if (target.kind === 'mark') return conventions.markDescription(target.number);
    return noteTexts.get(target.number) ?? String(target.number);
  };
}
