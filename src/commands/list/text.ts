import { type CsvColumns, csvTable } from '../../report/csv.ts';
import { tableText } from '../../report/table.ts';
import type { ListedRecipient } from './list.ts';

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
