import { originalHash, selectableTexts } from '../../clearance/clearance.ts';
import { type TextId, hashText, textIdString } from '../../clearance/text-hash.ts';
import { loadCampaign } from '../../load/load-campaign.ts';
import type { Approval, Approvals } from '../../model/approval.ts';
import type { Campaign } from '../../model/campaign.ts';
import type { Job } from '../../model/job.ts';
import { type Outcome, andThen } from '../../model/outcome.ts';
import { validateCampaign } from '../../validate/validate-campaign.ts';
import type { World } from '../../world.ts';

/**
 * The texts of a campaign that the names select: a text (`en/body/member`), or all in a folder (`en/demands`, `en`).
 */
export function selectTexts(campaign: Campaign, names: readonly string[]): readonly TextId[] {
  return selectableTexts(campaign).filter((text) => names.some((name) => matchesTextName(textIdString(text), name)));
}

/** Whether `text` is the text called `name`, with or without `.md`, or is in the folder called `name`. */
export function matchesTextName(text: string, name: string): boolean {
  const folder = name.replace(/(?:\.md|\/+)$/u, '');
  return text === folder || text.startsWith(`${folder}/`);
}

/**
 * Returns the campaign's approvals, extended by approvals of the current version of these texts. `as`: the function in
 * which they are approved; `by`: the person's name, if it is to be recorded.
 */
export function approve(campaign: Campaign, texts: readonly TextId[], as: string, by: string | undefined): Approvals {
  const approvals = new Map(campaign.approvals);
  for (const text of texts) {
    const name = textIdString(text);
    const hash = hashText(campaign, text);
    if (hash === undefined) throw new Error(`there is no text ${name}`);
    const original = originalHash(campaign, text);
    const approval: Approval = {
      as,
      text: hash,
      ...(original === undefined ? {} : { original }),
      ...(by === undefined ? {} : { by }),
      span: campaign.letter.span,
    };
    approvals.set(name, new Map([...(approvals.get(name) ?? []), [as, approval]]));
  }
  return approvals;
}

/** The content of `approvals.yaml`: sorted, one line for each approval, so that version control shows each change. */
export function approvalsFile(approvals: Approvals): string {
  const texts = [...approvals].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = texts.flatMap(([text, functions]) => [
    `${text}:`,
    ...[...functions.values()].sort((a, b) => (a.as < b.as ? -1 : 1)).map(approvalLine),
  ]);
  return [
    '# Who has read which text: written by demarche approve. A text that changes has to be read again.',
    ...lines,
    '',
  ].join('\n');
}

function approvalLine({ as, text, original, by }: Approval): string {
  const fields = [
    `text: ${text}`,
    ...(original === undefined ? [] : [`original: ${original}`]),
    ...(by === undefined ? [] : [`by: ${JSON.stringify(by)}`]),
  ];
  return `  ${as.includes(':') ? `"${as}"` : as}: { ${fields.join(', ')} }`;
}

/** Loads and validates a letter's campaign without parsing its templates, for commands that make no letter. */
export async function readCampaign(world: World, job: Job): Promise<Outcome<Campaign>> {
  return andThen(await loadCampaign(world, job.letter), (data) => validateCampaign(data, job));
}
