// Reads a picture as PGM from standard input and writes it as PNG to standard output, in 16 shades of grey. A page in
// 256 shades is four times as large, and looks the same.
import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const pgm = readFileSync(0);
const [header, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1')) ?? [];
if (header === undefined) throw new Error('standard input is not a PGM of 256 shades');
const [columns, lines] = [Number(width), Number(height)];

// A line is a byte for its filter, 0 for none, and two pixels in each byte after it.
const lineLength = 1 + Math.ceil(columns / 2);
const pixels = Buffer.alloc(lines * lineLength);
for (let y = 0; y < lines; y += 1) {
  for (let x = 0; x < columns; x += 1) {
    const shade = Math.round((pgm[header.length + y * columns + x] ?? 0) / 17);
    pixels[y * lineLength + 1 + (x >> 1)] |= x % 2 === 0 ? shade << 4 : shade;
  }
}

/** A chunk of a PNG file (PNG specification, 5.3): length, type, data, check. */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

// The size, four bits a pixel, greyscale; then the methods of compression, filters and interlacing, of which 0 is none
// or the only one.
const size = Buffer.alloc(13);
size.writeUInt32BE(columns, 0);
size.writeUInt32BE(lines, 4);
size.set([4, 0, 0, 0, 0], 8);
process.stdout.write(
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
