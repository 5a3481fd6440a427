import { insideAddress } from '../../merge/address-words.ts';
import { type Outcome, mapOutcome } from '../../model/outcome.ts';
import { holderName } from '../../model/recipient.ts';
import type { Target } from '../../model/selection.ts';
import type { Plan } from '../../pipeline.ts';
import { type CsvColumns, csvTable } from '../../report/csv.ts';
import { tableText } from '../../report/table.ts';

/** One recipient as `list` shows it. Texts are in the letter's language. */
export interface ListedRecipient {
  readonly id: string;
  readonly letter: string;
  readonly roles: readonly string[];
  /** ISO code, and the short name. */
  readonly state: { readonly code: string; readonly name: string } | null;
  readonly office: string;
  readonly holder: string | null;
  /** The whole inside address, envelope line first. */
  readonly address: readonly string[];
  readonly language: string;
  /** Demands in the order of the letter, each with its numbers in the published one. */
  readonly demands: readonly { readonly id: string; readonly wording: string; readonly numbers: readonly number[] }[];
  readonly copies: readonly string[];
  /** Where the letter is written, below the output folder, without the ending of its format; null: no letter. */
  readonly file: string | null;
  /** Why no letter is written; null: one is. */
  readonly skip: string | null;
  /** The day a person checked the profile; null: nobody has. */
  readonly verified: string | null;
  readonly source: string;
}

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
    holder: holder === undefined ? null : holderName(holder),
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

const HEADER = ['recipient', 'role', 'State', 'office', 'holder', 'language', 'demands', 'letter'];

/** The recipients as a table for people, with the inside address if it is asked for; sources are in the JSON. */
export function listingText(
  recipients: readonly ListedRecipient[],
  { address }: { readonly address: boolean },
): string {
  const rows = recipients.map((recipient) => [
    recipient.id,
    recipient.roles.join(', '),
    recipient.state?.code ?? '',
    recipient.office,
    recipient.holder ?? '',
    recipient.language,
    recipient.demands.map(({ numbers }) => numbers.join('+')).join(' '),
    recipient.file ?? `skipped: ${recipient.skip ?? ''}`,
    ...(address ? [recipient.address.join('; ')] : []),
  ]);
  return tableText(address ? [...HEADER, 'address'] : HEADER, rows);
}

const COLUMNS: CsvColumns<ListedRecipient> = {
  recipient: ({ id }) => id,
  letter: ({ letter }) => letter,
  roles: ({ roles }) => roles.join(' '),
  state: ({ state }) => state?.code,
  'state name': ({ state }) => state?.name,
  office: ({ office }) => office,
  holder: ({ holder }) => holder,
  address: ({ address }) => address.join('\n'),
  language: ({ language }) => language,
  demands: ({ demands }) =>
    demands.map(({ id, wording, numbers }) => `${numbers.join('+')} ${id}/${wording}`).join('\n'),
  copies: ({ copies }) => copies.join('\n'),
  file: ({ file }) => file,
  skip: ({ skip }) => skip,
  verified: ({ verified }) => verified,
  source: ({ source }) => source,
};

/** The recipients as a table for a spreadsheet: one a row, with all that is known of each; lists have a line an item. */
export function listingCsv(recipients: readonly ListedRecipient[]): string {
  return csvTable(COLUMNS, recipients);
}
