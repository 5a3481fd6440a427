import type { ListedRecipient } from '../../model/listing.ts';
import { type Outcome, mapOutcome } from '../../model/outcome.ts';
import type { Target } from '../../model/selection.ts';
import { type Plan } from '../../pipeline.ts';
import { insideAddress } from '../../merge/address-words.ts';

/** One recipient, written to or skipped, as it is listed. */
export function listRecipient(
  plan: Plan,
  target: Exclude<Target, { kind: 'not-addressed' }>,
): Outcome<ListedRecipient> {
  const addressing = target.kind === 'letter' ? target.selection : target.addressing;
  const { recipient, state, language } = addressing;
  const { letter } = plan.campaign;
  const { holder } = recipient;
  const demands = target.kind === 'letter' ? target.selection.demands : [];
  return mapOutcome(insideAddress(plan.campaign, plan.templates, addressing), (address) => ({
    id: recipient.id,
    letter: letter.id,
    roles: recipient.roles,
    state: state === undefined ? null : { code: state.code, name: state.names[language]?.short ?? state.code },
    office: recipient.office.title[language] ?? '',
    holder:
      holder === undefined ? null : [holder.honorific, holder.name].filter((part) => part !== undefined).join(' '),
    address,
    language,
    demands: demands.map(({ id, wording, numbers }) => ({ id, wording, numbers })),
    copies: recipient.copies.map((copy) => copy[language] ?? ''),
    file: target.kind === 'letter' ? `${letter.id}/${recipient.id}.${language}` : null,
    skip: target.kind === 'skipped' ? target.skip.reason : null,
    verified: recipient.verified ?? null,
    source: recipient.source,
  }));
}
