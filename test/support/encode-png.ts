import { crc32, deflateSync } from 'node:zlib';

/** What a test decides about a PNG file. */
export interface PngContent {
  readonly width?: number;
  readonly height?: number;
  readonly bitDepth?: number;
  /** The number of the colour type: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly colourType?: number;
  /** The samples of a pixel, each of `bitDepth` bits. */
  readonly pixel?: (x: number, y: number) => readonly number[];
  /** The filter of each row, from 0 to 4. */
  readonly filter?: (y: number) => number;
  /** Chunks between the header and the pixels, in order. */
  readonly chunks?: readonly (readonly [type: string, content: readonly number[] | Uint8Array])[];
  readonly isInterlaced?: boolean;
  /** In how many chunks the pixels are. */
  readonly dataChunks?: number;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Encodes a PNG file; without anything decided, 4 × 3 pixels in RGB. */
export function encodePng(content: PngContent = {}): Uint8Array {
  const { width = 4, height = 3, bitDepth = 8, colourType = 2, chunks = [], dataChunks = 1 } = content;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colourType, 0, 0, content.isInterlaced === true ? 1 : 0], 8);
  const data = deflateSync(filteredRows(content));
  const partLength = Math.ceil(data.length / dataChunks);
  const dataParts = Array.from({ length: dataChunks }, (_, index) =>
    pngChunk('IDAT', data.subarray(index * partLength, (index + 1) * partLength)),
  );
  const parts = [
    Buffer.from(SIGNATURE),
    pngChunk('IHDR', header),
    ...chunks.map(([type, bytes]) => pngChunk(type, Uint8Array.from(bytes))),
    ...dataParts,
    pngChunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** Encodes a chunk with its length and checksum. */
export function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}

/** Encodes the chunk `pHYs` with a resolution in dots per inch. */
export function resolutionChunk(horizontal: number, vertical: number = horizontal): readonly [string, Uint8Array] {
  const content = Buffer.alloc(9);
  content.writeUInt32BE(Math.round(horizontal / 0.0254), 0);
  content.writeUInt32BE(Math.round(vertical / 0.0254), 4);
  content[8] = 1;
  return ['pHYs', content];
}

function filteredRows({
  width = 4,
  height = 3,
  bitDepth = 8,
  colourType = 2,
  pixel,
  filter = () => 0,
}: PngContent): Uint8Array {
  const channels = CHANNELS[colourType] ?? 1;
  const max = 2 ** bitDepth - 1;
  const samplesAt =
    pixel ?? ((x, y) => Array.from({ length: channels }, (_, c) => (x * 53 + y * 101 + c * 31) % (max + 1)));
  const rows = Array.from({ length: height }, (_, y) => {
    const samples: number[] = [];
    for (let x = 0; x < width; x += 1) samples.push(...samplesAt(x, y));
    return packRow(samples, bitDepth);
  });
  const step = Math.max(1, (channels * bitDepth) >> 3);
  return Buffer.concat(
    rows.map((row, y) => {
      const type = filter(y);
      const above = rows[y - 1] ?? new Uint8Array(row.length);
      // Filter 0 predicts nothing; pictures of hundreds of rows have it.
      const filtered = type === 0 ? row : row.map((value, i) => value - predict(type, row, above, i, step));
      return Buffer.concat([Buffer.from([type]), filtered]);
    }),
  );
}

function packRow(samples: readonly number[], bitDepth: number): Uint8Array {
  if (bitDepth === 8) return Uint8Array.from(samples);
  const row = new Uint8Array(Math.ceil((samples.length * bitDepth) / 8));
  samples.forEach((sample, index) => {
    const bit = index * bitDepth;
    if (bitDepth === 16) row.set([sample >> 8, sample & 255], index * 2);
    else row[bit >> 3] = (row[bit >> 3] ?? 0) | (sample << (8 - bitDepth - (bit & 7)));
  });
  return row;
}

/** The value that a filter of PNG predicts for a byte (third edition, 9.2). */
function predict(type: number, row: Uint8Array, above: Uint8Array, index: number, step: number): number {
  const [left, up, corner] = [row[index - step] ?? 0, above[index] ?? 0, above[index - step] ?? 0];
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  const distances = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  return [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0;
}
