import { profilesUntilStopped } from '../../cli/choose-recipients.ts';
import { openOverview } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Shell } from '../../cli/shell.ts';
import { appendAll } from '../../model/append-all.ts';
import { isFault, removeRepeats } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import { makeMergedLetter } from '../../pipeline.ts';
import { formatCount } from '../../report/format-count.ts';
import { printableLines } from '../../report/neutralise.ts';
import { openCopyRecord } from '../../run/copy-record.ts';
import { clearanceCopy, collectReviewGroups } from './review.ts';

/**
 * `demarche review`: writes one clearance copy for each wording of the body and each language. Replaces the files of an
 * earlier review, and with `--force` any files.
 */
export async function run(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly to: Job['formats']; readonly force: boolean },
): Promise<number> {
  const overview = await openOverview(shell, ids, { ...options, defaultOutput: 'review' }, options.to);
  const { session, filter, plans, diagnostics } = overview;
  const folder = session.world.output;
  // Copies share their pictures.
  const files = new Set<string>();
  for (const plan of plans) {
    const reviewed = await collectReviewGroups(plan, profilesUntilStopped(session), filter);
    appendAll(diagnostics, reviewed.diagnostics);
    if (reviewed.groups.length === 0) continue;
    const record = await openCopyRecord(folder, plan.job.letter, 'review');
    appendAll(diagnostics, record.diagnostics);
    if (!record.ok) continue;
    try {
      for (const group of reviewed.groups) {
        if (session.stop.aborted) break;
        const finished = await makeMergedLetter(plan, clearanceCopy(group, plan.campaign.locales));
        // Warnings about the pages of the copy are left out: it is a working paper, and nothing in the campaign could
        // change them.
        appendAll(diagnostics, finished.diagnostics.filter(isFault));
        for (const artifact of finished.ok ? finished.value : []) {
          const saved = await record.value.save(artifact, options.force);
          if (typeof saved === 'string') files.add(`${folder.name}/${plan.job.letter}/${artifact.name}`);
          else diagnostics.push(saved);
        }
        if (finished.ok) diagnostics.push(...(await record.value.removeSurplusPages(finished.value, options.force)));
      }
    } finally {
      diagnostics.push(...(await record.value.close()));
    }
  }
  return session.printResult({
    fields: { files: [...files] },
    text: () => printableLines([...files]),
    diagnostics: removeRepeats(diagnostics),
    summary: `${formatCount(files.size, 'file')} to be read\n`,
  });
}
