import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/languages/languages.ts';
import { conventionsOf } from '../../support/product-languages.ts';

describe.each([
  ['en', ['open letter, demand 5', 'open letter, demands 6 and 2', 'open letter, demands 6, 2 and 4']],
  ['fr', ['open letter, demande 5', 'open letter, demandes 6 et 2', 'open letter, demandes 6, 2 et 4']],
  ['es', ['open letter, petición 5', 'open letter, peticiones 6 y 2', 'open letter, peticiones 6, 2 y 4']],
  ['ar', ['open letter، المطلب 5', 'open letter، المطلبان 6 و2', 'open letter، المطالب 6، 2 و4']],
  ['de', ['open letter, Forderung 5', 'open letter, Forderungen 6 und 2', 'open letter, Forderungen 6, 2 und 4']],
  ['el', ['open letter, αίτημα 5', 'open letter, αιτήματα 6 και 2', 'open letter, αιτήματα 6, 2 και 4']],
  ['hu', ['open letter, 5. kérés', 'open letter, 6. és 2. kérés', 'open letter, 6., 2. és 4. kérés']],
  ['pl', ['open letter, postulat 5', 'open letter, postulaty 6 i 2', 'open letter, postulaty 6, 2 i 4']],
  ['ru', ['open letter, требование 5', 'open letter, требования 6 и 2', 'open letter, требования 6, 2 и 4']],
  ['da', ['open letter, krav 5', 'open letter, krav 6 og 2', 'open letter, krav 6, 2 og 4']],
  ['et', ['open letter, nõue 5', 'open letter, nõuded 6 ja 2', 'open letter, nõuded 6, 2 ja 4']],
  ['fi', ['open letter, vaatimus 5', 'open letter, vaatimukset 6 ja 2', 'open letter, vaatimukset 6, 2 ja 4']],
  ['ga', ['open letter, éileamh 5', 'open letter, éilimh 6 agus 2', 'open letter, éilimh 6, 2 agus 4']],
  ['it', ['open letter, richiesta 5', 'open letter, richieste 6 e 2', 'open letter, richieste 6, 2 e 4']],
  ['lt', ['open letter, 5 reikalavimas', 'open letter, 6 ir 2 reikalavimai', 'open letter, 6, 2 ir 4 reikalavimai']],
  ['lv', ['open letter, 5. prasība', 'open letter, 6. un 2. prasība', 'open letter, 6., 2. un 4. prasība']],
  ['mt', ['open letter, talba 5', 'open letter, talbiet 6 u 2', 'open letter, talbiet 6, 2 u 4']],
  ['nl', ['open letter, verzoek 5', 'open letter, verzoeken 6 en 2', 'open letter, verzoeken 6, 2 en 4']],
  ['pt', ['open letter, pedido 5', 'open letter, pedidos 6 e 2', 'open letter, pedidos 6, 2 e 4']],
  ['ro', ['open letter, solicitarea 5', 'open letter, solicitările 6 și 2', 'open letter, solicitările 6, 2 și 4']],
  ['sv', ['open letter, krav 5', 'open letter, krav 6 och 2', 'open letter, krav 6, 2 och 4']],
  [
    'tr',
    [
      'open letter, 5 numaralı talep',
      'open letter, 6 ve 2 numaralı talepler',
      'open letter, 6, 2 ve 4 numaralı talepler',
    ],
  ],
  ['bg', ['open letter, искане 5', 'open letter, искания 6 и 2', 'open letter, искания 6, 2 и 4']],
  ['cs', ['open letter, požadavek 5', 'open letter, požadavky 6 a 2', 'open letter, požadavky 6, 2 a 4']],
  ['hr', ['open letter, zahtjev 5', 'open letter, zahtjevi 6 i 2', 'open letter, zahtjevi 6, 2 i 4']],
  ['sk', ['open letter, požiadavka 5', 'open letter, požiadavky 6 a 2', 'open letter, požiadavky 6, 2 a 4']],
  ['sl', ['open letter, zahteva 5', 'open letter, zahtevi 6 in 2', 'open letter, zahteve 6, 2 in 4']],
  ['uk', ['open letter, вимога 5', 'open letter, вимоги 6 і 2', 'open letter, вимоги 6, 2 і 4']],
])('in %s', (language, expected) => {
  test('the numbers of one, two and three demands have the forms of the language', () => {
    const numbers = [[5], [6, 2], [6, 2, 4]];
    const { demandNumbers } = conventionsOf(language);
    expect(numbers.map((group) => demandNumbers('open letter', group))).toEqual(expected);
  });
});

