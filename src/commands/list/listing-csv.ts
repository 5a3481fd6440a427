import type { ListedRecipient } from '../../model/listing.ts';
import { csvText } from '../../report/csv.ts';

const COLUMNS: Readonly<Record<string, (recipient: ListedRecipient) => string | null | undefined>> = {
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
  const columns = Object.values(COLUMNS);
  return csvText(
    Object.keys(COLUMNS),
    recipients.map((recipient) => columns.map((cellOf) => cellOf(recipient) ?? '')),
  );
}
