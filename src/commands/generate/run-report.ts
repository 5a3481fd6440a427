import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Recipient, Skip } from '../../model/recipient.ts';
import { neutralise } from '../../report/neutralise.ts';
import { type Tally, counted, plannedLine, summaryLine } from '../../report/summary.ts';
import type { LetterResult } from '../../run/generate.ts';
import { gatherDiagnostics } from './gather-diagnostics.ts';
import { SCHEMA_VERSION } from '../../cli/answer.ts';
import type { CommonOptions } from '../../cli/options.ts';
import { openProgress } from './run-progress.ts';
import type { Session } from '../../cli/session.ts';
import type { Shell } from '../../cli/shell.ts';
import { type RunningTally, NOTHING_YET, tallied } from './tally.ts';

/** What a run says while it goes on and when it is over. Keeps numbers, not letters. */
export interface Report {
  /** `share`: how much of the whole is done, from 0 to 1, if that is known. */
  readonly add: (letter: string, result: LetterResult, share: number | undefined) => Promise<void>;
  /** Faults and warnings that are not of one letter. */
  readonly met: (diagnostics: readonly Diagnostic[]) => void;
  readonly tally: () => RunningTally;
  /** The last lines; how many faults there were. */
  readonly close: (stoppedEarly: boolean) => Promise<number>;
}

interface ReportOptions extends Pick<CommonOptions, 'json' | 'quiet' | 'verbose'> {
  readonly dryRun: boolean;
}

/** So many skipped recipients are named on the terminal. */
const MOST_SKIPPED_NAMED = 20;

/** Begins to report on a run: as one JSON document, as a list of paths (`--dry-run`), or in words. */
export async function openReport(shell: Shell, session: Session, options: ReportOptions): Promise<Report> {
  const { json, dryRun, quiet, verbose } = options;
  const progress = openProgress(shell, { quiet });
  const gathered = gatherDiagnostics();
  const skipped: string[] = [];
  let tally = NOTHING_YET;
  let isFirst = true;
  if (progress.isLive) await session.profiles.count();
  if (json) await shell.out(`{"schemaVersion":${SCHEMA_VERSION},"letters":[`);

  const add: Report['add'] = async (letter, result, share) => {
    tally = tallied(tally, result);
    gathered.add(result.kind === 'done' ? result.warnings : result.kind === 'failed' ? result.faults : []);
    if (result.kind === 'skipped' && !verbose && skipped.length < MOST_SKIPPED_NAMED) {
      skipped.push(skippedLine(result.recipient, result.skip, session));
    }
    if (json) await shell.out(`${isFirst ? '' : ','}\n${JSON.stringify(letterRecord(letter, result))}`);
    else if (dryRun) await shell.out(plannedPaths(session, result));
    isFirst = false;
    if (verbose) await shell.err(`${progressLine(result, session)}\n`);
    else await progress.at(tally.letters, share);
  };

  const close = async (stoppedEarly: boolean): Promise<number> => {
    await progress.end();
    const diagnostics = gathered.all();
    if (json) {
      const end = {
        summary: summaryOf(tally),
        diagnostics: await session.records(diagnostics),
        notShown: gathered.notShown(),
      };
      await shell.out(`\n],${JSON.stringify(end, null, 2).slice(1)}\n`);
    } else await session.reportDiagnostics(diagnostics);
    const more = gathered.notShown();
    if (more > 0)
      await shell.err(
        `${counted(more, 'more fault or warning', 'more faults and warnings')}; only the first are shown\n`,
      );
    if (quiet) return gathered.faults();
    const unnamed = verbose ? 0 : tally.skipped - skipped.length;
    if (unnamed > 0) skipped.push(`${unnamed} more skipped; demarche list names them`);
    const last = dryRun ? plannedLine(tally, tally.planned) : summaryLine(tally);
    const lines = [...skipped, stoppedEarly ? `${last}; stopped before the end` : last];
    await shell.err(lines.map((line) => `${line}\n`).join(''));
    return gathered.faults();
  };

  return { add, met: gathered.add, tally: () => tally, close };
}

function summaryOf({ letters, written, unchanged, skipped, failed }: RunningTally): Tally {
  return { letters, written, unchanged, skipped, failed };
}

/** What became of one recipient's letter, for those who want to watch. */
function progressLine(result: LetterResult, session: Session): string {
  switch (result.kind) {
    case 'done':
      return `${result.selection.recipient.id}: ${result.files.map(({ path, state }) => `${path} ${state}`).join(', ')}`;
    case 'skipped':
      return skippedLine(result.recipient, result.skip, session);
    case 'failed':
      return `${result.id !== undefined && session.style.showValues ? neutralise(result.id) : 'a profile'}: failed`;
  }
}

/** The reason is the profile's, so it is told where what profiles hold may be told. */
export function skippedLine({ id }: Recipient, { reason }: Skip, { style }: Session): string {
  return style.showValues ? `${id} skipped: ${neutralise(reason)}` : `${id} skipped`;
}

/** The files that a dry run would write, as the user knows them. */
function plannedPaths({ world }: Session, result: LetterResult): string {
  const files = result.kind === 'done' ? result.files : [];
  return files.map(({ path }) => `${world.output.name}/${neutralise(path)}\n`).join('');
}

/** One letter for programs. */
function letterRecord(letter: string, result: LetterResult): object {
  switch (result.kind) {
    case 'done': {
      const { recipient, language } = result.selection;
      return { letter, recipient: recipient.id, language, outcome: 'done', files: result.files };
    }
    case 'skipped':
      return { letter, recipient: result.recipient.id, outcome: 'skipped', reason: result.skip.reason };
    case 'failed':
      return { letter, recipient: result.id ?? null, outcome: 'failed', files: result.files };
  }
}
