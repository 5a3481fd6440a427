import { describe, expect, test } from 'vitest';
import { checkEnclosures } from '../../../src/enclosures/check-enclosures.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { success } from '../../../src/model/outcome.ts';
import { encodePng } from '../../support/encode-png.ts';
import { zipOf } from '../../support/zip-of.ts';

/** Returns the codes and messages about a file, or "sound" and its media type. */
function verdictOn(path: string, bytes: Uint8Array): string {
  const checked = checkEnclosures(new Map([[path, success(bytes)]])).get(path);
  if (checked === undefined) throw new Error('every file is checked');
  const said = checked.diagnostics.map(({ code, message }) => `${code}: ${plainMessage(message)}`);
  return checked.ok && said.length === 0 ? `sound ${checked.value.mediaType}` : said.join('; ');
}

const TEXT = Buffer.from('a,b\n');
const DOCX = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' };

describe('a file that is enclosed', () => {
  test.each<[string, Uint8Array, string]>([
    ['map.png', encodePng({ width: 1, height: 1 }), 'sound image/png'],
    ['list.csv', TEXT, 'sound text/csv'],
    ['list.csv', Buffer.from('\uFEFFa;ü\n'), 'sound text/csv'],
    ['notes.TXT', TEXT, 'sound text/plain'],
    ['a.docx', zipOf(DOCX), 'sound application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('is sound if it is what its name says: %s', (path, bytes, expected) => {
    expect(verdictOn(path, bytes)).toBe(expected);
  });

  test.each<[string, Uint8Array, string]>([
    ['map.png', TEXT, 'map.png is not a PNG image, as its name says'],
    ['map.jpg', encodePng({ width: 1, height: 1 }), 'map.jpg is not a JPEG image, as its name says, but a PNG image'],
    ['a.pdf', zipOf(DOCX), 'a.pdf is not a PDF, as its name says, but a ZIP archive, as Office files are'],
    [
      'a.xlsx',
      zipOf(DOCX),
      'a.xlsx is not an Excel workbook, as its name says, but a ZIP archive, as Office files are',
    ],
    [
      'a.odt',
      zipOf(DOCX),
      'a.odt is not an OpenDocument text, as its name says, but a ZIP archive, as Office files are',
    ],
    ['a.docx', zipOf(DOCX).subarray(0, 60), 'a.docx is damaged: it ends too early'],
    ['a.txt', encodePng({ width: 1, height: 1 }), 'a.txt is not a text, as its name says, but a PNG image'],
    ['run.sh', TEXT, 'run.sh is a program, or contains one: mail servers refuse it'],
    ['notes.txt', Buffer.from('#!/bin/sh\n'), 'notes.txt is a program, or contains one: mail servers refuse it'],
    ['empty.pdf', new Uint8Array(), 'empty.pdf is empty'],
  ])('is refused if not: %s', (path, bytes, expected) => {
    expect(verdictOn(path, bytes)).toBe(`enclosure/refused: ${expected}`);
  });

  const compound = (stream: string): Uint8Array =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(stream, 'utf16le')]);
  const ODT = { mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': '<m/>' };
  const WITH_MACROS = '<Override ContentType="application/vnd.ms-office.vbaProject" PartName="/word/a.bin"/>';

  test.each<[string, Uint8Array]>([
    ['a.docx', zipOf({ ...DOCX, 'word/vbaProject.bin': 'x' })],
    ['a.docx', zipOf({ ...DOCX, 'word/VBAPROJECT.BIN': 'x' })],
    ['a.docx', zipOf({ ...DOCX, '[Content_Types].xml': WITH_MACROS, 'word/a.bin': 'x' })],
    ['a.doc', compound('_VBA_PROJECT')],
    ['a.odt', zipOf({ ...ODT, 'Basic/Standard/Module1.xml': 'x' })],
    ['a.odt', zipOf({ ...ODT, 'Scripts/python/a.py': 'x' })],
  ])('is refused if it has macros, wherever they are: %s', (path, bytes) => {
    const said = `enclosure/refused: ${path} contains a program (macros), which mail servers refuse`;
    expect(verdictOn(path, bytes)).toBe(said);
  });

  test.each(['a.exe', 'a.PDF.Lnk', 'a.iso', 'a.url', 'a.xlsb', 'a.settingcontent-ms'])(
    'is refused if its name is that of a program: %s',
    (path) => {
      const said = `enclosure/refused: ${path} is a program, or contains one: mail servers refuse it`;
      expect(verdictOn(path, TEXT)).toBe(said);
    },
  );

  test('is sound without macros: a document of an older Word, and one of OpenDocument', () => {
    expect(verdictOn('a.doc', compound('WordDocument'))).toBe('sound application/msword');
    expect(verdictOn('a.odt', zipOf({ ...ODT, 'Configurations2/menubar/': '' }))).toBe(`sound ${ODT.mimetype}`);
  });

  test('is refused if a password protects it', () => {
    expect(verdictOn('a.docx', compound('EncryptedPackage'))).toBe(
      'enclosure/refused: a.docx is encrypted: recipients could not open it',
    );
  });
});
