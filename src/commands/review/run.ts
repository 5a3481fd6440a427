import { join } from 'node:path';
import { openOverview } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Shell } from '../../cli/shell.ts';
import { withoutRepeats } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import { finishLetter } from '../../pipeline.ts';
import { counted } from '../../report/counted.ts';
import { saveArtifact } from '../../run/save-letter.ts';
import { clearanceCopy, reviewGroups } from './review.ts';

/** `demarche review`: writes the clearance copies, one for each body and language, over those of an earlier review. */
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
    const reviewed = await reviewGroups(plan, session.profiles, filter);
    diagnostics.push(...reviewed.diagnostics);
    for (const group of reviewed.groups) {
      if (session.stop.aborted) break;
      const made = await finishLetter(plan, clearanceCopy(group));
      diagnostics.push(...made.diagnostics);
      for (const artifact of made.ok ? made.value : []) {
        const path = `${plan.job.letter}/${artifact.name}`;
        const saved = await saveArtifact(folder, path, artifact);
        if (typeof saved === 'string') files.push(`${folder.name}/${path}`);
        else diagnostics.push(saved);
      }
    }
  }
  return session.answer({
    fields: { files },
    text: () => files.map((path) => `${path}\n`).join(''),
    diagnostics: withoutRepeats(diagnostics),
    summary: `${counted(files.length, 'file')} to be read\n`,
  });
}
