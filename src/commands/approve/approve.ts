import { originalHash, usedTexts } from '../../clearance/clearance.ts';
import { type TextName, hashText, nameOfText } from '../../clearance/text-hash.ts';
import { loadCampaign } from '../../load/load-campaign.ts';
import type { Approval, Approvals } from '../../model/approval.ts';
import type { Campaign } from '../../model/campaign.ts';
import type { Job } from '../../model/job.ts';
import { type Outcome, andThen } from '../../model/outcome.ts';
import { validateCampaign } from '../../validate/validate-campaign.ts';
import type { World } from '../../world.ts';

/** Texts that are meant by a name: a text (`en/body/member`), or all below a folder (`en/demands`, `en`). */
export function textsNamed(campaign: Campaign, names: readonly string[]): readonly TextName[] {
  return usedTexts(campaign).filter((text) => names.some((name) => isNamedBy(nameOfText(text), name)));
}

/** Is the text of this name, or below it? */
export function isNamedBy(text: string, name: string): boolean {
  const folder = name.replace(/(?:\.md|\/+)$/u, '');
  return text === folder || text.startsWith(`${folder}/`);
}

/** The approvals as they are once somebody has, in this function, read these texts as they stand. */
export function approve(campaign: Campaign, texts: readonly TextName[], as: string, by: string | undefined): Approvals {
  const approvals = new Map(campaign.approvals);
  for (const text of texts) {
    const name = nameOfText(text);
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

/** `approvals.yaml`: sorted, a line for each approval, so that version control shows who approved what. */
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

/** The campaign of a letter, validated; its templates are not parsed. For commands about approvals, which make no letter. */
export async function readCampaign(world: World, job: Job): Promise<Outcome<Campaign>> {
  return andThen(await loadCampaign(world, job.letter), (data) => validateCampaign(data, job));
}
