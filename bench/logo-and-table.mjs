/** The logo and the table of the letter of the benchmark that has them. Both are invented. */
import { crc32, deflateSync } from 'node:zlib';

export const LOGO_TEXT = 'An open book in a ring';
export const LOGO_HEIGHT_MM = 18;

/** The table: its head, then its rows. `{field}` is replaced by a value of the recipient. */
export const TABLE = [
  ['Step', 'Who takes it', 'Until'],
  ['A list of the closed collections', 'the holding offices', '31 March 2026'],
  ['The rule for each of them', 'the authorities of {formal}', '30 June 2026'],
  ['Names of the offices for review', 'the ministry', '30 June 2026'],
  ['Evening hours in every region', 'the public archives of {state}', '1 September 2026'],
  ['Catalogues on the common standard', 'the public archives of {state}', '31 December 2026'],
  ['The first report', 'the parliament of {state}', '31 March 2027'],
];

/** Returns the table in Markdown; `fill` replaces the fields of a cell. */
export function tableInMarkdown(fill) {
  const [head, ...rows] = TABLE.map((cells) => `| ${cells.map(fill).join(' | ')} |`);
  return [head, `|${' --- |'.repeat(TABLE[0].length)}`, ...rows].join('\n');
}

/** Returns the logo, a PNG file of 425 × 425 pixels with alpha: as many as `LOGO_HEIGHT_MM` has at 600 dots per inch. */
export function logoFile() {
  const size = 425;
  const row = size * 4 + 1;
  const pixels = Buffer.alloc(size * row);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) pixels.set(pixelOfLogo(x, y, size), y * row + 1 + x * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', '')]);
}

/** The colour and alpha of a pixel: a ring with soft edges around two pages, and nothing elsewhere. */
function pixelOfLogo(x, y, size) {
  const [right, down] = [x - size / 2, y - size / 2];
  const ring = Math.min(1, Math.max(0, 8 - Math.abs(Math.hypot(right, down) - size * 0.44)));
  const isPage = Math.abs(right) > 4 && Math.abs(right) < size / 4 && Math.abs(down - Math.abs(right) / 6) < size / 6;
  return isPage ? [30 + Math.round(Math.abs(right)), 60, 120, 255] : [20, 40, 90, Math.round(255 * ring)];
}

function chunk(type, content) {
  const data = Buffer.from(content);
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
}
