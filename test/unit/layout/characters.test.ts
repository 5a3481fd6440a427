import { expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { stylesheetFor } from '../../../src/layout/presets.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { aLetter, aNote, bulleted, item, paragraph, strong, text, type LetterChanges } from '../../support/a-letter.ts';
import { productFonts } from '../../support/product-fonts.ts';

const fonts = await productFonts();

function faultsIn(letter: Letter): readonly string[] {
  return typesetWith(letter, stylesheetFor('international'), fonts).diagnostics.map(
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
    `recipients/ministers.yaml:1 glyph/missing the fonts have no 日 (U+65E5), which is in the ${part}`,
  ]);
});

test('all characters that cannot be set are named at once', () => {
  const letter = aLetter({ subject: [text('→ 日 日')], copies: ['\u{1F600}'] });
  expect(faultsIn(letter).map((fault) => /\((.*?)\)/.exec(fault)?.[1])).toEqual(['U+2192', 'U+65E5', 'U+1F600']);
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
