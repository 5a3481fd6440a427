import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPdfFacts } from '../../src/enclosures/pdf-facts.ts';
import { aPdf } from '../support/a-pdf.ts';

const SOUND = { isEncrypted: false, isTagged: true, hasLanguage: true };

/** A sound PDF to which sections are appended, each of which says where the one before it is. The last one is named. */
function withSections(...sections: readonly ((previous: number) => string)[]): Uint8Array {
  let text = Buffer.from(aPdf()).toString('latin1');
  let previous = Number(/startxref\n(\d+)/u.exec(text)?.[1]);
  for (const section of sections) {
    const start = text.length;
    text += section(previous);
    previous = start;
  }
  return Buffer.from(`${text}startxref\n${previous}\n%%EOF\n`, 'latin1');
}

/** A cross-reference stream of a number of equal entries, of one byte each. */
function entries(count: number): (previous: number) => string {
  const data = deflateSync(Buffer.alloc(count, 0)).toString('latin1');
  const dictionary = `/Type /XRef /Size 9 /W [1 0 0] /Index [100 ${count}] /Root 1 0 R /Filter /FlateDecode`;
  return (previous) =>
    `9 0 obj\n<< ${dictionary} /Prev ${previous} /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
}

const table = (words: string) => (previous: number) =>
  `xref\n0 0\ntrailer\n<< /Root 1 0 R /Prev ${previous} ${words} >>\n`;

describe('a small file that would keep the program busy, or fill its memory,', () => {
  test.each<[string, (amount: number) => Uint8Array, number, number]>([
    ['by objects in its cross-references', (amount) => withSections(entries(amount)), 1000, 2_100_000],
    ['by objects in a trailer', (amount) => withSections(table(`/A [${'0 '.repeat(amount)}]`)), 1000, 510_000],
    [
      'by objects in many trailers',
      (amount) => withSections(...Array.from({ length: 10 }, () => table(`/A [${'<<>>'.repeat(amount)}]`))),
      100,
      51_000,
    ],
    [
      'by streams that are larger than they look',
      (amount) => withSections(...Array.from({ length: 11 }, () => entries(amount))),
      1000,
      10_000_000,
    ],
  ])('is not read further, %s', (_, fileOf, few, many) => {
    expect(readPdfFacts(fileOf(few))).toEqual(SOUND);
    expect(readPdfFacts(fileOf(many))).toBeUndefined();
  });

  test('is not read further, by sections that overlap', () => {
    /** Each section names the next, and one that begins a byte further in the same white space. */
    const overlapping = (whiteSpace: number): Uint8Array => {
      const sound = Buffer.from(aPdf()).toString('latin1');
      const last = Number(/startxref\n(\d+)/u.exec(sound)?.[1]);
      const count = 80;
      const section = (next: number, previous: number): string =>
        `xref\n0 0\ntrailer\n<< /XRefStm ${String(next).padStart(8, '0')} /Prev ${String(previous).padStart(8, '0')} >>\n`;
      const { length } = section(0, 0);
      const sections = Array.from({ length: count }, (_, index) =>
        section(
          index === count - 1 ? last : sound.length + (index + 1) * length,
          sound.length + count * length + index,
        ),
      );
      const shared = `${' '.repeat(whiteSpace)}xref\n0 0\ntrailer\n<< /Root 1 0 R >>\n`;
      return Buffer.from(`${sound}${sections.join('')}${shared}startxref\n${sound.length}\n%%EOF\n`, 'latin1');
    };
    expect(readPdfFacts(overlapping(1000))).toEqual(SOUND);
    expect(readPdfFacts(overlapping(1_300_000))).toBeUndefined();
  });
});
