import { describe, expect, test } from 'vitest';
import { FURNISHED_LANGUAGES, furnitureOf } from '../../../src/model/furniture.ts';

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
    const { demandNumbers } = furnitureOf(language);
    expect(numbers.map((some) => demandNumbers('open letter', some))).toEqual(expected);
  });
});

test.each([
  ['en', ['Enclosure', 'Enclosures', 'Enclosures']],
  ['fr', ['Pièce jointe', 'Pièces jointes', 'Pièces jointes']],
  ['es', ['Anexo', 'Anexos', 'Anexos']],
  ['ar', ['مرفق', 'مرفقان', 'مرفقات']],
])('in %s one enclosure, two and three are %j', (language, expected) => {
  expect([1, 2, 3].map(furnitureOf(language).enclosures)).toEqual(expected);
});

describe('every language that can be set', () => {
  test('is looked at', () => {
    expect(FURNISHED_LANGUAGES).toEqual(expect.arrayContaining(['en', 'fr', 'es', 'ar']));
  });

  test.each(FURNISHED_LANGUAGES)('%s has words of its own for everything', (language) => {
    const words = wordsIn(language);
    expect(words.length).toBeGreaterThan(20);
    for (const word of words) expect(word).toMatch(/^\S(?:.*\S)?$/u);
    if (language === 'en') return;
    expect(words.filter((word) => wordsIn('en').includes(word) && !ALIKE.has(word))).toEqual([]);
  });

  test.each(FURNISHED_LANGUAGES)('%s says of a specimen, a draft and a translation what they are', (language) => {
    const { notice, translation } = furnitureOf(language);
    const sentences = [...Object.values(notice), ...Object.values(translation)];
    expect(new Set(sentences).size).toBe(4);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\.$/u);
      expect(sentence.length).toBeGreaterThan(20);
    }
  });

  test.each(FURNISHED_LANGUAGES)('%s counts pages in digits that all readers know', (language) => {
    expect(furnitureOf(language).pageOf(2, 13).match(/\d+/gu)).toEqual(['2', '13']);
  });

  test.each(FURNISHED_LANGUAGES)('%s has a direction, and it is that of its script', (language) => {
    const isRightToLeft = wordsIn(language).some((word) => /\p{Script=Arabic}/u.test(word));
    expect(furnitureOf(language).writingDirection).toBe(isRightToLeft ? 'rtl' : 'ltr');
  });
});

test('French has no-break spaces before its signs', () => {
  const { notice, translation } = furnitureOf('fr');
  const sentences = [...Object.values(notice), ...Object.values(translation)].join('');
  expect(sentences.match(/.[;:]/gu)?.length).toBeGreaterThan(4);
  expect(sentences).not.toMatch(/[^\u00A0]:|[^\u202F];/u);
});

test('a language without furniture is a bug, not a hole in a letter', () => {
  expect(() => furnitureOf('xx')).toThrow();
});

/** Words that another language may share with English. */
const ALIKE = new Set(['April', 'August', 'September', 'November']);

function wordsIn(language: string): readonly string[] {
  const furniture = furnitureOf(language);
  return [
    ...furniture.months,
    furniture.date(2, furniture.months[2] ?? '', 2025),
    furniture.enclosures(1),
    furniture.copies,
    ...Object.values(furniture.notice),
    ...Object.values(furniture.translation),
    ...Object.values(furniture.unsigned),
    furniture.demandNumbers('x', [1, 2]),
    furniture.pageOf(1, 2),
    furniture.linkTo('x'),
  ];
}

test.each([
  ['en', ', art. 70; art. 112'],
  ['ar', '، art. 70؛ art. 112'],
])('in %s the places in a source follow a note with the marks of the language', (language, expected) => {
  expect(furnitureOf(language).pinpoints(['art. 70', 'art. 112'])).toBe(expected);
  expect(furnitureOf(language).pinpoints([])).toBe('');
});
