import { say } from '../model/message.ts';
import { checkResolution, checkSize } from './limits.ts';
import { readPngChunks, type PngChunks } from './png-chunks.ts';
import { checkPngColours } from './png-colours.ts';
import type { ColourType, PngFile } from './png-file.ts';
import { passCheck, refusePicture, refuseDamaged, type Checked, type Refusal } from './refusal.ts';

/** The colour types by their number, each with the bit depths that it may have. */
const COLOUR_TYPES: Readonly<Record<number, { readonly type: ColourType; readonly depths: readonly number[] }>> = {
  0: { type: 'grey', depths: [1, 2, 4, 8, 16] },
  2: { type: 'rgb', depths: [8, 16] },
  3: { type: 'palette', depths: [1, 2, 4, 8] },
  4: { type: 'grey-alpha', depths: [8, 16] },
  6: { type: 'rgb-alpha', depths: [8, 16] },
};

const INCHES_PER_METRE = 0.0254;

/** Reads a PNG file (ISO/IEC 15948) up to its pixels, and refuses what letters cannot print. */
export function readPng(file: string, bytes: Uint8Array): Checked<PngFile> {
  const read = readPngChunks(file, bytes);
  if (!read.ok) return read;
  const { single, data, types } = read.value;
  const header = single.get('IHDR');
  if (header?.length !== 13) return refuseDamaged(file, say`its header has a wrong length`);
  const view = viewOf(header);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bitDepth = 0, colourNumber = 0, compression, filter, interlace] = header.subarray(8);
  const colours = COLOUR_TYPES[colourNumber];
  const isKnown = compression === 0 && filter === 0 && (interlace === 0 || interlace === 1);
  if (width === 0 || height === 0 || colours?.depths.includes(bitDepth) !== true || !isKnown) {
    return refuseDamaged(file, say`its header has values that PNG does not allow`);
  }
  const { type: colourType } = colours;
  const palette = single.get('PLTE') ?? new Uint8Array();
  const transparency = single.get('tRNS');
  const refusal =
    refusalOf(checkSize(file, width, height)) ??
    refusalOfKind(file, interlace === 1, types) ??
    paletteRefusal(file, colourType, bitDepth, palette, transparency) ??
    refusalOf(checkPngColours(file, single, colourType));
  if (refusal !== undefined) return { ok: false, refusal };
  const resolution = readResolution(file, single);
  if (!resolution.ok) return resolution;
  // A palette beside colours only suggests how to reduce them.
  const usedPalette = colourType === 'palette' ? palette : new Uint8Array();
  const dotsPerInch = resolution.value;
  return passCheck({ width, height, bitDepth, colourType, palette: usedPalette, transparency, data, dotsPerInch });
}

function refusalOf(checked: Checked<unknown>): Refusal | undefined {
  return checked.ok ? undefined : checked.refusal;
}

function refusalOfKind(file: string, isInterlaced: boolean, types: PngChunks['types']): Refusal | undefined {
  if (types.has('acTL')) {
    return refusePicture(say`${file} is an animated PNG`, say`save one of its pictures as a PNG of its own`).refusal;
  }
  if (!isInterlaced) return undefined;
  return refusePicture(say`${file} is an interlaced PNG (Adam7)`, say`save it again without interlacing`).refusal;
}

/** Checks the palette and the transparency (11.2.2 and 11.3.1). */
function paletteRefusal(
  file: string,
  colourType: ColourType,
  bitDepth: number,
  palette: Uint8Array,
  transparency: Uint8Array | undefined,
): Refusal | undefined {
  const colourCount = palette.length / 3;
  const isGrey = colourType === 'grey' || colourType === 'grey-alpha';
  const maxColours = colourType === 'palette' ? 2 ** bitDepth : 256;
  const isSound = isGrey
    ? colourCount === 0
    : Number.isInteger(colourCount) && colourCount <= maxColours && (colourType !== 'palette' || colourCount > 0);
  if (!isSound) return refuseDamaged(file, say`its palette does not fit its colours`).refusal;
  if (transparency === undefined || hasSoundTransparency(colourType, colourCount, transparency.length))
    return undefined;
  return refuseDamaged(file, say`its transparent colours do not fit its colours`).refusal;
}

function hasSoundTransparency(colourType: ColourType, colourCount: number, length: number): boolean {
  if (colourType === 'grey') return length === 2;
  if (colourType === 'rgb') return length === 6;
  return colourType === 'palette' && length > 0 && length <= colourCount;
}

/** Reads the chunk `pHYs` (11.3.4.3). Undefined if the file states no resolution, or one in no unit. */
function readResolution(file: string, single: PngChunks['single']): Checked<number | undefined> {
  const chunk = single.get('pHYs');
  if (chunk === undefined) return passCheck(undefined);
  if (chunk.length !== 9) return refuseDamaged(file, say`its resolution has a wrong length`);
  const [horizontal, vertical] = [viewOf(chunk).getUint32(0), viewOf(chunk).getUint32(4)];
  const isInMetres = chunk[8] === 1;
  if (horizontal === 0 || vertical === 0) return passCheck(undefined);
  const checked = checkResolution(file, horizontal * INCHES_PER_METRE, vertical * INCHES_PER_METRE);
  return isInMetres || !checked.ok ? checked : passCheck(undefined);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
