import type { CommonOptions } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import type { Shell } from '../../cli/shell.ts';
import { type Diagnostic, diagnosticKey, isFault } from '../../model/diagnostic.ts';
import { formatCount } from '../../report/format-count.ts';
import { SCHEMA_VERSION, jsonText } from '../../report/json-document.ts';
import { printableLines } from '../../report/neutralise.ts';
import type { LetterResult } from '../../run/generate.ts';
import { openProgress } from './run-progress.ts';
import {
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
  const collector = createDiagnosticCollector();
  const skippedLines: string[] = [];
  let tally = EMPTY_TALLY;
  let isFirst = true;
  if (progress.isLive) await session.profiles.count();
  if (json) await shell.out(`{"schemaVersion":${SCHEMA_VERSION},"letters":[`);

  const add: Report['add'] = async (letter, result, share) => {
    tally = addToTally(tally, result);
    collector.add(result.kind === 'done' ? result.warnings : result.kind === 'failed' ? result.faults : []);
    if (result.kind === 'skipped' && !verbose && skippedLines.length < MAX_SKIPPED_LISTED) {
      skippedLines.push(skippedLine(result.recipient, result.skip, session.style));
    }
    if (json) await shell.out(`${isFirst ? '' : ','}\n${jsonText(resultRecord(letter, result, session.style))}`);
    else if (dryRun) await shell.out(plannedPaths(result, session.world.output.name));
    isFirst = false;
    if (verbose) await shell.err(printableLines([progressLine(result, session.style)]));
    else await progress.update(tally.letters, share);
  };

  const close = async (stoppedEarly: boolean): Promise<number> => {
    await progress.end();
    const diagnostics = collector.all();
    if (json) {
      const { planned: _planned, ...summary } = tally;
      const closingFields = {
        summary,
        stopped: stoppedEarly,
        diagnostics: await session.reportAsRecords(diagnostics),
        notShown: collector.notShown(),
      };
      await shell.out(`\n],${jsonText(closingFields, 2).slice(1)}\n`);
    } else await session.reportDiagnostics(diagnostics);
    const notShown = collector.notShown();
    if (notShown > 0)
      await shell.err(
        `${formatCount(notShown, 'more fault or warning', 'more faults and warnings')}; only the first are shown\n`,
      );
    if (quiet) return collector.faults();
    const unlistedCount = verbose ? 0 : tally.skipped - skippedLines.length;
    if (unlistedCount > 0) skippedLines.push(`${unlistedCount} more skipped; demarche list names them`);
    const summaryText = dryRun ? plannedSummary(tally) : summaryLine(tally);
    const lines = [...skippedLines, stoppedEarly ? `${summaryText}; stopped before the end` : summaryText];
    await shell.err(printableLines(lines));
    return collector.faults();
  };

  return { add, addDiagnostics: collector.add, tally: () => tally, close };
}

/** The maximum number of diagnostics kept. It bounds memory, for example if each of 100,000 recipients has a fault. */
const MAX_DIAGNOSTICS = 1000;

/**
 * Creates a collector that keeps up to `limit` different diagnostics; a fault of a shared text occurs in every letter
 * that uses the text, and is kept once. `faults` returns the number of all faults, `notShown` that of the diagnostics
 * beyond the limit. Beyond the limit, repeated diagnostics are counted each time.
 */
export function createDiagnosticCollector(limit: number = MAX_DIAGNOSTICS) {
  const keptByKey = new Map<string, Diagnostic>();
  let [faults, notShown] = [0, 0];
  return {
    add: (diagnostics: readonly Diagnostic[]): void => {
      for (const diagnostic of diagnostics) {
        const key = diagnosticKey(diagnostic);
        if (keptByKey.has(key)) continue;
        if (isFault(diagnostic)) faults += 1;
        if (keptByKey.size < limit) keptByKey.set(key, diagnostic);
        else notShown += 1;
      }
    },
    all: (): readonly Diagnostic[] => [...keptByKey.values()],
    faults: (): number => faults,
    notShown: (): number => notShown,
  };
}
