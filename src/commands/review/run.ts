import { join } from 'node:path';
import { type Diagnostic, withoutRepeats } from '../../model/diagnostic.ts';
import { clearanceCopy } from './clearance-copy.ts';
import { reviewGroups } from './review.ts';
import type { Job } from '../../model/job.ts';
import { finishLetter } from '../../pipeline.ts';
import { counted } from '../../report/summary.ts';
import { saveArtifact } from '../../run/save-artifact.ts';
import { filterFrom, requireSomebody } from '../../cli/choose-recipients.ts';
import { openPlans } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';

interface ReviewOptions extends RecipientsOptions {
  readonly output?: string | undefined;
  readonly to: Job['formats'];
}

/** `demarche review`: the clearance copies, one for each body and language. What an earlier review wrote is replaced. */
export async function runReview(shell: Shell, ids: readonly string[], options: ReviewOptions): Promise<number> {
  const output = options.output ?? join(options.directory ?? '.', 'review');
  const session = await openSession(shell, { ...options, output });
  const filter = filterFrom(ids, options);
  const { plans, diagnostics: met } = await openPlans(session, options.to);
  if (plans.length === session.letters.length) await requireSomebody(plans, session, filter);
  const found: Diagnostic[] = [...met];
  const written: string[] = [];
  for (const plan of plans) {
    const { groups, diagnostics } = await reviewGroups(plan, session.profiles, filter);
    found.push(...diagnostics);
    for (const group of groups) {
      if (shell.stop.aborted) break;
      const made = await finishLetter(plan, clearanceCopy(group));
      found.push(...made.diagnostics);
      for (const artifact of made.ok ? made.value : []) {
        const path = `${plan.job.letter}/${artifact.name}`;
        const saved = await saveArtifact(session.world.output, path, artifact);
        if (typeof saved === 'string') written.push(`${session.world.output.name}/${path}`);
        else found.push(saved);
      }
    }
  }
  const diagnostics = withoutRepeats(found);
  if (options.json) {
    const records = await session.records(diagnostics);
    await shell.out(`${JSON.stringify({ schemaVersion: 1, files: written, diagnostics: records }, null, 2)}\n`);
  } else {
    await shell.out(written.map((path) => `${path}\n`).join(''));
    await session.reportDiagnostics(diagnostics);
  }
  if (!options.quiet) await shell.err(`${counted(written.length, 'file')} to be read\n`);
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.no : EXIT.done;
}
