/** What the metadata of a camera say that matters for printing. */
export interface Exif {
  /** How the pixels have to be turned to be upright: 1 if they are (Exif 2.32, 4.6.4.A). */
  readonly orientation: number;
  /** The resolution in dots per inch, in both directions; undefined if none is stated. */
  readonly resolution: readonly [horizontal: number, vertical: number] | undefined;
}

const NOTHING: Exif = { orientation: 1, resolution: undefined };

/** The tags that are read, and the types of their values: a number of 16 bits, and a fraction of two of 32. */
const TAG = { orientation: 0x0112, horizontal: 0x011a, vertical: 0x011b, unit: 0x0128 } as const;
const [SHORT, RATIONAL] = [3, 5];
const MAX_ENTRIES = 500;
/** The dots per inch of one dot per unit: no unit, inch, centimetre. */
const PER_UNIT: Readonly<Record<number, number>> = { 2: 1, 3: 2.54 };

/**
 * Reads the first directory of Exif metadata, which has the form of TIFF. Metadata that cannot be read say nothing,
 * since a picture does not need them.
 */
export function readExif(tiff: Uint8Array): Exif {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 8) return NOTHING;
  const isLittleEndian = view.getUint16(0) === 0x4949;
  const start = view.getUint32(4, isLittleEndian);
  if (start + 2 > tiff.length) return NOTHING;
  const count = view.getUint16(start, isLittleEndian);
  if (count > MAX_ENTRIES || start + 2 + count * 12 > tiff.length) return NOTHING;

  function valueOf(wantedTag: number): number | undefined {
    for (let entry = start + 2; entry < start + 2 + count * 12; entry += 12) {
      if (view.getUint16(entry, isLittleEndian) !== wantedTag) continue;
      const type = view.getUint16(entry + 2, isLittleEndian);
      if (type === SHORT) return view.getUint16(entry + 8, isLittleEndian);
      const offset = view.getUint32(entry + 8, isLittleEndian);
      if (type !== RATIONAL || offset + 8 > tiff.length) return undefined;
      return view.getUint32(offset, isLittleEndian) / view.getUint32(offset + 4, isLittleEndian);
    }
    return undefined;
  }

  const perUnit = PER_UNIT[valueOf(TAG.unit) ?? 2] ?? 0;
  const [horizontal = 0, vertical = 0] = [TAG.horizontal, TAG.vertical].map((tag) => (valueOf(tag) ?? 0) * perUnit);
  const isStated = horizontal > 0 && vertical > 0 && Number.isFinite(horizontal + vertical);
  return { orientation: valueOf(TAG.orientation) ?? 1, resolution: isStated ? [horizontal, vertical] : undefined };
}
