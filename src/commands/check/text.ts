import { DEFAULT_FORMATS } from '../../model/artifact.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { type Message, say, textEcho } from '../../model/message.ts';
import { formatCount } from '../../report/format-count.ts';
import { isUpToDate, type UpToDateState } from '../../run/compare-file.ts';
import type { CheckedFile, CheckedLetter, CheckedFileState } from './check.ts';
import type { ShownDifference } from './hide-values.ts';

/** The states of files that require an action of the user. */
type FaultState = Exclude<CheckedFileState, UpToDateState>;

/**
 * The texts for files in one state. `countLabel`: follows their number in the summary. `problem`: the message about a
 * file. `repair`: the hint for a file; it gets what
 * follows `demarche generate`.
 */
interface FaultMessages {
  readonly countLabel: string;
  readonly problem: string;
  readonly repair: (recipient: string) => string;
}

/** The texts for each state, in the order of the summary. */
const FAULT_MESSAGES: Readonly<Record<FaultState, FaultMessages>> = {
  stale: {
    countLabel: 'stale',
    problem: 'out of date',
    repair: (recipient) => `demarche generate ${recipient}`,
  },
  misrecorded: {
    countLabel: 'wrongly recorded as current',
    problem: 'the manifest says that this file is current, but demarche would write another',
    repair: (recipient) =>
      `find out who changed the file and the manifest; demarche generate ${recipient} --anew writes both again`,
  },
  missing: {
    countLabel: 'missing',
    problem: 'this letter is missing',
    repair: (recipient) => `demarche generate ${recipient}`,
  },
  edited: {
    countLabel: 'changed by hand',
    problem: 'changed by hand, or not written by demarche',
    repair: (recipient) =>
      `bring the change into the campaign, or drop it: demarche generate ${recipient} --force overwrites it`,
  },
  'in-the-way': {
    countLabel: 'not plain files',
    problem: 'something that is not a plain file, or that cannot be read, is here or on the way here',
    repair: () => 'move it away or change its permissions, and generate the letter again',
  },
  orphaned: {
    countLabel: 'no longer sent to any recipient',
    problem: 'no recipient gets this letter',
    repair: () => 'delete the file, or move it elsewhere; demarche generate then takes it out of the manifest',
  },
  skipped: {
    countLabel: 'of a skipped recipient',
    problem: 'the profile now says that this letter is not sent',
    repair: () => 'delete the file; demarche generate then takes it out of the manifest',
  },
  surplus: {
    countLabel: 'of pages that letters no longer have',
    problem: 'the letter has fewer pages, and this file shows none of them',
    repair: (recipient) => `demarche generate ${recipient} deletes the file if a run wrote it; delete any other file`,
  },
};

/**
 * Formats the summary of a check: notes, then the number of files in each state. `failedCount`: the number of letters
 * that could not be made.
 */
export function checkSummary(letters: readonly CheckedLetter[], failedCount: number): string {
  // Letters share their pictures, and each is counted once.
  const statesByPath = new Map(letters.flatMap(({ files }) => files.map(({ path, state }) => [path, state] as const)));
  const states = [...statesByPath.values()];
  const count = (name: CheckedFileState): number => states.filter((state) => state === name).length;
  const [equivalent, recorded] = [count('equivalent'), count('recorded')];
  const problems = Object.entries(FAULT_MESSAGES).flatMap(([state, messages]) => {
    const total = states.filter((each) => each === state).length;
    return total === 0 ? [] : [`, ${total} ${messages.countLabel}`];
  });
  const lines = [
    ...(equivalent === 0
      ? []
      : [`note: ${formatCount(equivalent, 'PDF')} with the same content, compressed by another version of zlib`]),
    ...(recorded === 0
      ? []
      : [
          `note: ${formatCount(recorded, 'file')} not there; the manifest records the same words and pages as would be written`,
        ]),
    `${formatCount(states.length, 'file')} of ${formatCount(letters.length, 'letter')}: ${states.filter(isUpToDate).length} fresh${problems.join('')}${failedCount === 0 ? '' : `; ${formatCount(failedCount, 'letter')} failed`}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * Returns a fault, with a hint how to fix it, for each file that needs action. `folder`: the displayed output folder.
 */
export function checkFaults({ recipient, files }: CheckedLetter, folder: string): readonly Diagnostic[] {
  return files.flatMap(({ path, format, state, difference }) => {
    if (isUpToDate(state)) return [];
    const span = { file: `${folder}/${path}`, line: difference?.kind === 'line' ? difference.line : 1, column: 1 };
    const { problem: usualProblem, repair } = FAULT_MESSAGES[state];
    const problem = state === 'missing' && format === 'picture' ? 'this picture is missing' : usualProblem;
    return [
      fault(`output/${state}`, span, [problem, ...differenceMessage(difference)], {
        hint: [repair(letterToGenerate(recipient, format))],
      }),
    ];
  });
}

/** Returns what follows `demarche generate`, so that it writes a file in this format. */
function letterToGenerate(recipient: string, format: CheckedFile['format']): string {
  return format === 'picture' || DEFAULT_FORMATS.includes(format) ? recipient : `${recipient} --to ${format}`;
}

/**
 * Returns the part of a message about where a file differs. Text of a letter may contain values of a profile, which are
 * hidden where logs are public.
 */
function differenceMessage(difference: ShownDifference | undefined): Message {
  if (difference === undefined) return [];
  if (difference.kind === 'unseen') return say`; its words and pages are recorded as the same, its other parts differ`;
  const { inPublic } = difference;
  const wouldRead = textEcho(difference.wouldRead, inPublic.wouldRead);
  if (difference.kind === 'line') {
    return say`; it reads ${textEcho(difference.reads, inPublic.reads)}, and would read ${wouldRead}`;
  }
  const { page, line } = difference;
  if (line === 0) return say`; page ${page} would be new`;
  if (difference.wouldRead === '') return say`; page ${page} differs from line ${line} on`;
  return say`; page ${page}, line ${line} would read ${wouldRead}`;
}
