import { join } from 'node:path';
import { openOverview } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Shell } from '../../cli/shell.ts';
import { removeRepeats } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import { makeMergedLetter } from '../../pipeline.ts';
import { formatCount } from '../../report/format-count.ts';
import { printableLines } from '../../report/neutralise.ts';
import { saveArtifact } from '../../run/save-letter.ts';
import { clearanceCopy, collectReviewGroups } from './review.ts';

/**
 * `demarche review`: writes one clearance copy for each wording of the body and each language. Overwrites the files of
 * an earlier review.
 */
export async function run(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly to: Job['formats'] },
): Promise<number> {
  const output = options.output ?? join(options.directory ?? '.', 'review');
  const overview = await openOverview(shell, ids, { ...options, output }, options.to);
  const { session, filter, plans, diagnostics } = overview;
  const folder = session.world.output;
  const files: string[] = [];
  for (const plan of plans) {
    const reviewed = await collectReviewGroups(plan, session.profiles, filter);
    diagnostics.push(...reviewed.diagnostics);
    for (const group of reviewed.groups) {
      if (session.stop.aborted) break;
      const finished = await makeMergedLetter(plan, clearanceCopy(group));
      diagnostics.push(...finished.diagnostics);
      for (const artifact of finished.ok ? finished.value : []) {
        const path = `${plan.job.letter}/${artifact.name}`;
        const saved = await saveArtifact(folder, path, artifact);
        if (typeof saved === 'string') files.push(`${folder.name}/${path}`);
        else diagnostics.push(saved);
      }
    }
  }
  return session.printResult({
    fields: { files },
    text: () => printableLines(files),
    diagnostics: removeRepeats(diagnostics),
    summary: `${formatCount(files.length, 'file')} to be read\n`,
  });
}
