import { describe, expect, test } from 'vitest';
import { meaningOfColumn } from '../../../../../src/commands/init/from-table/column-meaning.ts';
import { readCourtesyWords } from '../../../../../src/commands/init/from-table/courtesy-words.ts';
import { foldName } from '../../../../../src/commands/init/from-table/fold-name.ts';
import { languageOfName } from '../../../../../src/commands/init/from-table/language-names.ts';
import { PRODUCT_LISTS } from '../../../../../src/commands/init/from-table/product-lists.ts';

describe('names of columns', () => {
  test.each([
    ['First name', 'given'],
    ['first_name', 'given'],
    ['PRÉNOM', 'given'],
    ['Nom de famille', 'family'],
    ['Strasse', 'street'],
    ['Straße', 'street'],
    ['E-Mail', 'email'],
    ['Address 2', 'street'],
    ['Kod pocztowy', 'postcode'],
    ['ΠΌΛΗ', 'town'],
    ['Ф.И.О.', 'full-name'],
    ['الإسم', 'name'],
    ['البلد', 'country'],
    ['N°', 'number'],
  ])('are known without regard to case, accents, punctuation and white space: %s', (name, kind) => {
    expect(meaningOfColumn(name)?.kind).toBe(kind);
  });

  test.each(['Ward', 'Phone', 'Names of the dead', '', '#', '2026'])('of other words mean nothing: %s', (name) => {
    expect(meaningOfColumn(name)).toBeUndefined();
  });

  test('of each language of the product name a person, a place, a function, a country and a language', () => {
    const needed = [
      'given',
      'family',
      'sex',
      'function',
      'organisation',
      'street',
      'postcode',
      'town',
      'region',
    ] as const;
    for (const { language, columns: kinds } of PRODUCT_LISTS) {
      for (const kind of [...needed, 'country', 'email', 'language', 'id'] as const) {
        const [name = ''] = (kinds[kind] ?? '').split(',');
        expect(meaningOfColumn(name), `${language} ${kind}`).toMatchObject({ kind });
        expect(meaningOfColumn(name)?.languages, `${language} ${kind}`).toContain(language);
      }
    }
  });

  test('mean the same in all languages that have them', () => {
    const kinds = new Map<string, Set<string>>();
    for (const { columns } of PRODUCT_LISTS)
      for (const [kind, list] of Object.entries(columns))
        for (const key of list.split(',').map(foldName)) kinds.set(key, (kinds.get(key) ?? new Set()).add(kind));
    expect(kinds.size).toBeGreaterThan(400);
    expect(kinds.has('')).toBe(false);
    expect([...kinds].filter(([, each]) => each.size > 1).map(([key]) => key)).toEqual([]);
  });
});

