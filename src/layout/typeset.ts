import type { WordShaper } from '../fonts/fonts.ts';
import { conventionsOf } from '../languages/languages.ts';
import type { PageSettings } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import type { Letter } from '../model/letter.ts';
import { failure, success, type Outcome } from '../model/outcome.ts';
import type { PagedLetter } from '../model/page.ts';
import { plainText } from '../model/tree.ts';
import type { Values } from '../model/values.ts';
import { setGalley } from './blocks/set-galley.ts';
import { topOfFirstPage } from './blocks/set-opening.ts';
import { missingGlyphFaults, looseLineWarnings } from './line-faults.ts';
import { nestingFaults, tooTallFault } from './room-faults.ts';
import type { LinkTarget } from './galley.ts';
import { openLayoutContext, type LayoutContext } from './layout-context.ts';
import { paginate } from './pages/paginate.ts';
import { placePages, type PlacedRowsOfPage } from './pages/place-pages.ts';
import { setFolio, setRunningHead, topOfText } from './pages/set-furniture.ts';
import { stackPage } from './pages/stack-page.ts';
import { openHyphenation } from './paragraph/hyphenation.ts';
import { stylesheetFor } from './presets.ts';
import { withNaskhLeading } from './stylesheet.ts';

/** Sets one letter on pages. */
export type Typesetter = (letter: Letter) => Outcome<PagedLetter>;

/** Opens the typesetter of a language, with the page settings of the campaign. */
export async function openTypesetter(
  { preset, justify, stylesheet: overrides }: PageSettings,
  language: Language,
  shaper: WordShaper,
  values: Values,
): Promise<Typesetter> {
  const presetStylesheet = stylesheetFor(preset, overrides);
  const isRightToLeft = conventionsOf(language).writingDirection === 'rtl';
  const stylesheet = isRightToLeft ? withNaskhLeading(presetStylesheet) : presetStylesheet;
  const finalStylesheet = { ...stylesheet, justified: justify ?? stylesheet.justified };
  const hyphenate = await openHyphenation(language);
  const context = openLayoutContext({ language, stylesheet: finalStylesheet, shaper, hyphenate, values });
  return (letter) => typeset(letter, context);
}

/**
 * Sets a letter: first as one galley, which is then divided into pages, whose rows are then placed. Content that does
 * not fit or has no glyphs is a fault: it is never left out or printed over other content. Loose lines are warnings.
 */
export function typeset(letter: Letter, context: LayoutContext): Outcome<PagedLetter> {
  const { stylesheet } = context;
  const tooDeep = nestingFaults(letter, stylesheet);
  if (tooDeep.length > 0) return failure(...tooDeep);
  const galley = setGalley(letter, context);
  if (galley.faults.length > 0) return failure(...galley.faults);
  const runningHead = setRunningHead(letter, context);
  const firstTop = topOfFirstPage(letter, stylesheet);
  const topOf = (page: number): number => (page === 0 ? firstTop : topOfText(runningHead, stylesheet));
  const { pages, tooTall } = paginate(galley.rows, galley.notes, topOf, stylesheet);

  const allRows = [...galley.rows, ...galley.notes.flatMap((note) => note.rows), ...runningHead.map(({ row }) => row)];
  const faults = [
    ...missingGlyphFaults(allRows, letter.span),
    ...tooTall.map((rows) => tooTallFault(rows, letter.span)),
  ];
  if (faults.length > 0) return failure(...faults);

  const sheets = pages.map((page, index): PlacedRowsOfPage => {
    const text = stackPage(page, topOf(index), stylesheet);
    if (index === 0) return { head: [], text, foot: [] };
    return { head: runningHead, text, foot: [setFolio(index, pages.length, context)] };
  });
  const { language, title, author, day } = letter;
  const placed = placePages(sheets, galley, linkDescriptions(letter), context);
  const paged: PagedLetter = { language, title, author, day, sheet: stylesheet.sheet, ...placed };
  return success(paged, looseLineWarnings(allRows, stylesheet.loosest, letter.span));
}

/** Returns the description of a link for screen readers: the text of a note for its mark, the URL otherwise. */
function linkDescriptions({ notes }: Letter): (target: LinkTarget) => string {
  const noteTexts = new Map(notes.map(({ number, content }) => [number, `${number} ${plainText(content)}`]));
  return (target) => (target.kind === 'address' ? target.url : (noteTexts.get(target.number) ?? String(target.number)));
}
