/** What a test decides about a JPEG file. */
export interface JpegContent {
  readonly width?: number;
  readonly height?: number;
  /** 1: grey; 3: luminance and two chrominances; others are no sound JPEG. */
  readonly components?: number;
  /** The samples of a block of 8 × 8 pixels, each from 0 to 255. */
  readonly block?: (x: number, y: number, component: number) => number;
  /** How many blocks of luminance a unit has in each direction; 1 or 2. */
  readonly sampling?: number;
  /** The marker of the frame without FF: C0 is baseline. */
  readonly frameMarker?: number;
  readonly precision?: number;
  /** The number of units between two restart markers. */
  readonly restartInterval?: number;
  /** Segments after the first marker, as JFIF: the marker without FF, and the content without the length. */
  readonly segments?: readonly (readonly [marker: number, content: readonly number[] | Uint8Array])[];
}

/** A segment of JFIF with a resolution in dots per inch. */
export function jfifSegment(horizontal: number, vertical: number = horizontal): readonly [number, Uint8Array] {
  const [x, y] = [horizontal, vertical].map((value) => [value >> 8, value & 255]);
  return [0xe0, Uint8Array.from([...Buffer.from('JFIF\0'), 1, 2, 1, ...(x ?? []), ...(y ?? []), 0, 0])];
}

/** The quantisation of all coefficients: with 8, the first one of an even block is its sample less 128. */
const QUANTISATION = 8;
/** All categories of differences have a code of four bits; the only other code, of one bit, ends a block. */
const CODE_LENGTH = 4;
const CATEGORIES = 12;

/** Encodes a JPEG file whose blocks are even; without anything decided, 20 × 12 pixels in colours. */
export function encodeJpeg(content: JpegContent = {}): Uint8Array {
  const { width = 20, height = 12, components = 3, sampling = 1, frameMarker = 0xc0, precision = 8 } = content;
  const { restartInterval = 0, segments = [] } = content;
  const componentNumbers = Array.from({ length: components }, (_, index) => index);
  const samplingOf = (component: number): number => (component === 0 && components > 1 ? sampling : 1);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const frame = componentNumbers.flatMap((each) => [each + 1, samplingOf(each) * 17, 0]);
  const parts: (readonly [number, readonly number[] | Uint8Array])[] = [
    ...segments,
    [0xdb, [0, ...Array.from({ length: 64 }, () => QUANTISATION)]],
    [frameMarker, [precision, ...size, components, ...frame]],
    [0xc4, [0x00, ...codeCounts(CODE_LENGTH, CATEGORIES), ...Array.from({ length: CATEGORIES }, (_, index) => index)]],
    [0xc4, [0x10, ...codeCounts(1, 1), 0]],
    ...(restartInterval === 0 ? [] : [[0xdd, [restartInterval >> 8, restartInterval & 255]] as const]),
    [0xda, [components, ...componentNumbers.flatMap((each) => [each + 1, 0]), 0, 63, 0]],
  ];
  return Uint8Array.from([
    0xff,
    0xd8,
    ...parts.flatMap(([marker, bytes]) => [0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes]),
    ...encodeScan({ ...content, width, height, components, restartInterval }, samplingOf),
    0xff,
    0xd9,
  ]);
}

function codeCounts(length: number, count: number): readonly number[] {
  return Array.from({ length: 16 }, (_, index) => (index + 1 === length ? count : 0));
}

function encodeScan(
  {
    width,
    height,
    components,
    restartInterval,
    block = (x, y, component) => (x * 37 + y * 59 + component * 83) % 256,
  }: Required<Pick<JpegContent, 'width' | 'height' | 'components' | 'restartInterval'>> & JpegContent,
  samplingOf: (component: number) => number,
): readonly number[] {
  const bytes: number[] = [];
  let bits = '';
  const flush = (): void => {
    bits += '1'.repeat((8 - (bits.length % 8)) % 8);
    for (const byte of bits.match(/.{8}/g) ?? []) {
      const value = Number.parseInt(byte, 2);
      bytes.push(value, ...(value === 0xff ? [0] : []));
    }
    bits = '';
  };
  const unit = 8 * samplingOf(0);
  const [columns, rows] = [Math.ceil(width / unit), Math.ceil(height / unit)];
  let previous: number[] = [];
  for (let index = 0; index < columns * rows; index += 1) {
    if (restartInterval > 0 && index > 0 && index % restartInterval === 0) {
      flush();
      bytes.push(0xff, 0xd0 + ((index / restartInterval - 1) % 8));
      previous = [];
    }
    const [unitX, unitY] = [index % columns, Math.floor(index / columns)];
    for (let component = 0; component < components; component += 1) {
      const count = samplingOf(component);
      for (let part = 0; part < count * count; part += 1) {
        const value = block(unitX * count + (part % count), unitY * count + Math.floor(part / count), component) - 128;
        bits += `${encodeDifference(value - (previous[component] ?? 0))}0`;
        previous[component] = value;
      }
    }
  }
  flush();
  return bytes;
}

/** Encodes a difference: the code of its category, and as many bits as the category says (T.81, F.1.2.1). */
function encodeDifference(difference: number): string {
  const category = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const value = difference < 0 ? difference + 2 ** category - 1 : difference;
  const code = category.toString(2).padStart(CODE_LENGTH, '0');
  return code + (category === 0 ? '' : value.toString(2).padStart(category, '0'));
}
