import { originalHash, selectableTexts } from '../../clearance/clearance.ts';
import { type TextId, hashText, formatTextId } from '../../clearance/text-hash.ts';
import { loadCampaign } from '../../load/load-campaign.ts';
import type { Approval, Approvals } from '../../model/approval.ts';
import type { Campaign } from '../../model/campaign.ts';
import type { Job } from '../../model/job.ts';
import { type Outcome, andThen } from '../../model/outcome.ts';
import { validateCampaign } from '../../validate/validate-campaign.ts';
import type { World } from '../../world.ts';

/**
 * Returns the texts that the names select. A name is that of a text (`en/body/member`) or of a folder, which selects
 * all texts in it (`en/demands`, `en`).
 */
export function selectTexts(campaign: Campaign, names: readonly string[]): readonly TextId[] {
  return selectableTexts(campaign).filter((textId) =>
    names.some((name) => matchesTextName(formatTextId(textId), name)),
  );
}

/** Whether `name`, with or without `.md`, is the name of this text or of a folder that contains it. */
export function matchesTextName(textId: string, name: string): boolean {
  const baseName = name.replace(/(?:\.md|\/+)$/u, '');
  return textId === baseName || textId.startsWith(`${baseName}/`);
}

/**
 * Returns the campaign's approvals, extended by approvals of the current version of these texts. `approverFunction`:
 * the capacity in which the person approves them, such as `legal`. `approverName`: undefined if no name is to be
 * recorded.
 */
export function approve(
  campaign: Campaign,
  texts: readonly TextId[],
  approverFunction: string,
  approverName: string | undefined,
): Approvals {
  const approvals = new Map(campaign.approvals);
  for (const text of texts) {
    const name = formatTextId(text);
    const hash = hashText(campaign, text);
    if (hash === undefined) throw new Error(`there is no text ${name}`);
    const originalTextHash = originalHash(campaign, text);
    const approval: Approval = {
      as: approverFunction,
      text: hash,
      ...(originalTextHash === undefined ? {} : { original: originalTextHash }),
      ...(approverName === undefined ? {} : { by: approverName }),
      span: campaign.letter.span,
    };
    approvals.set(name, new Map([...(approvals.get(name) ?? []), [approverFunction, approval]]));
  }
  return approvals;
}

/** Formats the content of `approvals.yaml`: sorted, with a line for each approval, so that diffs show each change. */
export function formatApprovals(approvals: Approvals): string {
  const entries = [...approvals].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.flatMap(([textId, approvalsByFunction]) => [
    `${textId}:`,
    ...[...approvalsByFunction.values()].sort((a, b) => (a.as < b.as ? -1 : 1)).map(formatApproval),
  ]);
  return [
    '# Who has read which text: written by demarche approve. A text that changes has to be read again.',
    ...lines,
    '',
  ].join('\n');
}

function formatApproval({ as, text, original, by }: Approval): string {
  const fields = [
    `text: ${text}`,
    ...(original === undefined ? [] : [`original: ${original}`]),
    ...(by === undefined ? [] : [`by: ${JSON.stringify(by)}`]),
  ];
  return `  ${as.includes(':') ? `"${as}"` : as}: { ${fields.join(', ')} }`;
}

/** Loads and validates the campaign of a letter. Does not parse its templates: callers make no letter. */
export async function readCampaign(world: World, job: Job): Promise<Outcome<Campaign>> {
  return andThen(await loadCampaign(world, job.letter), (data) => validateCampaign(data, job));
}
