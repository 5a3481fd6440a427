import type { Conventions } from '../languages/conventions.ts';
import type { Campaign, Signatory } from '../model/campaign.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Localised } from '../model/language.ts';
import type { SignatureLine } from '../model/letter.ts';
import { type Message, say } from '../model/message.ts';
import type { Selection } from '../model/selection.ts';
import { areListed } from '../model/signature-lines.ts';
import { countryOf, signatoryName } from '../template/sort-signatories.ts';
import { requireTranslation } from './in-language.ts';
import { createFilledNode } from './isolates.ts';
import { createFigure } from './pictures.ts';

/**
 * Creates the signatures of those who sign the letter. `sorted`: all signatories of the campaign, in the order in which
 * letters in the language have them. Faults are added to `faults`.
 */
export function createSignatures(
  campaign: Campaign,
  { letter, language, signatories }: Selection,
  sorted: readonly Signatory[],
  conventions: Conventions,
  faults: Diagnostic[],
): readonly SignatureLine[] {
  const chosen = new Map(signatories.map((signatory) => [signatory.id, signatory]));
  const isList = areListed(signatories);
  const isUnderHeadings = letter.signatoryOrder === 'country' && isList;
  return sorted
    .flatMap(({ id }) => chosen.get(id) ?? [])
    .map((signatory): SignatureLine => {
      const translate = (texts: Localised, subject: Message): string =>
        requireTranslation(texts, language, letter.span, subject, faults);
      const { id, person, title, onBehalfOf, image } = signatory;
      const country = countryOf(signatory, campaign, language);
      return {
        organisation: signatoryName(signatory, letter, language) ?? translate({}, say`the name of ${id}`),
        ...(person === undefined ? {} : { person: translate(person, say`the person who signs for ${id}`) }),
        ...(title === undefined ? {} : { title: translate(title, say`the title of who signs for ${id}`) }),
        ...(onBehalfOf === undefined
          ? {}
          : {
              onBehalfOf: createFilledNode(
                conventions.onBehalfOf,
                translate(onBehalfOf, say`on whose behalf ${id} signs`),
                conventions.writingDirection,
              ),
            }),
        ...(country === undefined ? {} : isUnderHeadings ? { heading: country } : { country }),
        // A list has no room to sign.
        ...(image === undefined || isList ? {} : { image: createFigure(image, 'signature', campaign, language) }),
      };
    });
}
