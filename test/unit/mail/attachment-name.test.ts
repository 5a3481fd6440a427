import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiName, attachmentName } from '../../../src/mail/attachment-name.ts';

const nameOf = (title: string, addressee: string): string =>
  attachmentName({ day: '2025-12-01', title, addressee, extension: '.pdf' });

describe('the name of an attached letter', () => {
  test.each([
    ['has the day, the title and the addressee', 'Open letter', 'Belgium', '2025-12-01 Open letter – Belgium.pdf'],
    ['has no dash without an addressee', 'Open letter', '', '2025-12-01 Open letter.pdf'],
    ['has nothing that Windows forbids', 'A/B: “C”? <D>|*', 'E\\F', '2025-12-01 A B “C” D – E F.pdf'],
    [
      'has no line break, control or mark of direction',
      'A\nB\u2028C\u0000D',
      '\u202Eسلام',
      '2025-12-01 A B C D – سلام.pdf',
    ],
    ['does not end in a full stop before the extension', 'Letter.', 'Mill Inc.', '2025-12-01 Letter – Mill Inc.pdf'],
  ])('%s', (_, title, addressee, expected) => {
    expect(nameOf(title, addressee)).toBe(expected);
  });

  test('is shortened at the end of a word, and keeps the addressee', () => {
    const name = nameOf('United States sanctions on Palestinian organisations '.repeat(4), 'Belgium');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name).toMatch(
      /^2025-12-01 United States .* (?:States|sanctions|on|Palestinian|organisations|United)… – Belgium\.pdf$/,
    );
  });

  test('is valid on every file system, in both forms, whatever its words are', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(words, words, (title, addressee) => {
        const name = nameOf(title, addressee);
        const ascii = asciiName(name, '2025-12-01 open-letter eu-be.en', '.pdf');
        for (const each of [name, ascii]) {
          expect(Buffer.byteLength(each)).toBeLessThanOrEqual(120);
          expect(each).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}]+[^<>:"/\\|?*\p{Cc}\s.]\.pdf$/u);
        }
        expect(ascii).toMatch(/^[\x20-\x7E]+$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the name in ASCII', () => {
  test.each([
    ['2025-12-01 Lettre à l’État – Côte d’Ivoire.pdf', '2025-12-01 Lettre a lEtat - Cote dIvoire.pdf'],
    ['2025-12-01 Straße, łódź – Øresund.pdf', '2025-12-01 Strasse, lodz - Oresund.pdf'],
    ['2025-12-01 رسالة مفتوحة – بلجيكا.pdf', '2025-12-01 open-letter eu-be.ar.pdf'],
    ['2025-12-01 Письмо – Belgium.pdf', '2025-12-01 - Belgium.pdf'],
  ])('of %s is %s', (name, expected) => {
    expect(asciiName(name, '2025-12-01 open-letter eu-be.ar', '.pdf')).toBe(expected);
  });

  test.each([
    ['map.png', '.png', 'map.png'],
    ['enquête-été.tar.gz', '.gz', 'enquete-ete.tar.gz'],
    ['notes', '', 'notes'],
    ['2025', '', '2025'],
    ['مسح.xlsx', '.xlsx', 'enclosure 1.xlsx'],
    ['карта.данные', '', 'enclosure 1'],
  ])('of the enclosure %s is the same for its ending %s: %s', (name, extension, expected) => {
    expect(asciiName(name, 'enclosure 1', extension)).toBe(expected);
  });

  test('of a long name is in ASCII where it ends, too', () => {
    const name = nameOf('word '.repeat(60), 'Belgium of the North');
    expect(asciiName(name, '', '.pdf')).toMatch(/^[\x20-\x7E]{80,}\.pdf$/);
    expect(asciiName(`${'n'.repeat(116)}.pdf`, '', '.pdf')).toMatch(/^n{100,}\.pdf$/);
  });
});
