import { inflateSync } from 'node:zlib';
import { say } from '../model/message.ts';
import { refuseColours } from './colours.ts';
import { isStandardProfile } from './icc-profile.ts';
import type { PngChunks } from './png-chunks.ts';
import type { ColourType } from './png-file.ts';
import { passCheck, refuseDamaged, type Checked } from './refusal.ts';

/** The maximum length of an inflated profile, in bytes. */
const MAX_PROFILE_BYTES = 4_000_000;

/** The code points of sRGB in the chunk `cICP` (ITU-T H.273). */
const SRGB_CODE_POINTS = [1, 13, 0, 1];
/** The gamma of sRGB, and its white, red, green and blue (IEC 61966-2-1). */
const SRGB_GAMMA = 0.454_55;
const SRGB_CHROMATICITIES = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06];
const UNITS = 100_000;

/**
 * Checks that a PNG file means the colours of sRGB, or greys. If several chunks state the colours, the first of `cICP`,
 * `iCCP`, `sRGB`, `gAMA` with `cHRM` applies (PNG, third edition, 4.3). A file that states none means sRGB.
 */
export function checkPngColours(file: string, single: PngChunks['single'], colourType: ColourType): Checked<undefined> {
  const codePoints = single.get('cICP');
  if (codePoints !== undefined) {
    return SRGB_CODE_POINTS.every((point, index) => point === codePoints[index]) ? OK : refuseColours(file);
  }
  const profile = single.get('iCCP');
  if (profile !== undefined) return checkProfile(file, profile);
  if (single.has('sRGB')) return OK;
  const gamma = single.get('gAMA');
  if (gamma !== undefined && !areNear(gamma, [SRGB_GAMMA], 0.02)) return refuseColours(file);
  const isGrey = colourType === 'grey' || colourType === 'grey-alpha';
  const chromaticities = isGrey ? undefined : single.get('cHRM');
  return chromaticities === undefined || areNear(chromaticities, SRGB_CHROMATICITIES, 0.01) ? OK : refuseColours(file);
}

const OK = passCheck(undefined);

/** Checks the profile of the chunk `iCCP`: a name, a zero, the number of the compression, and the deflated profile. */
function checkProfile(file: string, chunk: Uint8Array): Checked<undefined> {
  const nameEnd = chunk.indexOf(0);
  if (nameEnd < 1 || chunk[nameEnd + 1] !== 0) return refuseDamaged(file, say`its colour profile cannot be read`);
  try {
    const profile = inflateSync(chunk.subarray(nameEnd + 2), { maxOutputLength: MAX_PROFILE_BYTES });
    return isStandardProfile(profile) ? OK : refuseColours(file);
  } catch {
    return refuseDamaged(file, say`its colour profile cannot be read`);
  }
}

/** Whether a chunk has exactly these numbers, each within a tolerance. */
function areNear(chunk: Uint8Array, expected: readonly number[], tolerance: number): boolean {
  if (chunk.length !== expected.length * 4) return false;
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return expected.every((value, index) => Math.abs(view.getUint32(index * 4) / UNITS - value) <= tolerance);
}
