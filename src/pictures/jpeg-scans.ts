import { openJpegBits, type JpegBits } from './jpeg-bits.ts';
import type { JpegComponent, JpegFile } from './jpeg-file.ts';
import { MARKER, type JpegSegment } from './jpeg-segments.ts';
import { readHuffmanCodes, readQuantisation, type HuffmanCode, type JpegTables } from './jpeg-tables.ts';

/**
 * Whether the scans of a JPEG file have all coefficients of all its pixels and nothing more. The code words are read, but
 * no pixel is computed. A file that was cut off and closed again, or of which a part was overwritten, fails.
 */
export function hasWholeScans({ segments, components, ...size }: JpegFile): boolean {
  const tables: JpegTables = { quantisation: new Set(), codes: new Map(), restartInterval: 0 };
  const missing = new Set(components);
  for (const segment of segments) {
    const { marker, content } = segment;
    if (marker === MARKER.sos) {
      const scan = readScanHeader(content, components, tables);
      if (scan?.every(({ component }) => missing.delete(component)) !== true) return false;
      if (!isWholeScan(segment, scan, { components, ...size }, tables.restartInterval)) return false;
    } else if (!readJpegTable(segment, tables)) {
      return false;
    }
  }
  return missing.size === 0;
}

function readJpegTable({ marker, content }: JpegSegment, tables: JpegTables): boolean {
  if (marker === MARKER.dqt) return readQuantisation(content, tables);
  if (marker === MARKER.dht) return readHuffmanCodes(content, tables);
  if (marker !== MARKER.dri) return true;
  tables.restartInterval = ((content[0] ?? 0) << 8) | (content[1] ?? 0);
  return content.length === 2;
}

/** A component of a scan with its Huffman codes. */
interface ScanComponent {
  readonly component: JpegComponent;
  readonly first: HuffmanCode;
  readonly others: HuffmanCode;
}

/** Reads the header of a scan (T.81, B.2.3). Undefined if a baseline file may not have it. */
function readScanHeader(
  content: Uint8Array,
  components: readonly JpegComponent[],
  { codes, quantisation }: JpegTables,
): readonly ScanComponent[] | undefined {
  const count = content[0] ?? 0;
  if (content.length !== 4 + count * 2 || count === 0) return undefined;
  const [start, end, approximation] = content.subarray(1 + count * 2);
  if (start !== 0 || end !== 63 || approximation !== 0) return undefined;
  const scan = Array.from({ length: count }, (_, index): ScanComponent | undefined => {
    const [id, selectors = 0] = content.subarray(1 + index * 2);
    const component = components.find((each) => each.id === id);
    const first = codes.get(selectors >> 4);
    const others = codes.get(16 + (selectors & 15));
    if (component === undefined || first === undefined || others === undefined) return undefined;
    return quantisation.has(component.quantisation) ? { component, first, others } : undefined;
  });
  const known = scan.filter((each) => each !== undefined);
  return known.length === count ? known : undefined;
}

function isWholeScan(
  { scan: bytes }: JpegSegment,
  scan: readonly ScanComponent[],
  frame: Pick<JpegFile, 'width' | 'height' | 'components'>,
  restartInterval: number,
): boolean {
  const bits = openJpegBits(bytes);
  const units = unitCount(scan, frame);
  const blocksOfUnit =
    scan.length === 1 ? scan : scan.flatMap((each) => Array.from({ length: blocksOf(each) }, () => each));
  for (let unit = 0; unit < units; unit += 1) {
    if (restartInterval > 0 && unit > 0 && unit % restartInterval === 0) {
      if (!bits.takeRestart((unit / restartInterval - 1) % 8)) return false;
    }
    for (const each of blocksOfUnit) if (!readBlock(bits, each)) return false;
  }
  return bits.isAtEnd();
}

function blocksOf({ component }: ScanComponent): number {
  return component.horizontalSampling * component.verticalSampling;
}

/** Returns the number of units of a scan (A.2): of blocks of its component, or of interleaved blocks of several. */
function unitCount(
  scan: readonly ScanComponent[],
  { width, height, components }: Pick<JpegFile, 'width' | 'height' | 'components'>,
): number {
  const maxHorizontal = Math.max(...components.map(({ horizontalSampling }) => horizontalSampling));
  const maxVertical = Math.max(...components.map(({ verticalSampling }) => verticalSampling));
  const [only, ...others] = scan;
  if (only === undefined || others.length > 0) {
    return Math.ceil(width / (8 * maxHorizontal)) * Math.ceil(height / (8 * maxVertical));
  }
  const { horizontalSampling, verticalSampling } = only.component;
  const samplesWide = Math.ceil((width * horizontalSampling) / maxHorizontal);
  const samplesHigh = Math.ceil((height * verticalSampling) / maxVertical);
  return Math.ceil(samplesWide / 8) * Math.ceil(samplesHigh / 8);
}

/** The greatest numbers of bits of a difference of first coefficients and of another one, with 8 bits a sample. */
const [MAX_FIRST_BITS, MAX_OTHER_BITS] = [11, 10];

/** Reads the 64 coefficients of a block (F.2.2). Returns false if they are not there. */
function readBlock(bits: JpegBits, { first, others }: ScanComponent): boolean {
  const firstBits = bits.readCode(first);
  if (firstBits < 0 || firstBits > MAX_FIRST_BITS || !bits.skip(firstBits)) return false;
  for (let index = 1; index < 64; index += 1) {
    const value = bits.readCode(others);
    if (value === 0) return true;
    if (value < 0) return false;
    const [zeros, count] = [value >> 4, value & 15];
    if (count > MAX_OTHER_BITS || (count === 0 && zeros < 15)) return false;
    index += zeros;
    if (index > 63 || !bits.skip(count)) return false;
  }
  return true;
}
