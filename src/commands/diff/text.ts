import { counted } from '../../report/counted.ts';
import { neutralise } from '../../report/neutralise.ts';
import type { Paint } from '../../report/paint.ts';
import type { DiffSpan, SentenceChange } from './diff-texts.ts';
import type { LetterDifference } from './diff.ts';

/** Letters that are named before the rest is counted. */
const NAMED = 6;

/** What a comment on a pull request may hold, in characters, with room to spare. */
const LONGEST_COMMENT = 60_000;

/** What changes in which letters, for a terminal: `[-removed-]` and `{+added+}`, as version control marks words. */
export function differencesText(differences: readonly LetterDifference[], paint: Paint): string {
  const groups = groupDifferences(differences).map(({ letters, changes }) =>
    [
      paint('strong', lettersText(letters)),
      ...changes.map((change) => `  ${change.map((piece) => markedSpan(piece, paint)).join(' ')}`),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
  return [...groups, ...cameAndWent(differences).map((line) => `${line}\n`)].join('\n');
}

/**
 * The same for a comment on a pull request. What letters say stands in fences, where nothing in it can become a link, a
 * heading or somebody's name to be called.
 */
export function differencesMarkdown(differences: readonly LetterDifference[]): string {
  const changed = differences.filter(({ state }) => state === 'changed').length;
  const title = `**${changed === 0 ? 'No letter changes' : `${counted(changed, 'letter')} ${changed === 1 ? 'changes' : 'change'}`}**\n`;
  const groups = groupDifferences(differences).map(({ letters, changes }) => {
    const lines = changes.flatMap(fencedLines);
    const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
    return `${lettersText(letters)}\n\n${[`${fence}diff`, ...lines, fence].join('\n')}\n`;
  });
  const parts = [title, ...groups, ...cameAndWent(differences).map((line) => `${line}\n`)];
  let [text, shown] = ['', 0];
  while (shown < parts.length && text.length + (parts[shown]?.length ?? 0) < LONGEST_COMMENT) {
    text += `${shown === 0 ? '' : '\n'}${parts[shown]}`;
    shown += 1;
  }
  return shown === parts.length ? text : `${text}\nand ${parts.length - shown} more; demarche diff shows all\n`;
}

/** The last line: how many letters were compared, and how many of them differ. */
export function diffSummary(compared: number, different: number): string {
  const differ = different === 0 ? 'none differs' : `${different} ${different === 1 ? 'differs' : 'differ'}`;
  return `${counted(compared, 'letter')} compared: ${differ}\n`;
}

function lettersText(letters: readonly string[]): string {
  const named = letters.slice(0, NAMED).map(neutralise).join(', ');
  const more = letters.length - NAMED;
  return more > 0 ? `${letters.length} letters: ${named} and ${more} more` : named;
}

function cameAndWent(differences: readonly LetterDifference[]): readonly string[] {
  const of = (state: LetterDifference['state']): readonly string[] =>
    differences.filter((difference) => difference.state === state).map(({ letter }) => letter);
  const [come, gone] = [of('new'), of('gone')];
  return [
    ...(come.length === 0 ? [] : [`new: ${lettersText(come)}`]),
    ...(gone.length === 0 ? [] : [`not written any more: ${lettersText(gone)}`]),
  ];
}

function markedSpan({ kind, text }: DiffSpan, paint: Paint): string {
  const safe = neutralise(text);
  if (kind === 'same') return safe;
  return kind === 'removed' ? paint('error', `[-${safe}-]`) : paint('added', `{+${safe}+}`);
}

/** Before and after on a line each, the words that differ marked. */
function fencedLines(change: SentenceChange): readonly string[] {
  const side = (kind: 'removed' | 'added', sign: string): readonly string[] => {
    const pieces = change.filter((piece) => piece.kind === 'same' || piece.kind === kind);
    const isWhole = change.every((piece) => piece.kind !== 'same');
    if (pieces.length === 0) return [];
    const words = pieces.map((piece) =>
      isWhole || piece.kind === 'same' ? neutralise(piece.text) : markedSpan(piece, (_, text) => text),
    );
    return [`${sign} ${words.join(' ')}`];
  };
  return [...side('removed', '-'), ...side('added', '+')];
}

function longestRun(line: string): number {
  return Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Changes that stand in the same letters. */
interface DifferenceGroup {
  readonly letters: readonly string[];
  readonly changes: readonly SentenceChange[];
}

/** One change of a shared text is one change, however many letters have it: by the letters that have it, most first. */
function groupDifferences(differences: readonly LetterDifference[]): readonly DifferenceGroup[] {
  const lettersOf = new Map<string, { change: SentenceChange; letters: string[] }>();
  for (const { letter, changes } of differences) {
    for (const change of changes) {
      const key = JSON.stringify(change);
      const known = lettersOf.get(key) ?? { change, letters: [] };
      lettersOf.set(key, known);
      if (known.letters.at(-1) !== letter) known.letters.push(letter);
    }
  }
  const groups = new Map<string, { letters: readonly string[]; changes: SentenceChange[] }>();
  for (const { change, letters } of lettersOf.values()) {
    const key = JSON.stringify(letters);
    const known = groups.get(key) ?? { letters, changes: [] };
    groups.set(key, known);
    known.changes.push(change);
  }
  return [...groups.values()].toSorted((a, b) => b.letters.length - a.letters.length);
}
