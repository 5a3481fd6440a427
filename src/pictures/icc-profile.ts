/**
 * Whether an ICC profile (ICC.1:2010) means the colours of sRGB (IEC 61966-2-1), or greys with its tone curve. It is
 * compared by what it does and not by its name, since there are many profiles of sRGB. A profile that works by tables
 * (`A2B0`) cannot be compared, and is another one.
 */
export function isStandardProfile(profile: Uint8Array): boolean {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  if (profile.length < HEADER_LENGTH + 4 || signatureAt(view, 36) !== 'acsp' || signatureAt(view, 20) !== 'XYZ ')
    return false;
  const tags = readTags(view);
  if (tags === undefined || tags.has('A2B0')) return false;
  const space = signatureAt(view, 16);
  if (space === 'GRAY') return isStandardCurve(tags.get('kTRC'));
  return (
    space === 'RGB ' &&
    PRIMARIES.every(({ tag, xyz }) => isNear(tags.get(tag), xyz)) &&
    ['rTRC', 'gTRC', 'bTRC'].every((tag) => isStandardCurve(tags.get(tag)))
  );
}

const HEADER_LENGTH = 128;
const MAX_TAGS = 100;

/** The primaries of sRGB, adapted to the illuminant D50 of profiles. */
const PRIMARIES = [
  { tag: 'rXYZ', xyz: [0.4361, 0.2225, 0.0139] },
  { tag: 'gXYZ', xyz: [0.3851, 0.7169, 0.0971] },
  { tag: 'bXYZ', xyz: [0.1431, 0.0606, 0.7141] },
] as const;
/** By how much a primary or a point of a curve may differ. A gamma of 2.2 is near enough to the curve of sRGB. */
const TOLERANCE = 0.015;

function signatureAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}

/** Reads the tag table. Undefined if a tag is outside the profile. */
function readTags(view: DataView): ReadonlyMap<string, DataView> | undefined {
  const count = view.getUint32(HEADER_LENGTH);
  if (count > MAX_TAGS || HEADER_LENGTH + 4 + count * 12 > view.byteLength) return undefined;
  const tags = new Map<string, DataView>();
  for (let index = 0; index < count; index += 1) {
    const entry = HEADER_LENGTH + 4 + index * 12;
    const [offset, size] = [view.getUint32(entry + 4), view.getUint32(entry + 8)];
    if (offset + size > view.byteLength || size < 12) return undefined;
    tags.set(signatureAt(view, entry), new DataView(view.buffer, view.byteOffset + offset, size));
  }
  return tags;
}

/** Reads a number of type s15Fixed16. */
function fixedAt(view: DataView, offset: number): number {
  return view.getInt32(offset) / 65_536;
}

function isNear(tag: DataView | undefined, expected: readonly number[]): boolean {
  return (
    tag !== undefined &&
    tag.byteLength >= 20 &&
    expected.every((value, index) => Math.abs(fixedAt(tag, 8 + index * 4) - value) <= TOLERANCE)
  );
}

/** Whether a tone curve is about that of sRGB. */
function isStandardCurve(tag: DataView | undefined): boolean {
  const curve = tag === undefined ? undefined : readCurve(tag);
  if (curve === undefined) return false;
  return Array.from({ length: 21 }, (_, index) => index / 20).every(
    (value) => Math.abs(curve(value) - standardCurve(value)) <= TOLERANCE,
  );
}

function standardCurve(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

type Curve = (value: number) => number;

/** Reads a tone curve (10.5 and 10.15): a gamma, a table or a formula. Undefined if it is none of these. */
function readCurve(tag: DataView): Curve | undefined {
  const type = signatureAt(tag, 0);
  if (type === 'para') return readFormula(tag);
  const count = tag.getUint32(8);
  if (type !== 'curv' || 12 + count * 2 > tag.byteLength) return undefined;
  if (count === 0) return (value) => value;
  if (count === 1) return (value) => value ** (tag.getUint16(12) / 256);
  return (value) => {
    const position = value * (count - 1);
    const below = Math.min(count - 2, Math.floor(position));
    const [low, high] = [tag.getUint16(12 + below * 2), tag.getUint16(14 + below * 2)];
    return (low + (high - low) * (position - below)) / 65_535;
  };
}

/** The numbers of parameters of the types of formulas (`parametricCurveType`). */
const PARAMETER_COUNTS = [1, 3, 4, 5, 7];

function readFormula(tag: DataView): Curve | undefined {
  const type = tag.getUint16(8);
  const count = PARAMETER_COUNTS[type];
  if (count === undefined || 12 + count * 4 > tag.byteLength) return undefined;
  const parameters = Array.from({ length: count }, (_, index) => fixedAt(tag, 12 + index * 4));
  const [g = 1, a = 1, b = 0] = parameters;
  if (type === 0) return (value) => value ** g;
  const power: Curve = (value) => Math.max(0, a * value + b) ** g;
  if (type <= 2) {
    const c = parameters[3] ?? 0;
    return (value) => (a * value + b >= 0 ? power(value) : 0) + c;
  }
  const [, , , c = 0, d = 0, e = 0, f = 0] = parameters;
  return (value) => (value >= d ? power(value) + e : c * value + f);
}