test.each([
  ['en', ['Enclosure', 'Enclosures', 'Enclosures']],
  ['fr', ['Pièce jointe', 'Pièces jointes', 'Pièces jointes']],
  ['es', ['Anexo', 'Anexos', 'Anexos']],
  ['ar', ['مرفق', 'مرفقان', 'مرفقات']],
  ['sl', ['Priloga', 'Prilogi', 'Priloge']],
])('in %s the headings of one, two and three enclosures are %j', (language, expected) => {
  expect([1, 2, 3].map(conventionsOf(language).enclosures)).toEqual(expected);
});

describe('every supported language', () => {
  test('is one of a list with at least English, French, Spanish and Arabic', () => {
    expect(LANGUAGES).toEqual(expect.arrayContaining(['en', 'fr', 'es', 'ar']));
  });

  test.each(LANGUAGES)('%s has its own words for all conventions', (language) => {
    const words = wordsIn(language);
    expect(words.length).toBeGreaterThan(20);
    for (const word of words) expect(word).toMatch(/^\S(?:.*\S)?$/u);
    if (language === 'en') return;
    expect(words.filter((word) => wordsIn('en').includes(word) && !SHARED_WITH_ENGLISH.has(word))).toEqual([]);
  });

  test.each(LANGUAGES)('%s has sentences that mark specimens, drafts and translations', (language) => {
    const { notice, translation } = conventionsOf(language);
    const sentences = [...Object.values(notice), ...Object.values(translation)];
    expect(new Set(sentences).size).toBe(4);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\.$/u);
      expect(sentence.length).toBeGreaterThan(20);
    }
  });

  test.each(LANGUAGES)('%s numbers pages with the digits 0 to 9', (language) => {
    expect(conventionsOf(language).pageOf(2, 13).match(/\d+/gu)).toEqual(['2', '13']);
  });

  test.each(LANGUAGES)('%s has the writing direction of its script', (language) => {
    const isRightToLeft = wordsIn(language).some((word) => /\p{Script=Arabic}/u.test(word));
    expect(conventionsOf(language).writingDirection).toBe(isRightToLeft ? 'rtl' : 'ltr');
  });
});

/** The optional rules that a language does not have. Its source file gives the reason. */
const ABSENT_RULES: Readonly<Record<string, readonly string[]>> = {
  en: ['thinSpaces'],
  fr: [],
  es: ['thinSpaces'],
  ar: ['thinSpaces', 'hyphenation'],
  de: ['thinSpaces', 'alternatives', 'checks'],
  el: ['thinSpaces', 'hyphenation', 'alternatives', 'checks'],
  hu: ['thinSpaces', 'hyphenation', 'alternatives', 'checks'],
  pl: ['thinSpaces', 'hyphenation', 'alternatives', 'checks'],
  ru: ['thinSpaces', 'hyphenation', 'alternatives', 'checks'],
  da: ['thinSpaces'],
  et: ['thinSpaces'],
  fi: ['thinSpaces', 'hyphenation'],
  ga: ['thinSpaces'],
  it: ['thinSpaces'],
  lt: ['thinSpaces'],
  lv: ['thinSpaces', 'hyphenation'],
  mt: ['thinSpaces', 'hyphenation'],
  nl: ['thinSpaces'],
  pt: ['thinSpaces'],
  ro: ['thinSpaces', 'hyphenation'],
  sv: ['thinSpaces'],
  tr: ['thinSpaces'],
  bg: ['thinSpaces'],
  cs: ['thinSpaces', 'hyphenation'],
  hr: ['thinSpaces'],
  sk: ['thinSpaces', 'hyphenation'],
  sl: ['thinSpaces'],
  uk: ['thinSpaces', 'hyphenation'],
};

