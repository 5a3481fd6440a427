import { renderInsideAddress } from '../../merge/address-words.ts';
import { type Outcome, mapOutcome } from '../../model/outcome.ts';
import { holderName } from '../../model/recipient.ts';
import type { Target } from '../../model/selection.ts';
import type { Plan } from '../../pipeline.ts';
import { type CsvColumns, csvTable } from '../../report/csv.ts';
import { tableText } from '../../report/table.ts';

/** A recipient as `list` prints it. Office, State and copies are in the language of its letter. */
export interface ListedRecipient {
  readonly id: string;
  readonly letter: string;
  readonly roles: readonly string[];
  /** The ISO 3166-1 alpha-2 code and the short name of the State; null if the recipient belongs to none. */
  readonly state: { readonly code: string; readonly name: string } | null;
  readonly office: string;
  readonly holder: string | null;
  /** The lines of the inside address, envelope line first. */
  readonly address: readonly string[];
  readonly language: string;
  /** The demands (what the letter asks for) in its order, each with its numbers in the published letter. */
  readonly demands: readonly { readonly id: string; readonly wording: string; readonly numbers: readonly number[] }[];
  readonly copies: readonly string[];
  /** The path in the output folder, without the extension of a format; null if no letter is written. */
  readonly file: string | null;
  /** The reason why the recipient is skipped; null if a letter is written. */
  readonly skip: string | null;
  /** The day on which a person checked the profile; null if it is not checked. */
  readonly verified: string | null;
  /** The source of the profile's data, as the profile states it. */
  readonly source: string;
}

/** Describes one recipient, which gets a letter or is skipped. Returns the faults of its inside address, if any. */
export function listRecipient(
  plan: Plan,
  target: Exclude<Target, { kind: 'not-addressed' }>,
): Outcome<ListedRecipient> {
  const addressing = target.kind === 'letter' ? target.selection : target.addressing;
  const { recipient, state, language } = addressing;
  const { letter } = plan.campaign;
  const { holder } = recipient;
  const demands = target.kind === 'letter' ? target.selection.demands : [];
  return mapOutcome(renderInsideAddress(plan.campaign, plan.templates, addressing), (address) => ({
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

/** The headings of the table for a terminal. */
const HEADER = ['recipient', 'role', 'State', 'office', 'holder', 'language', 'demands', 'letter'];

/** Formats recipients as a table for a terminal. `withAddress`: whether it has a column with the inside address. */
export function listingText(
  recipients: readonly ListedRecipient[],
  { withAddress }: { readonly withAddress: boolean },
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
    ...(withAddress ? [recipient.address.join('; ')] : []),
  ]);
  return tableText(withAddress ? [...HEADER, 'address'] : HEADER, rows);
}

/** The columns of the CSV. */
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

/**
 * Formats recipients as CSV (RFC 4180), with a row for each and all fields. The items of a list are lines of a cell.
 */
export function listingCsv(recipients: readonly ListedRecipient[]): string {
  return csvTable(COLUMNS, recipients);
}
