import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Recipient } from '../model/recipient.ts';
import type { Plan } from '../pipeline.ts';

/** Texts that nobody checked: no fault of a draft, but one where everything must be ready. */
export function uncheckedTexts({ campaign: { letter } }: Plan): readonly Diagnostic[] {
  return Object.keys(letter.languages)
    .filter((language) => letter.languages[language] === 'unchecked')
    .map((language) =>
      fault('letter/unchecked', letter.span, say`nobody has checked the texts in ${language}`, {
        hint: say`have them read, and write ${`${language}: revised`} under languages`,
      }),
    );
}

/** A profile that nobody checked. Whose it is stands at its place. */
export function unverified({ verified, span }: Recipient): readonly Diagnostic[] {
  if (verified !== undefined) return [];
  return [
    fault('profile/unverified', span, say`nobody has verified this profile`, {
      hint: say`check it against its source, and write verified: with the day on which you did`,
    }),
  ];
}
