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
import { placePages, type Sheet } from './pages/place-pages.ts';
import { setFolio, setRunningHead, topOfText } from './pages/set-furniture.ts';
import { stackPage } from './pages/stack-page.ts';
import { openHyphenation } from './paragraph/hyphenation.ts';
import { stylesheetFor } from './presets.ts';
import { withNaskhLeading } from './stylesheet.ts';

/** Sets one letter. */
export type Typesetter = (letter: Letter) => Outcome<PagedLetter>;

/** Makes ready to set letters in a language on pages that look as a campaign wants them. */
export async function openTypesetter(
  { preset, justify, stylesheet: own }: PageSettings,
  language: Language,
  shaper: WordShaper,
  values: Values,
): Promise<Typesetter> {
  const ofPreset = stylesheetFor(preset, own);
  const isNaskh = conventionsOf(language).writingDirection === 'rtl';
  const stylesheet = isNaskh ? withNaskhLeading(ofPreset) : ofPreset;
  const settings = { ...stylesheet, justified: justify ?? stylesheet.justified };
  const hyphenate = await openHyphenation(language);
  const context = openLayoutContext({ language, stylesheet: settings, shaper, hyphenate, values });
  return (letter) => typeset(letter, context);
}

/**
 * Sets a letter on pages: first all of it as one long galley, then cut into pages, then every piece in its place. What
 * cannot be set is a fault: nothing is left out, and nothing printed over something else.
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

  const everyRow = [...galley.rows, ...galley.notes.flatMap((note) => note.rows), ...runningHead.map(({ row }) => row)];
  const faults = [
    ...missingGlyphFaults(everyRow, letter.span),
    ...tooTall.map((rows) => tooTallFault(rows, letter.span)),
  ];
  if (faults.length > 0) return failure(...faults);

  const sheets = pages.map((page, index): Sheet => {
    const text = stackPage(page, topOf(index), stylesheet);
    if (index === 0) return { head: [], text, foot: [] };
    return { head: runningHead, text, foot: [setFolio(index, pages.length, context)] };
  });
  const { language, title, author, day } = letter;
  const placed = placePages(sheets, galley, wordsOfNotes(letter), context);
  const paged: PagedLetter = { language, title, author, day, sheet: stylesheet.sheet, ...placed };
  return success(paged, looseLineWarnings(everyRow, stylesheet.loosest, letter.span));
}

/** What a mark says to those who do not see the note. */
function wordsOfNotes({ notes }: Letter): (target: LinkTarget) => string {
  const words = new Map(notes.map(({ number, content }) => [number, `${number} ${plainText(content)}`]));
  return (target) => (target.kind === 'address' ? target.url : (words.get(target.number) ?? String(target.number)));
}
