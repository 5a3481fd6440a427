import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NO_PICTURES } from '../../../src/model/picture.ts';
import { haveSameObjects } from '../../../src/formats/pdf/same-objects.ts';
import { deflatedAgain } from '../../support/deflated-again.ts';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import { attachmentOfSource } from '../../../src/formats/pdf/pdf-attachments.ts';
import { createPdfWriter } from '../../../src/formats/pdf/write-pdf.ts';
import { aLetter } from '../../support/a-letter.ts';
import { valueOf } from '../../support/outcomes.ts';
import { productFonts } from '../../support/product-fonts.ts';
import { typesetWith } from '../../support/typeset-with.ts';

const fonts = await productFonts();
const PDF = createPdfWriter(fonts, NO_PICTURES)(
  valueOf(typesetWith(aLetter(), stylesheetFor({ preset: 'international' }, 'a4'), fonts)),
  [attachmentOfSource({ name: 'letter.md', bytes: Buffer.from('# Letter\n'.repeat(50)) })],
);

/** The letter with one replacement of the same length, so that no offset moves. */
function replaced(from: string, to: string): Uint8Array {
  const text = Buffer.from(PDF).toString('latin1');
  expect([from.length, text.includes(from)]).toEqual([to.length, true]);
  return Buffer.from(text.replace(from, to), 'latin1');
}

/** The letter with `edit` applied to each inflated stream, deflated again. */
const withStreams = (edit: (stream: Buffer, index: number) => Buffer): Uint8Array =>
  deflatedAgain(PDF, (deflated, index) => deflateSync(edit(inflateSync(deflated), index)));

describe('a PDF has the same objects', () => {
  test('if it is the same file', () => {
    expect(haveSameObjects(PDF, PDF.slice())).toBe(true);
  });

  test.each([0, 1, 9])('if its streams are deflated at level %i', (level) => {
    const other = deflatedAgain(PDF, (deflated) => deflateSync(inflateSync(deflated), { level }));
    expect(Buffer.compare(other, PDF)).not.toBe(0);
    expect(haveSameObjects(PDF, other)).toBe(true);
  });
});

describe('a PDF has other objects', () => {
  const lastDigit = /^0000000(\d{3}) 00000 n $/m.exec(Buffer.from(PDF).toString('latin1'))?.[0] ?? '';

  test.each<[string, Uint8Array]>([
    ['it is empty', new Uint8Array()],
    ['it is another file', Buffer.from('anything at all')],
    ['a byte follows it', Buffer.concat([PDF, Buffer.from('\n')])],
    ['a second trailer follows it', Buffer.concat([PDF, Buffer.from('trailer\n<<\n>>\nstartxref\n0\n%%EOF\n')])],
    ['it is cut off', PDF.slice(0, -1)],
    ['a byte of an entry changes', replaced('/DisplayDocTitle true', '/DisplayDocTitle tru ')],
    ['the version changes', replaced('%PDF-1.7', '%PDF-1.6')],
    ['the identifier changes', replaced('/ID [<', '/Id [<')],
    ['an offset changes', replaced(lastDigit, lastDigit.replace('0000000', '0000001'))],
    ['a stream loses a byte', withStreams((stream, index) => (index === 0 ? stream.subarray(1) : stream))],
    [
      'a stream has a byte more',
      withStreams((stream, index) => (index > 0 ? stream : Buffer.concat([stream, Buffer.from(' ')]))),
    ],
    ['a stream is a bomb', withStreams((stream, index) => (index > 0 ? stream : Buffer.alloc(50_000_000)))],
    ['a stream is not deflated', deflatedAgain(PDF, (deflated) => inflateSync(deflated))],
    ['bytes follow a deflated stream', deflatedAgain(PDF, (deflated) => Buffer.concat([deflated, Buffer.from('x')]))],
  ])('if %s', (_, other) => {
    expect(haveSameObjects(PDF, other)).toBe(false);
  });
});
