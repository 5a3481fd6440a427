import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPdfFacts } from '../../../src/enclosures/pdf-facts.ts';
import { createPdfWriter } from '../../../src/formats/pdf/write-pdf.ts';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import { NO_PICTURES } from '../../../src/model/picture.ts';
import { aLetter } from '../../support/a-letter.ts';
import { aPdf } from '../../support/a-pdf.ts';
import { productFonts } from '../../support/product-fonts.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { valueOf } from '../../support/outcomes.ts';

const SOUND = { isEncrypted: false, isTagged: true, hasLanguage: true };

/** A PDF whose catalogue is in an object stream, and whose cross-references are a stream with a predictor. */
function withStreams(catalogue: string, trailer = ''): Uint8Array {
  const inStream = deflateSync(Buffer.from(`1 0 4 ${catalogue.length + 1} ${catalogue} << /Type /StructTreeRoot >>`));
  const first = '1 0 4 '.length + String(catalogue.length + 1).length + 1;
  const parts: Buffer[] = [];
  const position = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  const addStream = (number: number, dictionary: string, data: Buffer): number => {
    const offset = position();
    parts.push(
      Buffer.from(`${number} 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
    );
    parts.push(data, Buffer.from('\nendstream\nendobj\n'));
    return offset;
  };
  parts.push(Buffer.from('%PDF-1.7\n'));
  const objects = addStream(2, `/Type /ObjStm /N 2 /First ${first}`, inStream);
  const start = position();
  const rows = [
    [0, 0, 0],
    [2, 2, 0],
    [1, objects, 0],
    [1, start, 0],
    [2, 2, 1],
  ].map(([type = 0, second = 0, third = 0]) => [type, second >> 8, second & 255, third]);
  const filtered = rows.flatMap((row, index) => [
    2,
    ...row.map((byte, column) => (byte - (rows[index - 1]?.[column] ?? 0)) & 255),
  ]);
  const dictionary = `/Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R ${trailer} /DecodeParms << /Predictor 12 /Columns 4 >>`;
  addStream(3, dictionary, deflateSync(Buffer.from(filtered)));
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const TAGGED = '<< /Type /Catalog /Lang (en) /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R >>';

describe('the facts of a PDF', () => {
  test.each<[string, Uint8Array, ReturnType<typeof readPdfFacts>]>([
    ['that is tagged', aPdf(), SOUND],
    ['that is not tagged', aPdf({ isTagged: false }), { ...SOUND, isTagged: false }],
    ['without a language', aPdf({ language: undefined }), { ...SOUND, hasLanguage: false }],
    ['that is encrypted', aPdf({ isEncrypted: true }), { isEncrypted: true, isTagged: false, hasLanguage: false }],
    ['with bytes before its header', Buffer.concat([Buffer.from('junk\n'), aPdf()]), SOUND],
    ['with object streams', withStreams(TAGGED), SOUND],
    [
      'with object streams, not tagged',
      withStreams('<< /Type /Catalog >>'),
      { isEncrypted: false, isTagged: false, hasLanguage: false },
    ],
    [
      'with object streams, encrypted',
      withStreams(TAGGED, '/Encrypt << /V 5 >>'),
      { isEncrypted: true, isTagged: false, hasLanguage: false },
    ],
  ])('of one %s', (_, bytes, expected) => {
    expect(readPdfFacts(bytes)).toEqual(expected);
  });

  test('are those of the newest update of the file', () => {
    const first = Buffer.from(aPdf()).toString('latin1');
    const catalogue = '1 0 obj\n<< /Type /Catalog /Lang (en) /MarkInfo << /Marked false >> >>\nendobj\n';
    const start = first.length + catalogue.length;
    const previous = /startxref\n(\d+)/u.exec(first)?.[1] ?? '';
    const entry = `${String(first.length).padStart(10, '0')} 00000 n \n`;
    const update = `${catalogue}xref\n1 1\n${entry}trailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`;
    expect(readPdfFacts(Buffer.from(first + update, 'latin1'))).toEqual({ ...SOUND, isTagged: false });
  });

  test('of a letter of demarche are sound', async () => {
    const fonts = await productFonts();
    const pages = valueOf(typesetWith(aLetter(), stylesheetFor({ preset: 'international' }, 'a4'), fonts));
    expect(readPdfFacts(createPdfWriter(fonts, NO_PICTURES)(pages))).toEqual(SOUND);
  });

  test.each<[string, Uint8Array]>([
    ['is cut off', aPdf().subarray(0, 300)],
    ['has no catalogue', Buffer.from(Buffer.from(aPdf()).toString('latin1').replace('/Catalog', '/Nothing'), 'latin1')],
    [
      'refers to itself',
      Buffer.from(Buffer.from(aPdf()).toString('latin1').replace('/Root 1 0 R', '/Root 9 0 R'), 'latin1'),
    ],
    ['is nothing else', Buffer.from('%PDF-1.7\n')],
  ])('are not known of one that %s', (_, bytes) => {
    expect(readPdfFacts(bytes)).toBeUndefined();
  });

  test('are read or not known, and never a thrown error, however a file is damaged', () => {
    let seed = 7;
    const random = (limit: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * limit);
    };
    const results = new Set<string>();
    for (let round = 0; round < 1000; round += 1) {
      const bytes = Uint8Array.from(round % 2 === 0 ? aPdf() : withStreams(TAGGED));
      for (let changes = 1 + random(6); changes > 0; changes -= 1) bytes[random(bytes.length)] = random(256);
      const cut = random(4) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
      results.add(readPdfFacts(cut) === undefined ? 'unknown' : 'read');
    }
    expect([...results].toSorted()).toEqual(['read', 'unknown']);
  });
});
