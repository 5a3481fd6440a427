import type { Campaign } from '../model/campaign.ts';
import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { startOf } from '../model/span.ts';
import { textsOf, wantingOf } from './clearance.ts';

/** Texts that are named; a list of all is the business of `check --approved`. */
const NAMED = 3;

/** A final letter is made of nothing that somebody has not approved, or approved in other words. */
export function requireClearance(campaign: Campaign): Outcome<Campaign> {
  if (campaign.letter.status !== 'final') return success(campaign);
  const wanting = wantingOf(campaign, textsOf(campaign));
  const texts = new Map(wanting.map(({ text, file }) => [text, file]));
  if (texts.size === 0) return success(campaign);
  const expired = wanting.filter(({ standing }) => standing === 'expired').length;
  return failure(
    fault(
      'letter/not-approved',
      campaign.letter.statusSpan,
      say`the letter cannot be final: ${texts.size} of its texts lack ${wanting.length} approvals, of which ${expired} have expired`,
      {
        hint: say`demarche check --approved says who is missing; write status: draft until nobody is`,
        related: [...texts].slice(0, NAMED).map(([text, file]) => ({
          span: startOf(file),
          message: [
            `lacks ${wanting
              .filter((one) => one.text === text)
              .map(({ as, standing }) => (standing === 'expired' ? `${as} (expired)` : as))
              .join(', ')}`,
          ],
        })),
      },
    ),
  );
}
