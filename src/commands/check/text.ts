import { type Diagnostic, type DiagnosticCode, fault } from '../../model/diagnostic.ts';
import { type Message, fromProfile, say } from '../../model/message.ts';
import { counted } from '../../report/counted.ts';
import type { Difference } from './first-difference.ts';
import type { CheckedFile, CheckedLetter, Freshness } from './check.ts';

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

/** States that call for somebody to do something. */
type Amiss = Exclude<Freshness, 'fresh' | 'equivalent'>;

const CODES: Readonly<Record<Amiss, DiagnosticCode>> = {
  stale: 'output/stale',
  missing: 'output/missing',
  edited: 'output/edited',
  orphaned: 'output/orphaned',
  skipped: 'output/skipped',
};

/** What is amiss with a letter's files, each with the command that mends it. `folder`: the output folder by its name. */
export function checkFaults(letter: CheckedLetter, folder: string): readonly Diagnostic[] {
  return letter.files.flatMap((file) => {
    const { state, difference } = file;
    if (state === 'fresh' || state === 'equivalent') return [];
    const span = { file: `${folder}/${file.path}`, line: difference?.kind === 'line' ? difference.line : 1, column: 1 };
    return [fault(CODES[state], span, problem(file, state), { hint: repair(letter, state) })];
  });
}

function problem({ difference }: CheckedFile, state: Amiss): Message {
  switch (state) {
    case 'missing':
      return say`this letter would be written, and is not there`;
    case 'orphaned':
      return say`nobody gets this letter any more`;
    case 'skipped':
      return say`the profile now says that this letter is not sent`;
    case 'stale':
      return [...say`not what would be written now`, ...where(difference)];
    case 'edited':
      return [...say`changed by hand, or not one of ours`, ...where(difference)];
  }
}

/** What stands in a letter may be a profile's. */
function where(difference: Difference | undefined): Message {
  if (difference === undefined) return [];
  const wouldRead = fromProfile(difference.wouldRead);
  if (difference.kind === 'line') return say`; it reads ${fromProfile(difference.reads)}, and would read ${wouldRead}`;
  const { page, line } = difference;
  if (line === 0) return say`; page ${page} would be new`;
  if (difference.wouldRead === '') return say`; page ${page} differs from line ${line} on`;
  return say`; page ${page}, line ${line} would read ${wouldRead}`;
}

function repair({ recipient }: CheckedLetter, state: Amiss): Message {
  switch (state) {
    case 'missing':
    case 'stale':
      return [`demarche generate ${recipient}`];
    case 'edited':
      return [
        `bring the change into the campaign, or drop it: demarche generate ${recipient} --force writes the letter anew`,
      ];
    case 'orphaned':
    case 'skipped':
      return say`delete the file; demarche generate then takes it out of the manifest`;
  }
}
