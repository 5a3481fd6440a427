import type { Conventions } from '../languages/conventions.ts';
import { splitPattern } from '../languages/pattern.ts';
import { choosePlainForm } from '../languages/plain-forms.ts';
import type { AddressWords } from '../model/address-words.ts';
import { familyName, holderName } from '../model/recipient.ts';
import type { Addressing } from '../model/selection.ts';
import { createTextNode, type Text } from '../model/tree.ts';
import { createValueNode, joinTextNodes, markValue } from './isolates.ts';
import { inLanguage } from '../model/language.ts';

/**
 * Fills the plain form of address of a language with the values of the recipient. The envelope of a person has the title
 * of the office, if there is one, on a line of its own. If the language has no plain forms, the envelope has the name as
 * the profile has it, and the other words are empty: validation refuses a recipient that lacks its own.
 */
export function plainAddressWords(
  { recipient, language }: Addressing,
  { plainForms, writingDirection }: Pick<Conventions, 'plainForms' | 'writingDirection'>,
): AddressWords {
  const { holder, office } = recipient;
  const title = office === undefined ? undefined : inLanguage(office.title, language);
  const titleLine = title === undefined ? [] : [markValue(createTextNode(title), 'recipient.title')];
  if (plainForms === undefined) {
    const nameLine =
      holder === undefined ? [] : [markValue(createValueNode(holderName(holder), writingDirection, ''), 'holder.name')];
    const nothing = createTextNode('');
    return { envelope: [...nameLine, ...titleLine], salutation: nothing, inText: undefined, close: nothing };
  }
  const form = choosePlainForm(plainForms, holder, language);
  const values = new Map([
    ['name', holder?.name],
    ['family', holder === undefined ? undefined : familyName(holder, language)],
    ['honorific', holder?.honorific],
  ]);
  const fill = (pattern: string): Text => {
    const texts = splitPattern(pattern).map((part, index): Text => {
      if (index % 2 === 0) return createTextNode(part);
      const value = values.get(part);
      if (value === undefined) throw new Error(`the plain form "${pattern}" was chosen without the value ${part}`);
      return markValue(createValueNode(value, writingDirection, pattern), `holder.${part}`);
    });
    return texts.reduce(joinTextNodes);
  };
  return {
    envelope: form.envelope === undefined ? titleLine : [fill(form.envelope), ...titleLine],
    salutation: fill(form.salutation),
    inText: fill(form.inText),
    close: fill(form.close),
  };
}
