import type { CommonOptions } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import type { Shell } from '../../cli/shell.ts';
import { type Diagnostic, diagnosticKey, isFault } from '../../model/diagnostic.ts';
import { counted } from '../../report/counted.ts';
import { SCHEMA_VERSION } from '../../report/json-document.ts';
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

/** Reports the results of a run as they arrive. Holds counts and a limited number of diagnostics, but no letters. */
interface Report {
  /** Reports one result. `share`: the finished part of the run, from 0 to 1; undefined: unknown. */
  readonly add: (letter: string, result: LetterResult, share: number | undefined) => Promise<void>;
  /** Adds faults and warnings that do not belong to a single letter. */
  readonly addDiagnostics: (diagnostics: readonly Diagnostic[]) => void;
  readonly tally: () => Tally;
  /** Prints the diagnostics and the summary. Resolves to the number of faults. */
  readonly close: (stoppedEarly: boolean) => Promise<number>;
}

/** The maximum number of skipped recipients that are listed one by one on the terminal. */
const MOST_SKIPPED_NAMED = 20;

/** Opens the report of a run: one JSON document, written as a stream; a list of paths (`--dry-run`); or messages. */
export async function openReport(
  shell: Shell,
  session: Session,
  options: CommonOptions & { readonly dryRun: boolean },
): Promise<Report> {
  const { json, dryRun, quiet, verbose } = options;
  const progress = openProgress(shell, { quiet });
  const gathered = gatherDiagnostics();
  const skipped: string[] = [];
  let tally = EMPTY_TALLY;
  let isFirst = true;
  if (progress.isLive) await session.profiles.count();
  if (json) await shell.out(`{"schemaVersion":${SCHEMA_VERSION},"letters":[`);

  const add: Report['add'] = async (letter, result, share) => {
    tally = addToTally(tally, result);
    gathered.add(result.kind === 'done' ? result.warnings : result.kind === 'failed' ? result.faults : []);
    if (result.kind === 'skipped' && !verbose && skipped.length < MOST_SKIPPED_NAMED) {
      skipped.push(skippedLine(result.recipient, result.skip, session.style));
    }
    if (json) await shell.out(`${isFirst ? '' : ','}\n${JSON.stringify(resultRecord(letter, result))}`);
    else if (dryRun) await shell.out(plannedPaths(result, session.world.output.name));
    isFirst = false;
    if (verbose) await shell.err(`${progressLine(result, session.style)}\n`);
    else await progress.update(tally.letters, share);
  };

  const close = async (stoppedEarly: boolean): Promise<number> => {
    await progress.end();
    const diagnostics = gathered.all();
    if (json) {
      const { planned: _planned, ...summary } = tally;
      const end = {
        summary,
        diagnostics: await session.toRecords(diagnostics),
        notShown: gathered.notShown(),
      };
      await shell.out(`\n],${JSON.stringify(end, null, 2).slice(1)}\n`);
    } else await session.reportDiagnostics(diagnostics);
    const notShown = gathered.notShown();
    if (notShown > 0)
      await shell.err(
        `${counted(notShown, 'more fault or warning', 'more faults and warnings')}; only the first are shown\n`,
      );
    if (quiet) return gathered.faults();
    const unnamed = verbose ? 0 : tally.skipped - skipped.length;
    if (unnamed > 0) skipped.push(`${unnamed} more skipped; demarche list names them`);
    const last = dryRun ? plannedSummary(tally) : summaryLine(tally);
    const lines = [...skipped, stoppedEarly ? `${last}; stopped before the end` : last];
    await shell.err(lines.map((line) => `${line}\n`).join(''));
    return gathered.faults();
  };

  return { add, addDiagnostics: gathered.add, tally: () => tally, close };
}

/** The maximum number of diagnostics kept, which bounds memory if each of 100,000 recipients has a fault. */
const MOST_DIAGNOSTICS = 1000;

/**
 * Collects up to `most` diagnostics of a run without duplicates, as a fault of a shared text occurs in every letter
 * that uses it. `faults` counts all faults, also beyond the limit; `notShown` counts the diagnostics beyond the limit.
 */
export function gatherDiagnostics(most: number = MOST_DIAGNOSTICS) {
  const kept = new Map<string, Diagnostic>();
  let [faults, notShown] = [0, 0];
  return {
    add: (diagnostics: readonly Diagnostic[]): void => {
      for (const diagnostic of diagnostics) {
        const key = diagnosticKey(diagnostic);
        if (kept.has(key)) continue;
        if (isFault(diagnostic)) faults += 1;
        if (kept.size < most) kept.set(key, diagnostic);
        else notShown += 1;
      }
    },
    all: (): readonly Diagnostic[] => [...kept.values()],
    faults: (): number => faults,
    notShown: (): number => notShown,
  };
}
