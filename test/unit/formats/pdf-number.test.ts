import { expect, test } from 'vitest';
import { pdfNumber } from '../../../src/formats/pdf/pdf-number.ts';

test.each([
  [1 / 3, '0.333'],
  [595.28, '595.28'],
  [-0.0004, '0'],
  [1e-9, '0'],
])('the number %d is spelt %s', (number, spelt) => {
  expect(pdfNumber(number)).toBe(spelt);
});