describe('forms of address', () => {
  test('say the same sex in all languages that have them', () => {
    const genders = new Map<string, Set<string>>();
    for (const list of PRODUCT_LISTS)
      for (const gender of ['f', 'm'] as const)
        for (const word of list.genders[gender].split(',').map(foldName))
          genders.set(word, (genders.get(word) ?? new Set()).add(gender));
    expect(genders.size).toBeGreaterThan(100);
    expect([...genders].filter(([word, each]) => word !== '' && each.size > 1)).toEqual([]);
  });

  /** The gender of each word, in a column of a name of these languages. */
  const genders = (words: string, ...languages: string[]): string =>
    [...readCourtesyWords(words.split(','), languages, 'en').values()].map(({ gender }) => gender).join(' ');

  test.each([
    ['Ms,Mrs.,MISS,Mr,female,male', 'f f f m f m'],
    ['Mme,Mlle,Monsieur,M.,Madame', 'f f m m f'],
    ['Frau,Herr,Herrn,weiblich,männlich', 'f m m f m'],
    ['Sra.,Sr.,Señora,Don', 'f m f m'],
    ['السيدة,السيد,أنثى,ذكر', 'f m f m'],
    ['Κυρία,Κύριος,κα,κος', 'f m f m'],
    ['Pani,Pan', 'f m'],
    ['госпожа,г-н,Жен.,муж', 'f m f m'],
    ['nő,férfi,úr', 'f m m'],
    ['fru,hr.,kvinde,mandlig', 'f m f m'],
    ['Sig.ra,Sig.,donna,maschile', 'f m f m'],
    ['mevr.,dhr.,vrouwelijk,mannelijk', 'f m f m'],
    ['Exma.,Exmo.,senhora,homem', 'f m f m'],
    ['doamna,dl.,femeie,masculin', 'f m f m'],
    ['fröken,kvinna,manlig', 'f f m'],
    ['г-жа,господин,Жена,мъж', 'f m f m'],
    ['Paní,pan,žena,Muž', 'f m f m'],
    ['gospođa,gospodin,gđa,gosp.,muški', 'f m f m m'],
    ['pani,Pán,žena', 'f m f'],
    ['gospa,gospod,Ga.,moški', 'f m f m'],
    ['пані,пан,жінка,чол.', 'f m f m'],
  ])('are those of closed lists: %s', (words, expected) => {
    expect(genders(words)).toBe(expected);
  });

  test.each([
    'Dr.',
    'Prof. Dr.',
    'Mx',
    'Mr and Mrs',
    'Herr Frau',
    'Anna',
    'Monsieur le Maire',
    'Dear Ms Smith',
    'κ.',
    '',
  ])('of which it is not certain say nothing of a sex: %s', (word) => expect(genders(word)).toBe('unknown'));

  test.each([
    ['F,M', [], 'f m'],
    ['f,h', ['fr'], 'f m'],
    ['M,H', ['es'], 'f m'],
    ['w,m', ['de'], 'f m'],
    ['K,M', ['pl'], 'f m'],
    ['N,F', ['hu'], 'f m'],
    ['Ж,М', ['ru'], 'f m'],
    ['Ž,M', ['cs'], 'f m'],
    ['Ж,Ч', ['uk'], 'f m'],
    // A letter that stands for either sex is decided by the language of the column, or not at all.
    ['F', ['en'], 'f'],
    ['F', ['hu'], 'm'],
    ['M', ['de'], 'm'],
    ['M', ['es'], 'unknown'],
    ['F', [], 'unknown'],
    ['F,M,H', ['es'], 'unknown unknown unknown'],
  ])('in letters are decided by all letters of a column, then by its language: %s %j', (words, languages, expected) => {
    expect(genders(words, ...languages)).toBe(expected);
  });

  test.each([
    ['Frau Dr.', 'de', 'f', 'Dr.'],
    ['Prof. Dr.', 'de', 'unknown', 'Prof. Dr.'],
    ['Mrs', 'en', 'f', 'Mrs'],
    ['Mrs', 'fr', 'f', undefined],
    ['Mx', 'en', 'unknown', 'Mx'],
    ['Ms', 'en', 'f', undefined],
    // A Dutch jurist of either sex has this title; in the other languages it is English.
    ['mr.', 'nl', 'unknown', 'mr.'],
    ['Mr.', 'de', 'm', undefined],
    ['Dott.ssa', 'it', 'unknown', 'Dott.ssa'],
    ['Mr', 'en', 'm', undefined],
    ['gđa dr. sc.', 'hr', 'f', 'dr. sc.'],
    ['Ing.', 'cs', 'unknown', 'Ing.'],
    ['Dr.', 'en-US', 'unknown', 'Dr.'],
  ])('have the title that a letter prints before a name: %s', (word, language, gender, honorific) => {
    expect(readCourtesyWords([word], [], language).get(word)).toEqual({ gender, honorific, isKnown: true });
  });
});

test('languages are known by codes and names', () => {
  const words = [
    'fr',
    'FR',
    'fr-CA',
    'pt_br',
    'zh-TW',
    'français',
    'Französisch',
    'German',
    'العربية',
    'zh',
    'Latin',
    '',
  ];
  expect(words.map((word) => languageOfName(word) ?? '-').join(' ')).toBe('fr fr fr-CA pt-BR - fr fr de ar - - -');
});
