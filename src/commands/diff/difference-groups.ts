import type { LetterDifference, SentenceChange } from '../../model/difference.ts';

/** Changes that stand in the same letters. */
export interface DifferenceGroup {
  readonly letters: readonly string[];
  readonly changes: readonly SentenceChange[];
}

/** One change of a shared text is one change, however many letters have it: by the letters that have it, most first. */
export function groupDifferences(differences: readonly LetterDifference[]): readonly DifferenceGroup[] {
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
