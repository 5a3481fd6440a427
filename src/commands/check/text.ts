import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { type Message, fromProfile, say } from '../../model/message.ts';
import { counted } from '../../report/counted.ts';
import type { CheckedLetter, Freshness } from './check.ts';
import type { Difference } from './first-difference.ts';

/** States that call for somebody to do something. */
type StaleState = Exclude<Freshness, 'fresh' | 'equivalent'>;

/** What is said of a file in such a state. The last line counts them in this order. */
interface StaleWording {
  readonly counted: string;
  readonly problem: string;
  readonly repair: (recipient: string) => string;
}

const AMISS: Readonly<Record<StaleState, StaleWording>> = {
  stale: {
    counted: 'stale',
    problem: 'not what would be written now',
    repair: (recipient) => `demarche generate ${recipient}`,
  },
  missing: {
    counted: 'missing',
    problem: 'this letter would be written, and is not there',
    repair: (recipient) => `demarche generate ${recipient}`,
  },
  edited: {
    counted: 'changed by hand',
    problem: 'changed by hand, or not one of ours',
    repair: (recipient) =>
      `bring the change into the campaign, or drop it: demarche generate ${recipient} --force writes the letter anew`,
  },
  orphaned: {
    counted: 'of nobody any more',
    problem: 'nobody gets this letter any more',
    repair: () => 'delete the file; demarche generate then takes it out of the manifest',
  },
  skipped: {
    counted: 'of a skipped recipient',
    problem: 'the profile now says that this letter is not sent',
    repair: () => 'delete the file; demarche generate then takes it out of the manifest',
  },
};

/** The last lines of a check: notes, then how many files are in which state. */
export function checkSummary(letters: readonly CheckedLetter[], failed: number, absent: readonly string[]): string {
  const states = letters.flatMap(({ files }) => files.map(({ state }) => state));
  const count = (wanted: string): number => states.filter((state) => state === wanted).length;
  const equivalent = count('equivalent');
  const amiss = Object.entries(AMISS).flatMap(([state, words]) =>
    count(state) === 0 ? [] : [`, ${count(state)} ${words.counted}`],
  );
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

/** What is amiss with a letter's files, each with the command that mends it. `folder`: the output folder by its name. */
export function checkFaults({ recipient, files }: CheckedLetter, folder: string): readonly Diagnostic[] {
  return files.flatMap(({ path, state, difference }) => {
    if (state === 'fresh' || state === 'equivalent') return [];
    const span = { file: `${folder}/${path}`, line: difference?.kind === 'line' ? difference.line : 1, column: 1 };
    const { problem, repair } = AMISS[state];
    return [fault(`output/${state}`, span, [problem, ...where(difference)], { hint: [repair(recipient)] })];
  });
}

/** Where a file differs. The words of a letter may come from a profile, so they are marked as such. */
function where(difference: Difference | undefined): Message {
  if (difference === undefined) return [];
  const wouldRead = fromProfile(difference.wouldRead);
  if (difference.kind === 'line') return say`; it reads ${fromProfile(difference.reads)}, and would read ${wouldRead}`;
  const { page, line } = difference;
  if (line === 0) return say`; page ${page} would be new`;
  if (difference.wouldRead === '') return say`; page ${page} differs from line ${line} on`;
  return say`; page ${page}, line ${line} would read ${wouldRead}`;
}
