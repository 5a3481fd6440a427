import type { ListedRecipient } from '../model/listing.ts';
import { tableText } from './table.ts';

const HEADER = ['recipient', 'role', 'State', 'office', 'holder', 'language', 'demands', 'letter'];

/** The recipients as a table for people; the whole address and the sources are in the JSON. */
export function listingText(recipients: readonly ListedRecipient[]): string {
  const rows = recipients.map((recipient) => [
    recipient.id,
    recipient.roles.join(', '),
    recipient.state?.code ?? '',
    recipient.office,
    recipient.holder ?? '',
    recipient.language,
    recipient.demands.map(({ numbers }) => numbers.join('+')).join(' '),
    recipient.file ?? `skipped: ${recipient.skip ?? ''}`,
  ]);
  return tableText(HEADER, rows);
}
