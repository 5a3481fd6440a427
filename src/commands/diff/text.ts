import { counted } from '../../report/counted.ts';
import { neutralise } from '../../report/neutralise.ts';
import type { Paint } from '../../report/paint.ts';
import type { DiffSpan, SentenceChange } from './diff-texts.ts';
import type { LetterDifference } from './diff.ts';

/** The maximum number of letters named in a list; the rest are counted. */
const MOST_NAMED = 6;

/** The maximum length of the Markdown, in UTF-16 units; GitHub refuses comments of more than 65,536 characters. */
const LONGEST_COMMENT = 60_000;

/** The differences for a terminal, with `[-removed-]` and `{+added+}` words as in `git diff --word-diff`. */
export function differencesText(differences: readonly LetterDifference[], paint: Paint): string {
  const groups = groupDifferences(differences).map(({ letters, changes }) =>
    [
      paint('strong', lettersText(letters)),
      ...changes.map((change) => `  ${change.map((span) => markedSpan(span, paint)).join(' ')}`),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
  return [...groups, ...newAndGoneLines(differences).map((line) => `${line}\n`)].join('\n');
}

/**
 * The differences as Markdown, for a comment on a pull request. Text of letters is in fenced code blocks, where it
 * cannot become a link, a heading or an @mention. Groups beyond `LONGEST_COMMENT` are counted, not shown.
 */
export function differencesMarkdown(differences: readonly LetterDifference[]): string {
  const changed = differences.filter(({ state }) => state === 'changed').length;
  const title = `**${changed === 0 ? 'No letter changes' : `${counted(changed, 'letter')} ${changed === 1 ? 'changes' : 'change'}`}**\n`;
  const groups = groupDifferences(differences).map(({ letters, changes }) => {
    const lines = changes.flatMap(fencedLines);
    const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestBacktickRun(line) + 1)));
    return `${lettersText(letters)}\n\n${[`${fence}diff`, ...lines, fence].join('\n')}\n`;
  });
  const parts = [title, ...groups, ...newAndGoneLines(differences).map((line) => `${line}\n`)];
  let [text, shown] = ['', 0];
  while (shown < parts.length && text.length + (parts[shown]?.length ?? 0) < LONGEST_COMMENT) {
    text += `${shown === 0 ? '' : '\n'}${parts[shown]}`;
    shown += 1;
  }
  return shown === parts.length ? text : `${text}\nand ${parts.length - shown} more; demarche diff shows all\n`;
}

/** The summary line: how many letters were compared, and how many of them differ. */
export function diffSummary(compared: number, different: number): string {
  const differ = different === 0 ? 'none differs' : `${different} ${different === 1 ? 'differs' : 'differ'}`;
  return `${counted(compared, 'letter')} compared: ${differ}\n`;
}

function lettersText(letters: readonly string[]): string {
  const named = letters.slice(0, MOST_NAMED).map(neutralise).join(', ');
  const more = letters.length - MOST_NAMED;
  return more > 0 ? `${letters.length} letters: ${named} and ${more} more` : named;
}

/** The lines about letters that are new or no longer written. */
function newAndGoneLines(differences: readonly LetterDifference[]): readonly string[] {
  const lettersIn = (state: LetterDifference['state']): readonly string[] =>
    differences.filter((difference) => difference.state === state).map(({ letter }) => letter);
  const [added, gone] = [lettersIn('new'), lettersIn('gone')];
  return [
    ...(added.length === 0 ? [] : [`new: ${lettersText(added)}`]),
    ...(gone.length === 0 ? [] : [`not written any more: ${lettersText(gone)}`]),
  ];
}

function markedSpan({ kind, text }: DiffSpan, paint: Paint): string {
  const safe = neutralise(text);
  if (kind === 'same') return safe;
  return kind === 'removed' ? paint('error', `[-${safe}-]`) : paint('added', `{+${safe}+}`);
}

/**
 * A change as lines of a `diff` code block: the old sentence after `-`, the new one after `+`. Differing words are
 * marked, unless the whole sentence differs.
 */
function fencedLines(change: SentenceChange): readonly string[] {
  const side = (kind: 'removed' | 'added', sign: string): readonly string[] => {
    const spans = change.filter((span) => span.kind === 'same' || span.kind === kind);
    const isWhole = change.every((span) => span.kind !== 'same');
    if (spans.length === 0) return [];
    const words = spans.map((span) =>
      isWhole || span.kind === 'same' ? neutralise(span.text) : markedSpan(span, (_, text) => text),
    );
    return [`${sign} ${words.join(' ')}`];
  };
  return [...side('removed', '-'), ...side('added', '+')];
}

/** The length of the longest sequence of backticks; a fence must be longer (CommonMark 4.5). */
function longestBacktickRun(line: string): number {
  return Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Changes that occur in exactly the same letters. */
interface DifferenceGroup {
  readonly letters: readonly string[];
  readonly changes: readonly SentenceChange[];
}

/**
 * Groups equal changes, such as those of a shared text, by the set of letters in which they occur; largest set first.
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
