import { say } from '../model/message.ts';
import { refuseColours } from './colours.ts';
import { readExif } from './exif.ts';
import { isStandardProfile } from './icc-profile.ts';
import type { JpegFile } from './jpeg-file.ts';
import type { JpegFrame } from './jpeg-frame.ts';
import { MARKER, type JpegSegment } from './jpeg-segments.ts';
import { checkResolution } from './limits.ts';
import { passCheck, refusePicture, refuseDamaged, type Checked } from './refusal.ts';

/** What the application segments of a JPEG file say: what its components are, and its resolution. */
type ApplicationData = Pick<JpegFile, 'colours' | 'dotsPerInch'>;

/** The application segments that are read, by their identifiers. */
const IDENTIFIER = { jfif: 'JFIF\0', exif: 'Exif\0\0', profile: 'ICC_PROFILE\0', adobe: 'Adobe' } as const;

/** Reads the application segments: JFIF (ISO/IEC 10918-5), Exif, the ICC profile and that of Adobe. */
export function readApplicationData(
  file: string,
  segments: readonly JpegSegment[],
  { components }: JpegFrame,
): Checked<ApplicationData> {
  const jfif = contentsOf(segments, MARKER.app0, IDENTIFIER.jfif)[0];
  const [exifContent] = contentsOf(segments, MARKER.app0 + 1, IDENTIFIER.exif);
  const exif = exifContent === undefined ? undefined : readExif(exifContent);
  if (exif !== undefined && exif.orientation > 1 && exif.orientation <= 8) {
    return refusePicture(
      say`${file} lies on its side or is mirrored; only its metadata say how to turn it`,
      say`open it in a picture editor, turn it until it is upright, and save it without the metadata`,
    );
  }
  const profile = readIccProfile(contentsOf(segments, MARKER.app0 + 2, IDENTIFIER.profile));
  if (profile === 'incomplete') return refuseDamaged(file, say`a part of its colour profile is missing`);
  if (profile !== undefined && !isStandardProfile(profile)) return refuseColours(file);
  const resolution = jfifResolution(jfif) ?? exif?.resolution;
  const checked = resolution === undefined ? passCheck(undefined) : checkResolution(file, ...resolution);
  if (!checked.ok) return checked;
  if (components.length === 1) return passCheck({ colours: 'grey', dotsPerInch: checked.value });
  // JFIF means luminance and chrominances; Adobe states which of the two it is.
  const adobe = contentsOf(segments, MARKER.app0 + 14, IDENTIFIER.adobe)[0];
  const isRgb = jfif === undefined && (adobe === undefined ? hasRgbIds(components) : adobe[6] === 0);
  return passCheck({ colours: isRgb ? 'rgb' : 'ycbcr', dotsPerInch: checked.value });
}

/** Returns the contents of the segments with a marker and an identifier, without the identifier. */
function contentsOf(segments: readonly JpegSegment[], wantedMarker: number, identifier: string): readonly Uint8Array[] {
  return segments
    .filter(
      ({ marker, content }) =>
        marker === wantedMarker &&
        Buffer.from(content.subarray(0, identifier.length)).toString('latin1') === identifier,
    )
    .map(({ content }) => content.subarray(identifier.length));
}

/** Joins a profile that is divided into segments, each with its number and their count (ICC.1:2010, B.4). */
function readIccProfile(parts: readonly Uint8Array[]): Uint8Array | 'incomplete' | undefined {
  if (parts.length === 0) return undefined;
  const isComplete = parts.every((part, index) => part[0] === index + 1 && part[1] === parts.length);
  return isComplete ? Buffer.concat(parts.map((part) => part.subarray(2))) : 'incomplete';
}

/** The resolution that JFIF states, in dots per inch: after the version, a unit (1: inch, 2: centimetre) and two numbers. */
function jfifResolution(jfif: Uint8Array | undefined): readonly [horizontal: number, vertical: number] | undefined {
  const [, , unit, highX = 0, lowX = 0, highY = 0, lowY = 0] = jfif ?? [];
  if (unit !== 1 && unit !== 2) return undefined;
  const perInch = unit === 1 ? 1 : 2.54;
  const [horizontal, vertical] = [((highX << 8) | lowX) * perInch, ((highY << 8) | lowY) * perInch];
  return horizontal > 0 && vertical > 0 ? [horizontal, vertical] : undefined;
}

/** Whether the components are named R, G and B, which libjpeg takes for these colours in a file that states nothing. */
function hasRgbIds(components: JpegFrame['components']): boolean {
  return String.fromCharCode(...components.map(({ id }) => id)) === 'RGB';
}
