import type { Campaign } from '../model/campaign.ts';
import type { Selection } from '../model/selection.ts';
import { listApprovables, type Approvables } from './approvable.ts';
import { printedNames } from './approved-names.ts';
import { judgeApproval } from './clearance.ts';

/** Leaves the images of signatures that a letter may not print out of its selection. */
export type ClearSignatures = (selection: Selection) => Selection;

/**
 * Creates the function for the letters of a run. An image of a signature says that its owner has signed. It is printed
 * only in a final letter of which the signatory has approved everything that it prints, as `signatory:<id>`, whether or
 * not the letter needs that approval. In other letters there is room to sign by hand.
 */
export function createSignatureClearance(campaign: Campaign): ClearSignatures {
  const { letter } = campaign;
  if (letter.signatories.every(({ image }) => image === undefined)) return (selection) => selection;
  const isFinal = letter.status === 'final';
  const hasSigned = createSigningTest(campaign, isFinal ? listApprovables(campaign) : new Map());
  return (selection) => ({
    ...selection,
    signatories: selection.signatories.map(({ image, ...signatory }) =>
      image !== undefined && isFinal && hasSigned(signatory.id, selection) ? { ...signatory, image } : signatory,
    ),
  });
}

/** Returns the test whether a signatory has approved all that a letter prints. */
function createSigningTest(
  campaign: Campaign,
  approvables: Approvables,
): (signatory: string, selection: Selection) => boolean {
  const results = new Map<string, boolean>();
  const hasApproved = (signatory: string, name: string): boolean => {
    const approvable = approvables.get(name);
    // A letter has no words of some kinds, as those that a campaign states for a language.
    if (approvable === undefined) return true;
    const key = `${signatory} ${name}`;
    const approval = campaign.approvals.get(name)?.get(`signatory:${signatory}`);
    const result = results.get(key) ?? judgeApproval(approval, approvable).status === 'approved';
    results.set(key, result);
    return result;
  };
  return (signatory, selection) => printedNames(campaign, selection).every((name) => hasApproved(signatory, name));
}
