import { describe, expect, test } from 'vitest';
import { LANGUAGES, conventionsOf } from '../../../src/languages/languages.ts';

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
])('in %s', (language, expected) => {
  test('one demand, two and three are counted as the language counts them', () => {
    const numbers = [[5], [6, 2], [6, 2, 4]];
    const { demandNumbers } = conventionsOf(language);
    expect(numbers.map((some) => demandNumbers('open letter', some))).toEqual(expected);
  });
});

test.each([
  ['en', ['Enclosure', 'Enclosures', 'Enclosures']],
  ['fr', ['Pièce jointe', 'Pièces jointes', 'Pièces jointes']],
  ['es', ['Anexo', 'Anexos', 'Anexos']],
  ['ar', ['مرفق', 'مرفقان', 'مرفقات']],
])('in %s one enclosure, two and three are %j', (language, expected) => {
  expect([1, 2, 3].map(conventionsOf(language).enclosures)).toEqual(expected);
});

describe('every language that can be set', () => {
  test('is looked at', () => {
    expect(LANGUAGES).toEqual(expect.arrayContaining(['en', 'fr', 'es', 'ar']));
  });

  test.each(LANGUAGES)('%s has words of its own for everything', (language) => {
    const words = wordsIn(language);
    expect(words.length).toBeGreaterThan(20);
    for (const word of words) expect(word).toMatch(/^\S(?:.*\S)?$/u);
    if (language === 'en') return;
    expect(words.filter((word) => wordsIn('en').includes(word) && !ALIKE.has(word))).toEqual([]);
  });

  test.each(LANGUAGES)('%s says of a specimen, a draft and a translation what they are', (language) => {
    const { notice, translation } = conventionsOf(language);
    const sentences = [...Object.values(notice), ...Object.values(translation)];
    expect(new Set(sentences).size).toBe(4);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\.$/u);
      expect(sentence.length).toBeGreaterThan(20);
    }
  });

  test.each(LANGUAGES)('%s counts pages in digits that all readers know', (language) => {
    expect(conventionsOf(language).pageOf(2, 13).match(/\d+/gu)).toEqual(['2', '13']);
  });

  test.each(LANGUAGES)('%s has a direction, and it is that of its script', (language) => {
    const isRightToLeft = wordsIn(language).some((word) => /\p{Script=Arabic}/u.test(word));
    expect(conventionsOf(language).writingDirection).toBe(isRightToLeft ? 'rtl' : 'ltr');
  });
});

/** What a language does without today; why stands in its file. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  en: ['thinSpaces'],
  fr: [],
  es: ['thinSpaces'],
  ar: ['thinSpaces', 'hyphenation'],
  de: ['thinSpaces', 'alternatives', 'checks'],
  el: ['thinSpaces', 'companions', 'hyphenation', 'alternatives', 'checks'],
  hu: ['thinSpaces', 'companions', 'hyphenation', 'alternatives', 'checks'],
  pl: ['thinSpaces', 'companions', 'hyphenation', 'alternatives', 'checks'],
  ru: ['thinSpaces', 'companions', 'hyphenation', 'alternatives', 'checks'],
};

describe('every language decides', () => {
  test.each(LANGUAGES)('%s on each field', (language) => {
    expect(Object.keys(conventionsOf(language)).toSorted()).toEqual(Object.keys(conventionsOf('en')).toSorted());
  });

  test.each(LANGUAGES)('%s on the rules that it does without', (language) => {
    const { thinSpaces, keptTogether: companions, hyphenation, draftMarks: workingNotes } = conventionsOf(language);
    const { openChoices: alternatives, requests: checks } = workingNotes;
    const rules = { thinSpaces, companions, hyphenation, alternatives, checks: checks.length > 0 ? checks : undefined };
    const lacking = Object.entries(rules).flatMap(([name, rule]) => (rule === undefined ? [name] : []));
    expect(lacking).toEqual(LACKING[language]);
  });

  test.each(LANGUAGES)('%s on twelve months', (language) => {
    expect(new Set(conventionsOf(language).months).size).toBe(12);
  });

  test.each(LANGUAGES)('%s on lists of companions that are patterns, none of them empty', (language) => {
    for (const list of Object.values(conventionsOf(language).keptTogether ?? {})) {
      expect(list.length).toBeGreaterThan(0);
      for (const source of list) expect('').not.toMatch(new RegExp(`^(?:${source})$`, 'u'));
    }
  });

  test.each(LANGUAGES)('%s on patterns of hyphenation that can be loaded', async (language) => {
    const { hyphenation } = conventionsOf(language);
    if (hyphenation !== undefined) expect(await hyphenation.patterns()).toHaveProperty('default');
  });
});

test.each([
  ['en', 'Dear his/her Excellency', 'his/her'],
  ['fr', 'Monsieur/Madame', 'Monsieur/Madame'],
  ['es', 'cuando él/ella', 'él/ella'],
  ['ar', 'إلى السيد/السيدة', 'السيد/السيدة'],
])('in %s “%s” leaves a choice open', (language, words, expected) => {
  const pattern = conventionsOf(language).draftMarks.openChoices ?? /$^/g;
  expect([...words.matchAll(pattern)].map(([found]) => found)).toEqual([expected]);
});

test('French has no-break spaces before its signs', () => {
  const { notice, translation } = conventionsOf('fr');
  const sentences = [...Object.values(notice), ...Object.values(translation)].join('');
  expect(sentences.match(/.[;:]/gu)?.length).toBeGreaterThan(4);
  expect(sentences).not.toMatch(/[^\u00A0]:|[^\u202F];/u);
});

test('a language that is not in the table is a bug, not a hole in a letter', () => {
  expect(() => conventionsOf('xx')).toThrow();
});

/** Words that another language may share with English. */
const ALIKE = new Set(['April', 'August', 'September', 'November']);

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
  ];
}

test.each([
  ['en', ', art. 70; art. 112'],
  ['ar', '، art. 70؛ art. 112'],
])('in %s the places in a source follow a note with the marks of the language', (language, expected) => {
  expect(conventionsOf(language).pinpoints(['art. 70', 'art. 112'])).toBe(expected);
  expect(conventionsOf(language).pinpoints([])).toBe('');
});
