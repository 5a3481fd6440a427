import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { wordsOf } from '../model/fragment-words.ts';
import type { Letter } from '../model/letter.ts';
import { fromProfile, say } from '../model/message.ts';
import { failure, success, type Outcome } from '../model/outcome.ts';
import type { PagedLetter } from '../model/page.ts';
import { plainText } from '../model/tree.ts';
import { buildStructure } from './pages/build-structure.ts';
import { checkCharacters } from './check-characters.ts';
import { checkNesting } from './blocks/check-nesting.ts';
import { checkWindow } from './blocks/check-window.ts';
import { findLooseLines } from './find-loose-lines.ts';
import { findBookmarks, findDestinations } from './pages/find-places.ts';
import type { Row } from './galley.ts';
import { paginate } from './pages/paginate.ts';
import { placePages, type LinkedPlaces, type Sheet } from './pages/place-pages.ts';
import { setFolio, setRunningHead, topOfText } from './pages/set-furniture.ts';
import { topOfFirstPage } from './blocks/set-opening.ts';
import { setGalley } from './blocks/set-galley.ts';
import { pageRoom, stackPage } from './pages/stack-page.ts';
import type { LayoutContext } from './layout-context.ts';
import { marginsOf } from './margins.ts';

/**
 * Sets a letter on pages: first all of it as one long galley, then cut into pages, then every piece in its place. What
 * cannot be set is a fault: nothing is left out, and nothing printed over something else.
 */
export function typeset(letter: Letter, context: LayoutContext): Outcome<PagedLetter> {
  const { stylesheet } = context;
  const tooDeep = checkNesting(letter, stylesheet);
  if (tooDeep.length > 0) return failure(...tooDeep);
  const galley = setGalley(letter, context);
  const besideWindow = checkWindow(galley.excess, stylesheet, letter.span);
  if (besideWindow.length > 0) return failure(...besideWindow);
  const runningHead = setRunningHead(letter, context);
  const firstTop = topOfFirstPage(letter, stylesheet);
  const topOf = (page: number): number => (page === 0 ? firstTop : topOfText(runningHead, stylesheet));
  const { pages, tooTall } = paginate(galley.rows, galley.notes, pageRoom(topOf, stylesheet));

  const everyRow = [...galley.rows, ...galley.notes.flatMap((note) => note.rows), ...runningHead.map(({ row }) => row)];
  const faults = [...checkCharacters(everyRow, letter.span), ...tooTall.map((rows) => doesNotFit(rows, letter))];
  if (faults.length > 0) return failure(...faults);

  const texts = pages.map((page, index) => stackPage(page, topOf(index), stylesheet));
  const sheets = texts.map((text, index): Sheet => {
    if (index === 0) return { head: [], text, foot: [] };
    return { head: runningHead, text, foot: [setFolio(index, pages.length, context)] };
  });
  const leadingTo = { destinationOf: findDestinations(texts, galley.notes), wordsOf: wordsOfNotes(letter) };
  const placed = placePages(sheets, marginsOf(context), leadingTo);
  const { language, title, author, day } = letter;
  const paged: PagedLetter = {
    language,
    title,
    author,
    day,
    sheet: stylesheet.sheet,
    pages: placed.pages,
    structure: buildStructure(galley.structure, placed.places),
    bookmarks: findBookmarks(texts),
  };
  return success(paged, findLooseLines(everyRow, stylesheet.loosest, letter.span));
}

/** What a mark says to those who do not see the note. */
function wordsOfNotes({ notes }: Letter): LinkedPlaces['wordsOf'] {
  const words = new Map(notes.map(({ number, content }) => [number, `${number} ${plainText(content)}`]));
  return (target) => (target.kind === 'address' ? target.url : (words.get(target.number) ?? String(target.number)));
}

function doesNotFit(rows: readonly Row[], { span }: Letter): Diagnostic {
  const [first] = rows.flatMap(({ lines }) => lines);
  const start = wordsOf(first?.fragments ?? []);
  return fault(
    'page/does-not-fit',
    span,
    say`the part that begins with ${fromProfile(start.trim())} is too tall for a page and cannot be divided`,
    { hint: say`shorten it: addresses and signatures stay whole, so too many lines or signatories have no room` },
  );
}
