import { expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { aLetter, aNote, bulleted, item, paragraph, strong, text, type LetterChanges } from '../../support/a-letter.ts';
import { productFonts } from '../../support/product-fonts.ts';

const fonts = await productFonts();

function faultsIn(letter: Letter): readonly string[] {
  return typesetWith(letter, stylesheetFor({ preset: 'international' }, 'a4'), fonts).diagnostics.map(
    ({ code, message, span }) => `${span.file}:${span.line} ${code} ${plainMessage(message)}`,
  );
}

test.each<[string, LetterChanges]>([
  ['letterhead', { letterhead: ['日'] }],
  ['date or reference', { reference: '日' }],
  ['inside address', { insideAddress: ['Minister', '日'] }],
  ['subject', { subject: [text('日')] }],
  ['salutation', { salutation: '日' }],
  ['body', { body: [bulleted(item(paragraph(strong('日'))))] }],
  ['close', { close: '日' }],
  ['signature block', { signatures: [{ organisation: 'One', person: '日' }] }],
  ['enclosures and copies', { copies: ['日'] }],
  ['notes', { notes: [aNote(1, '日')] }],
])('a character without a glyph is a fault: %s', (part, changes) => {
  expect(faultsIn(aLetter(changes))).toEqual([
    `recipients/ministers.yaml:1 glyph/missing the fonts lack Han letters of the ${part}: 日 U+65E5`,
  ]);
});

test('characters that cannot be set are named at once, by their scripts and in each part', () => {
  const letter = aLetter({ subject: [text('→ 日 本 日')], copies: ['\u{1F600} नमस्ते जी, भारत', 'ひ'] });
  expect(faultsIn(letter).map((fault) => fault.replace(/^.*glyph\/missing the fonts lack /, ''))).toEqual([
    'symbols of the subject: → U+2192',
    'Han letters of the subject: 日 U+65E5, 本 U+672C',
    'emoji of the enclosures and copies: \u{1F600} U+1F600',
    'Devanagari letters of the enclosures and copies: ज U+091C, त U+0924, न U+0928, भ U+092D, म U+092E, र U+0930 and 5 more',
    'Hiragana letters of the enclosures and copies: ひ U+3072',
  ]);
});

test('a script is named once, though the running head repeats the address', () => {
  expect(faultsIn(aLetter({ insideAddress: ['שרת החוץ', '1 Square'] }))).toEqual([
    'recipients/ministers.yaml:1 glyph/missing the fonts lack Hebrew letters of the inside address: ה U+05D4, ו U+05D5, ח U+05D7, ץ U+05E5, ר U+05E8, ש U+05E9 and 1 more',
  ]);
});

test.each<[string, string, RegExp]>([
  ['a script that Noto has', 'עברית', /^run npm install @expo-google-fonts\/noto-sans-hebrew, copy .* transliterated$/],
  [
    'Chinese',
    '中',
    /noto-sans-sc \(noto-sans-tc has the traditional characters, noto-sans-jp those of Japanese\), copy/,
  ],
  ['a script without a package', '𐌰', /^write it in Latin letters, transliterated, or name a font that has Gothic/],
  [
    'a letter of a script that they have',
    'Ａ',
    /^write it with other letters, or name a font that has them .*, but not these$/,
  ],
  ['an emoji', '🕊', /^leave out the emoji, or write what is meant in words/],
])('the hint says what to write in place of %s', (_, copy, expected) => {
  const { diagnostics } = typesetWith(
    aLetter({ copies: [copy] }),
    stylesheetFor({ preset: 'international' }, 'a4'),
    fonts,
  );
  expect(diagnostics.map(({ hint }) => plainMessage(hint ?? []))).toEqual([expect.stringMatching(expected)]);
});

test('the characters are values of a profile, and withheld where logs are public', () => {
  const [fault] = typesetWith(
    aLetter({ copies: ['עברית'] }),
    stylesheetFor({ preset: 'international' }, 'a4'),
    fonts,
  ).diagnostics;
  expect(fault?.message.filter((part) => typeof part === 'object').every(({ secret }) => secret)).toBe(true);
  expect(fault?.message.filter((part) => typeof part === 'string').join('')).not.toMatch(/[\u0590-\u05FF]|U\+/u);
});

test.each(['עברית', 'ܣ', 'ދ', '\u07ca'])('%j is of a script that no font has', (word) => {
  expect(faultsIn(aLetter({ copies: [word] }))[0]).toContain('glyph/missing');
});

test('Arabic can be set, in a letter in Arabic and in any other', () => {
  const arabic = ['السيدة زوي، (الحق) «نعم»؟ ١٢٣ 2025 لُغَةٌ'];
  expect(faultsIn(aLetter({ copies: arabic }))).toEqual([]);
  expect(faultsIn(aLetter({ language: 'ar', copies: arabic, letterhead: arabic }))).toEqual([]);
});

test('Greek, Cyrillic and the Latin of Europe can be set', () => {
  expect(faultsIn(aLetter({ body: [paragraph('Ελλάδα, Україна, България, Łódź, Ísland, Għawdex, Ștefan')] }))).toEqual(
    [],
  );
});
