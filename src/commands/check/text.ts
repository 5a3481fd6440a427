import { counted } from '../../report/counted.ts';
import type { CheckedLetter, Freshness } from './freshness.ts';

/** The states that are counted one by one, in the order of the last line. */
const WORDS: readonly (readonly [Freshness, string])[] = [
  ['stale', 'stale'],
  ['missing', 'missing'],
  ['edited', 'changed by hand'],
  ['orphaned', 'of nobody any more'],
  ['skipped', 'of a skipped recipient'],
];

/** The last lines of a check: notes, then how many files are in which state. */
export function checkSummary(letters: readonly CheckedLetter[], failed: number, absent: readonly string[]): string {
  const states = letters.flatMap(({ files }) => files.map(({ state }) => state));
  const count = (wanted: Freshness): number => states.filter((state) => state === wanted).length;
  const equivalent = count('equivalent');
  const amiss = WORDS.flatMap(([state, words]) => (count(state) === 0 ? [] : [`, ${count(state)} ${words}`]));
  const lines = [
    ...(equivalent === 0
      ? []
      : [
          `note: ${counted(equivalent, 'file')} with other bytes, the same words and the same pages: the work of another version of Node or demarche`,
        ]),
    ...absent.map((format) => `note: no ${format} file is there; the manifest was asked instead`),
    `${counted(states.length, 'file')} of ${counted(letters.length, 'letter')}: ${count('fresh') + equivalent} fresh${amiss.join('')}${failed === 0 ? '' : `; ${counted(failed, 'letter')} failed`}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The last line of a check that hashes alone could answer. */
export function allFresh(letters: number, files: number): string {
  return `${counted(files, 'file')} of ${counted(letters, 'letter')}: ${files} fresh\n`;
}
