import type { ListedRecipient } from '../../model/listing.ts';
import { tableText } from '../../report/table.ts';

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
