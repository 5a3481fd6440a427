import type { WordShaper } from '../fonts/fonts.ts';
import { conventionsOf } from '../languages/languages.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { wordsOf } from '../model/fragment-words.ts';
import type { Letter } from '../model/letter.ts';
import { fromProfile, say } from '../model/message.ts';
import { failure, success, type Outcome } from '../model/outcome.ts';
import type { PagedLetter } from '../model/page.ts';
import { plainText } from '../model/tree.ts';
import { openValues } from '../model/values.ts';
import { buildStructure } from './pages/build-structure.ts';
import { checkCharacters } from './pages/check-characters.ts';
import { checkNesting } from './blocks/check-nesting.ts';
import { checkWindow } from './blocks/check-window.ts';
import { findLooseLines } from './pages/find-loose-lines.ts';
import { findBookmarks, findDestinations } from './pages/find-places.ts';
import { undivided, type Hyphenate } from './paragraph/hyphenation.ts';
import type { Row } from './blocks/galley.ts';
import { paginate } from './pages/paginate.ts';
import { placePages, type LinkedPlaces, type Sheet } from './pages/place-pages.ts';
import { marginsOf } from './paragraph/place-pieces.ts';
import { setFolio, setRunningHead, topOfFirstPage, topOfText } from './pages/set-furniture.ts';
import { setGalley } from './blocks/set-galley.ts';
import { pageRoom, stackPage } from './pages/stack-page.ts';
import type { Stylesheet } from './stylesheet.ts';
import { openSettingMemory, type SettingMemory, type TypesettingContext } from './typesetting-context.ts';

/**
 * Sets a letter on pages: first all of it as one long galley, then cut into pages, then every piece in its place. What
 * cannot be set is a fault: nothing is left out, and nothing printed over something else.
 */
export function typeset(
  letter: Letter,
  stylesheet: Stylesheet,
  shaper: WordShaper,
  hyphenate: Hyphenate = undivided,
  memory: SettingMemory = openSettingMemory(openValues()),
): Outcome<PagedLetter> {
  const tooDeep = checkNesting(letter, stylesheet);
  if (tooDeep.length > 0) return failure(...tooDeep);
  const context = contextOf(letter, stylesheet, shaper, hyphenate, memory);
  const besideWindow = checkWindow(letter, context);
  if (besideWindow.length > 0) return failure(...besideWindow);
  const galley = setGalley(letter, context);
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
    return { head: runningHead, text, foot: [setFolio(letter, index, pages.length, context)] };
  });
  const leadingTo = { destinationOf: findDestinations(texts, galley.notes), wordsOf: wordsOfNotes(letter) };
  const placed = placePages(sheets, marginsOf(stylesheet, letter.language), leadingTo);
  const paged: PagedLetter = {
    language: letter.language,
    title: letter.title,
    author: letter.author,
    day: letter.day,
    sheet: stylesheet.sheet,
    pages: placed.pages,
    structure: buildStructure(galley.structure, placed.places),
    bookmarks: findBookmarks(texts),
  };
  return success(paged, findLooseLines(everyRow, stylesheet.loosest, letter.span));
}

function contextOf(
  letter: Letter,
  stylesheet: Stylesheet,
  shaper: WordShaper,
  hyphenate: Hyphenate,
  memory: SettingMemory,
): TypesettingContext {
  const { linkTo, writingDirection: direction } = conventionsOf(letter.language);
  return {
    stylesheet,
    shaper,
    language: letter.language,
    direction,
    hyphenate,
    naskhScale: stylesheet.naskhScale,
    linkTo,
    ...memory,
  };
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
