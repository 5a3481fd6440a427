import type { Conventions } from '../languages/conventions.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Localised } from '../model/language.ts';
import type { SignatureLine } from '../model/letter.ts';
import { type Message, say } from '../model/message.ts';
import type { PictureFiles } from '../model/picture-files.ts';
import type { Selection } from '../model/selection.ts';
import { signatoryName } from '../template/view.ts';
import { requireTranslation } from './in-language.ts';
import { createFilledNode } from './isolates.ts';
import { createFigure } from './pictures.ts';

/** Creates the signatures of those who sign the letter. Faults are added to `faults`. */
export function createSignatures(
  { letter, language, signatories }: Selection,
  pictures: PictureFiles,
  conventions: Conventions,
  faults: Diagnostic[],
): readonly SignatureLine[] {
  return signatories.map((signatory): SignatureLine => {
    const translate = (texts: Localised, subject: Message): string =>
      requireTranslation(texts, language, letter.span, subject, faults);
    const { id, person, title, onBehalfOf, image } = signatory;
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
      ...(image === undefined ? {} : { image: createFigure(image, 'signature', { pictures, language }) }),
    };
  });
}
