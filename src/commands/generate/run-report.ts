import type { CommonOptions } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import type { Shell } from '../../cli/shell.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createDiagnosticCollector } from '../../report/diagnostic-collector.ts';
import { SCHEMA_VERSION, jsonText } from '../../report/json-document.ts';
import { printableLines } from '../../report/neutralise.ts';
import type { LetterResult } from '../../run/generate.ts';
import { sharedKindOf } from '../../run/shared-mark.ts';
import { openProgress } from './run-progress.ts';
import {
  earlierWarningsLines,
  EMPTY_TALLY,
  type Tally,
  resultRecord,
  plannedSummary,
  plannedPaths,
  progressLine,
  skippedLine,
  summaryLine,
  addToTally,
} from './text.ts';

/** Reports the results of a run as they arrive. Keeps counts and a limited number of diagnostics, but no letters. */
interface Report {
  /** Reports one result. `share`: the finished part of the run, from 0 to 1; undefined if it is not known. */
  readonly add: (letter: string, result: LetterResult, share: number | undefined) => Promise<void>;
  /** Adds faults and warnings that do not belong to a single letter. */
  readonly addDiagnostics: (diagnostics: readonly Diagnostic[]) => void;
  /** Returns the counts of the results so far. */
  readonly tally: () => Tally;
  /** Prints the diagnostics and the summary. Resolves to the number of faults. */
  readonly close: (stoppedEarly: boolean) => Promise<number>;
}

/** The maximum number of skipped recipients that the summary lists; the others are counted. */
const MAX_SKIPPED_LISTED = 20;

/** Opens the report of a run: a streamed JSON document (`--json`), a list of paths (`--dry-run`), or messages. */
export async function openReport(
  shell: Shell,
  session: Session,
  options: CommonOptions & { readonly dryRun: boolean },
): Promise<Report> {
  const { json, dryRun, quiet, verbose } = options;
  const progress = openProgress(shell, { quiet });
  const collector = createDiagnosticCollector(verbose ? Infinity : undefined);
  const countedFiles = new Set<string>();
  const skippedLines: string[] = [];
  let tally = EMPTY_TALLY;
  let isFirst = true;
  if (progress.isLive) await session.profiles.count();
  if (json) await shell.out(`{"schemaVersion":${SCHEMA_VERSION},"letters":[`);

  /** Returns a result with those shared files only that no letter before it has. */
  const withoutCountedPictures = (result: LetterResult): LetterResult => {
    if (result.kind === 'skipped') return result;
    const files = result.files.filter((file) => sharedKindOf(file) === undefined || !countedFiles.has(file.path));
    for (const file of files) if (sharedKindOf(file) !== undefined) countedFiles.add(file.path);
    return { ...result, files };
  };

  const add: Report['add'] = async (letter, result, share) => {
    const counted = withoutCountedPictures(result);
    tally = addToTally(tally, counted);
    collector.add(result.kind === 'done' ? result.warnings : result.kind === 'failed' ? result.faults : []);
    if (result.kind === 'skipped' && !verbose && skippedLines.length < MAX_SKIPPED_LISTED) {
      skippedLines.push(skippedLine(result.recipient, result.skip, session.style));
    }
    if (json) await shell.out(`${isFirst ? '' : ','}\n${jsonText(resultRecord(letter, result, session.style))}`);
    else if (dryRun) await shell.out(plannedPaths(counted, session.world.output.name));
    isFirst = false;
    if (verbose) await shell.err(printableLines([progressLine(result, session.style)]));
    else await progress.update(tally.letters, share);
  };

  const close = async (stoppedEarly: boolean): Promise<number> => {
    await progress.end();
    const diagnostics = collector.all();
    const notKept = collector.notKept();
    if (json) {
      const { planned: _planned, ...summary } = tally;
      const closingFields = {
        summary,
        stopped: stoppedEarly,
        diagnostics: await session.reportAsRecords(diagnostics),
        notShown: notKept.faults + notKept.warnings,
      };
      await shell.out(`\n],${jsonText(closingFields, 2).slice(1)}\n`);
    } else await session.reportDiagnostics(diagnostics);
    const notKeptText = collector.notKeptText();
    if (notKeptText !== '') await shell.err(notKeptText);
    const faults = collector.faults();
    if (quiet) return faults;
    const unlistedCount = verbose ? 0 : tally.skipped - skippedLines.length;
    if (unlistedCount > 0) skippedLines.push(`${unlistedCount} more skipped; demarche list names them`);
    const summaryText = dryRun ? plannedSummary(tally) : summaryLine(tally);
    const lines = [
      ...skippedLines,
      ...earlierWarningsLines(tally.earlierWarnings),
      stoppedEarly ? `${summaryText}; stopped before the end` : summaryText,
    ];
    await shell.err(printableLines(lines));
    return faults;
  };

  return { add, addDiagnostics: collector.add, tally: () => tally, close };
}
