import type { Span } from '../../../model/span.ts';
import type { ExplainedLetter } from './explained-letter.ts';
import { spanOfForm } from './part-spans.ts';
import { spanInProfile } from './profile-span.ts';

/**
 * Returns where the value at a path of the view is stated: the profile, the State in the register, the form of address or
 * the letter. Undefined for a path that has a meaning only in its template, as the name of an element in a loop.
 */
export function spanOfValue(path: string, explained: ExplainedLetter): Span | undefined {
  const [root = '', ...rest] = path.split('.');
  switch (root) {
    case 'recipient':
      if (path === 'recipient.inText') return spanOfForm(explained, 'inText');
      return spanInProfile(explained, path === 'recipient.title' ? ['office', 'title'] : rest);
    case 'fields':
    case 'holder':
      return spanInProfile(explained, [root, ...rest]);
    case 'state':
      return explained.selection.state?.span;
    case 'letter':
    case 'signatories':
      return explained.plan.campaign.letter.span;
    default:
      return undefined;
  }
}
