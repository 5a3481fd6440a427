import { formatCount } from '../../report/format-count.ts';
import { neutralise } from '../../report/neutralise.ts';
import type { Paint } from '../../report/paint.ts';
import type { DiffSpan, SentenceChange } from './diff-texts.ts';
import type { LetterDifference } from './diff.ts';

/** The maximum number of letters that a list names; the others are counted. */
const MAX_NAMED_LETTERS = 6;

/** The maximum length of the Markdown, in UTF-16 units. GitHub refuses comments of more than 65,536 characters. */
const MAX_MARKDOWN_LENGTH = 60_000;

/** Formats differences for a terminal, with `[-removed-]` and `{+added+}` words as in `git diff --word-diff`. */
export function differencesText(differences: readonly LetterDifference[], paint: Paint): string {
  const groups = groupDifferences(differences).map(({ letters, changes }) =>
    [
      paint('strong', letterList(letters)),
      ...changes.map((change) => `  ${change.map((span) => markedSpan(span, paint)).join(' ')}`),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
  return [...groups, ...otherLines(differences).map((line) => `${line}\n`)].join('\n');
}

/**
 * Formats differences as Markdown, for a comment on a pull request. Text of letters is in fenced code blocks, so that
 * it cannot become a link, a heading or an @mention. Parts beyond `MAX_MARKDOWN_LENGTH` are counted, not shown.
 */
export function differencesMarkdown(differences: readonly LetterDifference[]): string {
  const changedCount = differences.filter(({ state }) => state === 'changed').length;
  const title = `**${changedCount === 0 ? 'No letter changes' : `${formatCount(changedCount, 'letter')} ${changedCount === 1 ? 'changes' : 'change'}`}**\n`;
  const groups = groupDifferences(differences).map(({ letters, changes }) => {
    const lines = changes.flatMap(fencedLines);
    const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestBacktickRun(line) + 1)));
    return `${letterList(letters)}\n\n${[`${fence}diff`, ...lines, fence].join('\n')}\n`;
  });
  const parts = [title, ...groups, ...otherLines(differences).map((line) => `${line}\n`)];
  let [text, shownCount] = ['', 0];
  while (shownCount < parts.length && text.length + (parts[shownCount]?.length ?? 0) < MAX_MARKDOWN_LENGTH) {
    text += `${shownCount === 0 ? '' : '\n'}${parts[shownCount]}`;
    shownCount += 1;
  }
  return shownCount === parts.length
    ? text
    : `${text}\nand ${parts.length - shownCount} more; demarche diff shows all\n`;
}

/** Formats the summary line: how many letters were compared, and how many of them differ. */
export function diffSummary(comparedCount: number, differingCount: number): string {
  const verdict =
    differingCount === 0 ? 'none differs' : `${differingCount} ${differingCount === 1 ? 'differs' : 'differ'}`;
  return `${formatCount(comparedCount, 'letter')} compared: ${verdict}\n`;
}

function letterList(letters: readonly string[], noun = 'letters'): string {
  const namedLetters = letters.slice(0, MAX_NAMED_LETTERS).map(neutralise).join(', ');
  const unnamedCount = letters.length - MAX_NAMED_LETTERS;
  return unnamedCount > 0 ? `${letters.length} ${noun}: ${namedLetters} and ${unnamedCount} more` : namedLetters;
}

/** Formats the lines about letters that are new or no longer written, and about files with other bytes. */
function otherLines(differences: readonly LetterDifference[]): readonly string[] {
  const lettersIn = (state: LetterDifference['state']): readonly string[] =>
    differences.filter((difference) => difference.state === state).map(({ letter }) => letter);
  const otherFiles = differences.flatMap((difference) => difference.otherFiles);
  const [newLetters, goneLetters] = [lettersIn('new'), lettersIn('gone')];
  return [
    ...(newLetters.length === 0 ? [] : [`new: ${letterList(newLetters)}`]),
    ...(goneLetters.length === 0 ? [] : [`not written any more: ${letterList(goneLetters)}`]),
    ...(otherFiles.length === 0 ? [] : [`other bytes, but no other sentence: ${letterList(otherFiles, 'files')}`]),
  ];
}

function markedSpan({ kind, text }: DiffSpan, paint: Paint): string {
  const safeText = neutralise(text);
  if (kind === 'same') return safeText;
  return kind === 'removed' ? paint('error', `[-${safeText}-]`) : paint('added', `{+${safeText}+}`);
}

/**
 * Formats a change as lines of a `diff` code block: the old sentence after `-`, the new sentence after `+`. Words that
 * differ are marked, unless the whole sentence differs.
 */
function fencedLines(change: SentenceChange): readonly string[] {
  const sideLines = (kind: 'removed' | 'added', sign: string): readonly string[] => {
    const spans = change.filter((span) => span.kind === 'same' || span.kind === kind);
    const isWholeSentence = change.every((span) => span.kind !== 'same');
    if (spans.length === 0) return [];
    const words = spans.map((span) =>
      isWholeSentence || span.kind === 'same' ? neutralise(span.text) : markedSpan(span, (_, text) => text),
    );
    return [`${sign} ${words.join(' ')}`];
  };
  return [...sideLines('removed', '-'), ...sideLines('added', '+')];
}

/** Returns the length of the longest run of backticks in a line. A fence must be longer (CommonMark 4.5). */
function longestBacktickRun(line: string): number {
  return Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Changes that all occur in the same letters, with the names of these letters. */
interface DifferenceGroup {
  readonly letters: readonly string[];
  readonly changes: readonly SentenceChange[];
}

/**
 * Lists each change once, as a change of a shared text occurs in many letters, and groups the changes by the letters in
 * which they occur. The group with the most letters comes first.
 */
function groupDifferences(differences: readonly LetterDifference[]): readonly DifferenceGroup[] {
  const lettersByChange = new Map<string, { change: SentenceChange; letters: string[] }>();
  for (const { letter, changes } of differences) {
    for (const change of changes) {
      const key = JSON.stringify(change);
      const entry = lettersByChange.get(key) ?? { change, letters: [] };
      lettersByChange.set(key, entry);
      if (entry.letters.at(-1) !== letter) entry.letters.push(letter);
    }
  }
  const groups = new Map<string, { letters: readonly string[]; changes: SentenceChange[] }>();
  for (const { change, letters } of lettersByChange.values()) {
    const key = JSON.stringify(letters);
    const group = groups.get(key) ?? { letters, changes: [] };
    groups.set(key, group);
    group.changes.push(change);
  }
  return [...groups.values()].toSorted((a, b) => b.letters.length - a.letters.length);
}
