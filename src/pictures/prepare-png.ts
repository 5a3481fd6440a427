import { deflateSync, inflateSync } from 'node:zlib';
import { say } from '../model/message.ts';
import type { PixelStream, PicturePixels } from '../model/picture.ts';
import type { ColourType, PngFile } from './png-file.ts';
import { FILTER_COUNT, splitAlpha, unfilterRows } from './png-rows.ts';
import { passCheck, refuseDamaged, type Checked } from './refusal.ts';

/** The channels of a pixel, without alpha. */
const COLOUR_CHANNELS: Readonly<Record<ColourType, number>> = {
  grey: 1,
  rgb: 3,
  palette: 1,
  'grey-alpha': 1,
  'rgb-alpha': 3,
};

/**
 * Prepares the pixels of a PNG file: inflates them to check that they are complete, and divides them into colour and
 * alpha. The deflated rows of a file without an alpha channel are used as they are.
 */
export function preparePng(file: string, png: PngFile): Checked<PicturePixels> {
  const { width, height, bitDepth, colourType, palette, data } = png;
  const hasAlpha = colourType === 'grey-alpha' || colourType === 'rgb-alpha';
  const channels = COLOUR_CHANNELS[colourType];
  const deflated = Buffer.concat(data);
  const rows = inflateRows(deflated, height, rowLengthOf(png, hasAlpha ? channels + 1 : channels));
  if (rows === undefined) return refuseDamaged(file, say`its pixels cannot be read, or some are missing`);
  const size = { width, height, bitsPerSample: bitDepth, coding: 'png' } as const;
  const colours = colourType === 'palette' ? { palette } : channels === 1 ? 'grey' : 'rgb';
  if (hasAlpha) {
    const { colour, alpha } = splitAlpha(rows, width, (channels * bitDepth) / 8, bitDepth / 8);
    return passCheck({
      colour: { ...size, colours, bytes: deflateSync(colour) },
      alpha: alphaStream({ ...size, colours: 'grey' }, alpha),
    });
  }
  if (colourType === 'palette' && !hasAllColours(rows, png)) {
    return refuseDamaged(file, say`it uses a colour that its palette lacks`);
  }
  const alpha = alphaOfColours(rows, png);
  return passCheck({
    colour: { ...size, colours, bytes: deflated },
    alpha: alpha && alphaStream({ ...size, bitsPerSample: 8, colours: 'grey' }, alpha),
  });
}

/** The length of a row in bytes, without its filter. */
function rowLengthOf({ width, bitDepth }: PngFile, channels: number): number {
  return Math.ceil((width * channels * bitDepth) / 8);
}

/** Inflates the rows, each with the number of its filter. Undefined if they are not exactly as many as there must be. */
function inflateRows(deflated: Uint8Array, height: number, rowLength: number): Uint8Array | undefined {
  const length = height * (rowLength + 1);
  try {
    // With `info`, zlib returns the engine too, which counts the bytes that it has read.
    const result: unknown = inflateSync(deflated, { maxOutputLength: length, info: true });
    const { buffer, engine } = result as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    if (buffer.length !== length || engine.bytesWritten !== deflated.length) return undefined;
    for (let start = 0; start < length; start += rowLength + 1) {
      if ((buffer[start] ?? 0) >= FILTER_COUNT) return undefined;
    }
    return buffer;
  } catch {
    return undefined;
  }
}

/** Compresses an alpha channel. Undefined if all of it is opaque. */
function alphaStream(size: Omit<PixelStream, 'bytes'>, rows: Uint8Array): PixelStream | undefined {
  const step = size.bitsPerSample / 8;
  const rowLength = size.width * step;
  const restored = Uint8Array.from(rows);
  unfilterRows(restored, rowLength, step);
  const isOpaque = restored.every((value, index) => value === 255 || index % (rowLength + 1) === 0);
  return isOpaque ? undefined : { ...size, bytes: deflateSync(rows) };
}

/** Whether the palette has all colours that the pixels name. Restores the rows. */
function hasAllColours(rows: Uint8Array, png: PngFile): boolean {
  unfilterRows(rows, rowLengthOf(png, 1), 1);
  const colourCount = png.palette.length / 3;
  if (colourCount === 2 ** png.bitDepth) return true;
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) if (sampleAt(rows, png, x, y) >= colourCount) return false;
  }
  return true;
}

/** Returns the number of a pixel that has one sample of at most eight bits, in restored rows. */
function sampleAt(rows: Uint8Array, { width, bitDepth }: PngFile, x: number, y: number): number {
  const rowLength = Math.ceil((width * bitDepth) / 8);
  const bit = x * bitDepth;
  const byte = rows[y * (rowLength + 1) + 1 + (bit >> 3)] ?? 0;
  return (byte >> (8 - bitDepth - (bit & 7))) & (2 ** bitDepth - 1);
}

/**
 * Returns the rows of an alpha channel of 8 bits for the transparent colours of a file; undefined if it has none. The
 * rows of a palette are restored; others are not yet.
 */
function alphaOfColours(rows: Uint8Array, png: PngFile): Uint8Array | undefined {
  const { width, height, bitDepth, colourType, transparency } = png;
  if (transparency === undefined) return undefined;
  const alphaAt =
    colourType === 'palette' ? alphaByPalette(rows, png, transparency) : alphaByKey(rows, png, transparency);
  const alpha = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) alpha[y * (width + 1) + 1 + x] = alphaAt(x, y, bitDepth);
  }
  return alpha;
}

type AlphaAt = (x: number, y: number, bitDepth: number) => number;

function alphaByPalette(rows: Uint8Array, png: PngFile, transparency: Uint8Array): AlphaAt {
  return (x, y) => transparency[sampleAt(rows, png, x, y)] ?? 255;
}

/** The pixels of one colour are transparent. The samples of the colour have 16 bits, of which the lowest count. */
function alphaByKey(rows: Uint8Array, png: PngFile, transparency: Uint8Array): AlphaAt {
  const { bitDepth, width } = png;
  const channels = transparency.length / 2;
  const step = Math.max(1, (channels * bitDepth) / 8);
  const rowLength = rowLengthOf(png, channels);
  unfilterRows(rows, rowLength, step);
  if (bitDepth < 8) {
    const key = (transparency[1] ?? 0) & (2 ** bitDepth - 1);
    return (x, y) => (sampleAt(rows, png, x, y) === key ? 0 : 255);
  }
  const key = bitDepth === 16 ? transparency : transparency.filter((_, index) => index % 2 === 1);
  return (x, y) => {
    const start = y * (width * step + 1) + 1 + x * step;
    return key.every((value, index) => rows[start + index] === value) ? 0 : 255;
  };
}
