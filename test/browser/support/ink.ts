import { inflateSync } from 'node:zlib';
import { readPng } from '../../../src/pictures/read-png.ts';
import { unfilterRows } from '../../../src/pictures/png-rows.ts';

/** A page as it was drawn: the shade of each pixel, from 0, which is black, to 255. */
export interface Shades {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads the shades of a PNG file in RGB of 8 bits. Throws an Error if it is another. */
export function shadesOfPng(bytes: Uint8Array): Shades {
  const png = readPng('screenshot.png', bytes);
  if (!png.ok || png.value.colourType !== 'rgb' || png.value.bitDepth !== 8) throw new Error('not a PNG in RGB');
  const { width, height, data } = png.value;
  const rowLength = width * 3;
  const rows = Uint8Array.from(inflateSync(Buffer.concat(data)));
  unfilterRows(rows, rowLength, 3);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const start = y * (rowLength + 1) + 1 + x * 3;
      const [red = 0, green = 0, blue = 0] = rows.subarray(start, start + 3);
      pixels[y * width + x] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    }
  }
  return { width, height, pixels };
}

/** Reads the shades of a file in the format PGM (raw, 256 shades), as `pdftoppm -gray` writes it. */
export function shadesOfPgm(bytes: Uint8Array): Shades {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (header === null) throw new Error('not a PGM of 256 shades');
  const [start, width, height] = [header[0].length, Number(header[1]), Number(header[2])];
  return { width, height, pixels: bytes.subarray(start, start + width * height) };
}

/** A shade that is surely ink, and the lightest one that may be the edge of some. */
const [INK, EDGE] = [112, 232];

/**
 * Returns the pixels of one page that are surely ink, and from which no ink of the other is at most `distance` pixels
 * away, in each direction. What is outside the smaller of the pages is left out.
 */
export function strayInk(page: Shades, other: Shades, distance: number): readonly (readonly [x: number, y: number])[] {
  const [width, height] = [Math.min(page.width, other.width), Math.min(page.height, other.height)];
  const near = spread(other, distance);
  const stray: (readonly [number, number])[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isInk = (page.pixels[y * page.width + x] ?? 255) < INK;
      if (isInk && near[y * other.width + x] !== 1) stray.push([x, y]);
    }
  }
  return stray;
}

/** Returns for each pixel whether it is at most `distance` pixels from one that may be ink: 1 if so. */
function spread({ width, height, pixels }: Shades, distance: number): Uint8Array {
  const across = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] ?? 255) > EDGE) continue;
      across.fill(1, y * width + Math.max(0, x - distance), y * width + Math.min(width, x + distance + 1));
    }
  }
  const near = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (across[y * width + x] !== 1) continue;
      for (let down = Math.max(0, y - distance); down <= Math.min(height - 1, y + distance); down += 1)
        near[down * width + x] = 1;
    }
  }
  return near;
}
