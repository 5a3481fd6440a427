import { expect, test } from 'vitest';
import { createConventions } from '../../../src/languages/conventions.ts';
import { LANGUAGES, localeDataOf, VARIANTS } from '../../../src/languages/languages.ts';
import { createUnbreakableSpaceFinder, findLineBreaks } from '../../../src/layout/paragraph/line-breaks.ts';
import { lookupTags } from '../../../src/model/language.ts';
import { isLanguageTag } from '../../../src/model/language-tag.ts';

test.each(VARIANTS)('%s is a tag, and differs from a language of the product', (tag) => {
  expect(isLanguageTag(tag)).toBe(true);
  const [, language = ''] = lookupTags(tag);
  expect(LANGUAGES).toContain(language);
  expect(localeDataOf(tag)).not.toEqual(localeDataOf(language));
  expect(Object.keys(localeDataOf(tag))).toEqual(Object.keys(localeDataOf(language)));
});

test.each(VARIANTS)('%s is compiled: its patterns have all places', (tag) => {
  expect(createConventions(localeDataOf(tag)).pageOf(2, 3)).toMatch(/2.*3/u);
});

test('a date that begins with the month stays on one line up to the day', () => {
  const text = 'on March 2, 2026 and March 2026';
  const breaksIn = (tag: string) =>
    findLineBreaks(text, createUnbreakableSpaceFinder(createConventions(localeDataOf(tag)))).map(({ position }) =>
      text.slice(0, position).trim().split(' ').at(-1),
    );
  expect(breaksIn('en-US')).toEqual(['on', '2,', '2026', 'and', 'March', '2026']);
  expect(breaksIn('en')).toContain('March');
});
