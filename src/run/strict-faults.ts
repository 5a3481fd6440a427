import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Recipient } from '../model/recipient.ts';
import type { Plan } from '../pipeline.ts';

/** Faults for texts that nobody checked. A draft may have them; what must be ready may not. */
export function uncheckedTexts({ campaign: { letter } }: Plan): readonly Diagnostic[] {
  return Object.keys(letter.languages)
    .filter((language) => letter.languages[language] === 'unchecked')
    .map((language) =>
      fault('letter/unchecked', letter.span, say`nobody has checked the texts in ${language}`, {
        hint: say`have them read, and write ${`${language}: revised`} under languages`,
      }),
    );
}

/** A fault if nobody checked a profile. The place in the file says whose it is. */
export function unverified({ verified, span }: Recipient): readonly Diagnostic[] {
  if (verified !== undefined) return [];
  return [
    fault('profile/unverified', span, say`nobody has verified this profile`, {
      hint: say`check it against its source, and write verified: with the day on which you did`,
    }),
  ];
}