describe('every language defines', () => {
  test.each(LANGUAGES)('%s: the same fields as English', (language) => {
    expect(Object.keys(conventionsOf(language)).toSorted()).toEqual(Object.keys(conventionsOf('en')).toSorted());
  });

  test.each(LANGUAGES)('%s: all optional rules except the listed ones', (language) => {
    const { thinSpaces, keptTogether: companions, hyphenation, workingNotes } = conventionsOf(language);
    const { openChoices, requests } = workingNotes;
    const rules = {
      thinSpaces,
      companions,
      hyphenation,
      alternatives: openChoices.length > 0 ? openChoices : undefined,
      checks: requests.length > 0 ? requests : undefined,
    };
    const absentRules = Object.entries(rules).flatMap(([name, rule]) => (rule === undefined ? [name] : []));
    expect(absentRules).toEqual(ABSENT_RULES[language]);
  });

  test.each(LANGUAGES)('%s: a bookmark for the demands', (language) => {
    expect(conventionsOf(language).demandsHeading).toMatch(/^[\p{Lu}\p{Lo}]/u);
  });

  test.each(LANGUAGES)('%s: twelve different months', (language) => {
    expect(new Set(conventionsOf(language).months).size).toBe(12);
  });

  test.each(LANGUAGES)('%s: different words that are kept together, if any', (language) => {
    for (const [name, words] of Object.entries(conventionsOf(language).keptTogether ?? {})) {
      if (name !== 'beforeWords') expect(words.length).toBeGreaterThan(0);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(word).toMatch(/^\p{L}(?:.*\S)?$/u);
    }
  });

  test.each(LANGUAGES)('%s: open choices with a slash, if any', (language) => {
    for (const choice of conventionsOf(language).workingNotes.openChoices) expect(choice).toMatch(/^[^/]+\/[^/]+$/u);
  });

  test.each(LANGUAGES)('%s: hyphenation patterns that can be loaded, if any', async (language) => {
    const { hyphenation } = conventionsOf(language);
    if (hyphenation !== undefined) expect(await hyphenation.patterns()).toHaveProperty('default');
  });
});

test('French has no-break spaces before colons and semicolons', () => {
  const { notice, translation } = conventionsOf('fr');
  const sentences = [...Object.values(notice), ...Object.values(translation)].join('');
  expect(sentences.match(/.[;:]/gu)?.length).toBeGreaterThan(4);
  expect(sentences).not.toMatch(/[^\u00A0]:|[^\u202F];/u);
});

test('throws for a language that is not in the table', () => {
  expect(() => conventionsOf('xx')).toThrow();
});

/** Words that may be the same in English and another language. */
const SHARED_WITH_ENGLISH = new Set(
  'April August September November april august september november december Specimen'.split(' '),
);

function wordsIn(language: string): readonly string[] {
  const conventions = conventionsOf(language);
  return [
    ...conventions.months,
    conventions.date(2, conventions.months[2] ?? '', 2025),
    conventions.enclosures(1),
    conventions.copies,
    ...Object.values(conventions.notice),
    ...Object.values(conventions.translation),
    ...Object.values(conventions.unsignedAuthor),
    conventions.demandNumbers('x', [1, 2]),
    conventions.pageOf(1, 2),
    conventions.linkDescription('x'),
    conventions.noteAbove(1),
    conventions.markDescription(1),
  ];
}
