import type { LetterSettings, Signatory } from '../model/campaign.ts';
import { type DataPath, spanAt } from '../model/data.ts';
import { declarationHint } from '../model/declaration-hint.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { CampaignParts } from './campaign-parts.ts';

/** Returns a fault for each signatory whose State `states.yaml` does not name, as letters print its name. */
export function unknownSignatoryStateFaults(
  letter: LetterSettings,
  { data, knownNames }: CampaignParts,
): readonly Diagnostic[] {
  return forEachSignatory(letter, ({ state }, path) => {
    if (state === undefined || knownNames.states.has(state)) return [];
    const message = say`${state} is not a State of this campaign`;
    const hint = say`${declarationHint('State', state)}; or write the country as text, as in ${'country: { en: … }'}`;
    return [fault('letter/unknown-name', spanAt(data.letter, [...path, 'state']), message, { hint })];
  });
}

/** Returns a fault for each signatory that has a State and other words in the place of its name. */
export function doubleCountryFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  return forEachSignatory(letter, ({ state, country }, path) => {
    if (state === undefined || country === undefined) return [];
    const message = say`this signatory has both ${'state'} and ${'country'}, of which letters print one`;
    const hint = say`leave out ${'country'}, as the name of the State is in states.yaml, or leave out ${'state'}`;
    return [fault('data/wrong-value', spanAt(data.letter, [...path, 'country']), message, { hint })];
  });
}

/** Returns a fault for each signatory that has no country although the letter sorts them by it. */
export function missingCountryFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  if (letter.signatoryOrder !== 'country') return [];
  return forEachSignatory(letter, ({ id, state, country }, path) => {
    if (state !== undefined || country !== undefined) return [];
    const message = say`the signatories are sorted by country, and ${id} has none`;
    const hint = say`add ${'state: BE'} with the code of its State, or ${'country: { en: … }'} with other words`;
    const related = [{ span: spanAt(data.letter, ['sort-signatories']), message: say`they are sorted here` }];
    return [fault('data/missing-key', spanAt(data.letter, path), message, { hint, related })];
  });
}

function forEachSignatory(
  letter: LetterSettings,
  faultsOf: (signatory: Signatory, path: DataPath) => readonly Diagnostic[],
): readonly Diagnostic[] {
  return letter.signatories.flatMap((signatory, index) => faultsOf(signatory, ['signatories', index]));
}
