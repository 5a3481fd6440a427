import { expect, test } from 'vitest';
import { conventionsOf } from '../../../src/languages/languages.ts';
import { NO_LOCALES } from '../../../src/model/locale-data.ts';
import { referenceLine } from '../../../src/languages/reference-line.ts';
import { createTextNode, plainText } from '../../../src/model/tree.ts';

test.each([
  ['en', 'Our reference: LC/17'],
  ['fr', 'Nos références\u00A0: LC/17'],
  ['fr-CH', 'Nos références\u202F: LC/17'],
  ['de', 'Unser Zeichen: LC/17'],
  ['ar', `${conventionsOf('ar', NO_LOCALES).labels.ours}: LC/17`],
])('the reference is after its label, as %s writes a colon', (language, words) => {
  const conventions = conventionsOf(language, NO_LOCALES);
  const reference = { label: conventions.labels.ours, value: createTextNode('LC/17') };
  expect(plainText(referenceLine(reference, conventions))).toBe(words);
});
