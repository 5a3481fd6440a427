import type { Conventions } from '../../languages/conventions.ts';
import { anyOf, literalPattern } from '../../model/literal-pattern.ts';

/**
 * Whether words that belong together are divided between two lines, given the text of both: a line may end there, but no
 * page.
 */
export type DividesGroup = (line: string, nextLine: string) => boolean;

/** The greatest part of a line that is searched, in UTF-16 units. Every group is shorter. */
const REACH = 200;

/**
 * Returns a function that finds the words that no page break divides: a month and its year, with what the language has
 * between them; the last two numbers of a list ("6 and 2"); and the numbers of demands with the name of the published
 * letter, in parentheses: "(open letter, demands 6 and 2)".
 */
export function createGroupFinder(conventions: Conventions): DividesGroup {
  const patterns = [...monthPatterns(conventions), ...numberPatterns(conventions)].map(
    (pattern) => new RegExp(pattern.replaceAll(' ', String.raw`\s`), 'gu'),
  );
  return (line, nextLine) => {
    const lineEnd = line.trimEnd().slice(-REACH);
    const text = `${lineEnd}\n${nextLine.slice(0, REACH)}`;
    return patterns.some((pattern) =>
      [...text.matchAll(pattern)].some(
        ({ index, 0: group }) => index < lineEnd.length && index + group.length > lineEnd.length + 1,
      ),
    );
  };
}

/** A text that no language has: it stands for a word whose place in a phrase is sought. */
const PLACE = '\uE000';
const [DAY, YEAR] = [31, 9999];

/** Returns the patterns of a month and its year, in the order and with the words of dates of the language. */
function monthPatterns({ date, months, dateConnectors }: Conventions): readonly string[] {
  const month = String.raw`(?<!\p{L})(?:${anyOf(months)})(?!\p{L})`;
  const [, middle = ''] = /(\uE000.*9999|9999.*\uE000)/u.exec(date(DAY, PLACE, YEAR)) ?? [];
  const day = String.raw`\d{1,2}(?:${anyOf(dateConnectors.ordinalSuffix === undefined ? [] : [dateConnectors.ordinalSuffix])})?`;
  const inDate = literalPattern(middle)
    .replace(PLACE, month)
    .replace(String(YEAR), String.raw`(?<!\d)\d{4}(?!\d)`)
    .replace(String(DAY), day);
  return [inDate, String.raw`${month} \d{4}(?!\d)`];
}

/** Returns the patterns of numbers of a list, and of the numbers of demands. */
function numberPatterns({ keptTogether, demandNumbers }: Conventions): readonly string[] {
  const conjunction = anyOf(keptTogether?.conjunctions ?? []);
  const lastNumbers = String.raw`(?<!\d)\d{1,3}\.? (?:${conjunction}) ?\d{1,3}(?!\d)`;
  const phrases = [[111], [111, 222], [111, 222, 333]].map((numbers) =>
    literalPattern(demandNumbers(PLACE, numbers))
      .replace(PLACE, '[^()]{1,80}')
      .replace(/111(.*)222(?=.*333)/u, (_, comma: string) => `111(?:${comma}222)*`)
      .replaceAll(/111|222|333/gu, String.raw`\d{1,3}`),
  );
  return [lastNumbers, String.raw`\((?:${phrases.join('|')})\)`];
}
