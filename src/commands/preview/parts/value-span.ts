import type { Campaign } from '../../../model/campaign.ts';
import type { Selection } from '../../../model/selection.ts';
import type { Span } from '../../../model/span.ts';

/**
 * Returns where the value at a path of the view is stated: the profile, the State in the register, or the letter. Undefined
 * for a path that has a meaning only in its template, as the name of an element in a loop.
 */
export function spanOfValue(
  path: string,
  { letter }: Pick<Campaign, 'letter'>,
  { recipient, state }: Selection,
): Span | undefined {
  const [root] = path.split('.', 1);
  switch (root) {
    case 'recipient':
    case 'fields':
      return recipient.span;
    case 'holder':
      return recipient.holder?.span;
    case 'state':
      return state?.span;
    case 'letter':
    case 'signatories':
      return letter.span;
    default:
      return undefined;
  }
}
