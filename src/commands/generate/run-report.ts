import type { CommonOptions } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import type { Shell } from '../../cli/shell.ts';
import { type Diagnostic, identityOf, isFault } from '../../model/diagnostic.ts';
import { counted } from '../../report/counted.ts';
import { SCHEMA_VERSION } from '../../report/json-document.ts';
import type { LetterResult } from '../../run/generate.ts';
import { openProgress } from './run-progress.ts';
import {
  NOTHING_YET,
  type Tally,
  resultRecord,
  plannedLine,
  plannedPaths,
  progressLine,
  skippedLine,
  summaryLine,
  tallied,
} from './text.ts';

/** What a run says while it goes on and when it is over. Keeps numbers, not letters. */
interface Report {
  /** `share`: how much of the whole is done, from 0 to 1, if that is known. */
  readonly add: (letter: string, result: LetterResult, share: number | undefined) => Promise<void>;
  /** Faults and warnings that are not of one letter. */
  readonly met: (diagnostics: readonly Diagnostic[]) => void;
  readonly tally: () => Tally;
  /** The last lines; how many faults there were. */
  readonly close: (stoppedEarly: boolean) => Promise<number>;
}

/** So many skipped recipients are named on the terminal. */
const MOST_SKIPPED_NAMED = 20;

/** Begins to report on a run: as one JSON document, as a list of paths (`--dry-run`), or in words. */
export async function openReport(
  shell: Shell,
  session: Session,
  options: CommonOptions & { readonly dryRun: boolean },
): Promise<Report> {
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
      skipped.push(skippedLine(result.recipient, result.skip, session.style));
    }
    if (json) await shell.out(`${isFirst ? '' : ','}\n${JSON.stringify(resultRecord(letter, result))}`);
    else if (dryRun) await shell.out(plannedPaths(result, session.world.output.name));
    isFirst = false;
    if (verbose) await shell.err(`${progressLine(result, session.style)}\n`);
    else await progress.at(tally.letters, share);
  };

  const close = async (stoppedEarly: boolean): Promise<number> => {
    await progress.end();
    const diagnostics = gathered.all();
    if (json) {
      const { planned: _planned, ...summary } = tally;
      const end = {
        summary,
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
    const last = dryRun ? plannedLine(tally) : summaryLine(tally);
    const lines = [...skipped, stoppedEarly ? `${last}; stopped before the end` : last];
    await shell.err(lines.map((line) => `${line}\n`).join(''));
    return gathered.faults();
  };

  return { add, met: gathered.add, tally: () => tally, close };
}

/** The limit: with a mistake in each of a hundred thousand rows, memory must not grow with their number. */
const MOST = 1000;

/**
 * Gathers the diagnostics of a run, each once, up to a limit: a fault of a shared text is met in every letter that has
 * it. Faults are counted beyond the limit too; `notShown` counts what came after it was reached.
 */
export function gatherDiagnostics(most: number = MOST) {
  const kept = new Map<string, Diagnostic>();
  let [faults, notShown] = [0, 0];
  return {
    add: (diagnostics: readonly Diagnostic[]): void => {
      for (const diagnostic of diagnostics) {
        const key = identityOf(diagnostic);
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
