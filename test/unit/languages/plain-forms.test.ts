import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/languages/languages.ts';
import { choosePlainForm } from '../../../src/languages/plain-forms.ts';
import type { PlainForm, PlainForms } from '../../../src/model/plain-form.ts';
import type { Holder } from '../../../src/model/recipient.ts';
import { SOMEWHERE } from '../../support/a-register.ts';
import { conventionsOf } from '../../support/product-languages.ts';

const ANAÏS: Holder = { name: 'Anaïs Lefèbvre', gender: 'f', span: SOMEWHERE };

function plainFormsOf(language: string): PlainForms {
  const { plainForms } = conventionsOf(language);
  if (plainForms === undefined) throw new Error(`${language} has no plain forms`);
  return plainForms;
}

function chosen(language: string, changes: Partial<Holder>) {
  return choosePlainForm(plainFormsOf(language), { ...ANAÏS, ...changes }, language);
}

describe('the plain form', () => {
  test.each([
    ['greets by family name if the gender is known', 'en', { family: { '*': 'Lefèbvre' } }, 'Dear Ms {family},'],
    ['greets by the full name if the family name is not known', 'en', {}, 'Dear {name},'],
    [
      'greets by the full name if the family name is known only in another language',
      'en',
      { family: { fr: 'L.' } },
      'Dear {name},',
    ],
    [
      'greets by the full name if the gender is not known',
      'en',
      { gender: 'unknown', family: { '*': 'L.' } },
      'Dear {name},',
    ],
    [
      'has an honorific that the language knows, with a full stop',
      'en',
      { family: { '*': 'L.' }, honorific: 'Dr.' },
      'Dear {honorific} {family},',
    ],
    [
      'has an honorific that the language knows, without one',
      'de',
      { family: { '*': 'L.' }, honorific: 'Dr' },
      'Sehr geehrte Frau {honorific} {family},',
    ],
    ['has an honorific without a family name', 'en', { honorific: 'Prof.' }, 'Dear {honorific} {name},'],
    [
      'has no courtesy title beside an honorific that it does not know',
      'en',
      { family: { '*': 'L.' }, honorific: 'Lady' },
      'Dear {name},',
    ],
    [
      'takes a courtesy title of the profile for its own',
      'de',
      { family: { '*': 'L.' }, honorific: 'Frau' },
      'Sehr geehrte Frau {family},',
    ],
    [
      'has an honorific in the place of the courtesy title, if the language does',
      'it',
      { family: { '*': 'L.' }, honorific: 'Dott.ssa' },
      'Gentile {honorific} {family},',
    ],
    [
      'has no honorific if the language has it in the address alone',
      'nl',
      { family: { '*': 'L.' }, honorific: 'dr.' },
      'Geachte mevrouw {family},',
    ],
    [
      'has no name if it would have to be inflected',
      'pl',
      { family: { '*': 'Nowak' }, gender: 'm' },
      'Szanowny Panie,',
    ],
  ] as const)('%s', (_, language, changes, salutation) => {
    expect(chosen(language, changes).salutation).toBe(salutation);
  });

  test('has a courtesy title once on the envelope', () => {
    expect(chosen('fr', { honorific: 'Mme' }).envelope).toBe('Mme {name}');
    expect(chosen('ru', { honorific: 'г-жа' }).envelope).toBe('{honorific} {name}');
    expect(chosen('de', { gender: 'm', honorific: 'Herr' }).envelope).toBe('Herrn {name}');
    expect(chosen('en', { honorific: 'Mrs' }).envelope).toBe('{honorific} {name}');
  });

  test('says that it lacks an honorific where a name without one would be rude, or the gender is contradicted', () => {
    expect(chosen('en', { honorific: 'H.E.' }).lacksHonorific).toBe(true);
    expect(chosen('en', { honorific: 'Dr' }).lacksHonorific).toBe(false);
    expect(chosen('fr', { honorific: 'Dr' }).lacksHonorific).toBe(false);
    expect(chosen('fr', { honorific: 'Mme', gender: 'unknown' }).lacksHonorific).toBe(true);
    expect(chosen('fr', { honorific: 'Mme', gender: 'm' }).lacksHonorific).toBe(true);
  });
});

/** The languages whose salutations have no courtesy title and no ending of a gender. */
const GREETS_BY_NAME_ALONE = new Set(['da', 'et', 'fi', 'ga', 'sv', 'tr']);

describe.each(LANGUAGES)('the plain forms in %s', (language) => {
  const { office, person } = plainFormsOf(language);
  const forms: readonly PlainForm[] = [office, ...Object.values(person)];

  test('each have a source, or say that none was found', () => {
    expect(forms).toHaveLength(4);
    for (const { source } of forms) expect(source).toMatch(/\S{3}/u);
  });

  test('differ for a woman and a man, unless the language greets by the name alone', () => {
    const isSame =
      person.f.salutation === person.m.salutation && person.f.familySalutation === person.m.familySalutation;
    expect(isSame).toBe(GREETS_BY_NAME_ALONE.has(language));
  });

  test('use only values of the profile that are there', () => {
    for (const form of forms) expect(form.salutation).not.toMatch(/\{(?!name\})/u);
    expect(`${office.salutation}${office.inText}${office.close}`).not.toContain('{');
  });
});
