/** The words of a pattern that stand next to an empty cell. `index`: the position of the cell in the pattern. */
export interface StrayWords {
  readonly words: string;
  readonly index: number;
}

/**
 * Joins the cells of a row with the texts of a pattern before, between and after them: `texts` has one more item than
 * `cells`. At least one cell has text.
 *
 * An empty cell takes the texts next to it away. Of those between two cells with text, one stays: the first, or a later
 * one if the first is only white space; none stays at the beginning and at the end. Brackets and quotation marks right
 * around an empty cell go with it; a text with a bracket whose other half is printed stays. If one of the texts has a
 * letter or a digit, it is returned instead, because whether it belongs to the empty cell cannot be known.
 */
export function joinCells(texts: readonly string[], cells: readonly string[]): string | StrayWords {
  let result = '';
  /** The index of the first text that is not printed yet. */
  let next = 0;
  for (const [index, cell] of [...cells, undefined].entries()) {
    if (cell === '') continue;
    const passed = texts.slice(next, index + 1);
    const isInside = next > 0 && cell !== undefined;
    // A single text has a cell with text, or the edge of the pattern, on both sides.
    const text = passed.length === 1 ? (passed[0] ?? '') : textBetween(passed, isInside);
    if (typeof text !== 'string') return { words: text.words, index: Math.min(next + text.index, cells.length - 1) };
    result += text + (cell ?? '');
    next = index + 1;
  }
  return result;
}

/** Returns what is printed of texts that have an empty cell between each two of them. */
function textBetween(texts: readonly string[], isInside: boolean): string | StrayWords {
  const rest = withoutPairs(texts);
  for (const [index, text] of rest.entries()) {
    const words = WORDS.exec(text)?.[0];
    // The empty cell is before the last text, and after each other.
    if (words !== undefined) return { words, index: Math.min(index, rest.length - 2) };
  }
  const withBracket = rest.filter((text) => BRACKET.test(text));
  if (withBracket.length > 0) return withBracket.join('');
  return isInside ? rest.reduce((first, second) => (first.trim() === '' && second !== '' ? second : first)) : '';
}

/** Matches from the first letter or digit of a text to the last. */
const WORDS = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u;

/** The brackets whose other half is searched for, each opening one before its closing one. */
const BRACKETS: readonly string[] = ['()', '[]', '{}', '（）'];
const BRACKET = /[()[\]{}（）]/u;

/** Pairs of signs that go with an empty cell between them. Which quotation marks open depends on the language. */
const PAIRS: ReadonlySet<string> = new Set([
  ...BRACKETS,
  '<>',
  '«»',
  '»«',
  '‹›',
  '›‹',
  '„“',
  '“”',
  '‘’',
  '‚‘',
  '""',
  "''",
]);

/** Leaves out brackets and quotation marks with no filled cell between the opening and the closing one. */
function withoutPairs(texts: readonly string[]): readonly string[] {
  const characters = texts.map((text) => Array.from(text));
  for (let index = 0; index + 1 < characters.length; index += 1) {
    const [before = [], after = []] = [characters[index], characters[index + 1]];
    if (!PAIRS.has((before.at(-1) ?? '') + (after[0] ?? ''))) continue;
    before.pop();
    after.shift();
  }
  const open: { readonly text: string[]; readonly at: number; readonly bracket: string }[] = [];
  for (const text of characters) {
    for (const [at, character] of text.entries()) {
      if (BRACKETS.some(([opening]) => opening === character)) open.push({ text, at, bracket: character });
      const last = open.at(-1);
      if (last === undefined || !BRACKETS.includes(last.bracket + character)) continue;
      open.pop();
      last.text[last.at] = '';
      text[at] = '';
    }
  }
  return characters.map((text) => text.join(''));
}
