import { say } from '../model/message.ts';
import type { JpegComponent } from './jpeg-file.ts';
import { MARKER, type JpegSegment } from './jpeg-segments.ts';
import { passCheck, refusePicture, refuseDamaged, type Checked } from './refusal.ts';

/** The frame of a JPEG file: its size in pixels and its components. */
export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly JpegComponent[];
}

/** The marker of a baseline frame. */
const BASELINE = 0xc0;
/** The markers from C0 to CF that are no frames: tables of Huffman codes, a reserved one, conditioning of arithmetic codes. */
const NO_FRAMES: readonly number[] = [MARKER.dht, 0xc8, 0xcc];
const SAVE_AS_BASELINE = say`save it again as a baseline JPEG, without the option ‘progressive’`;

/** Whether a marker begins a frame (T.81, B.2.2). */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker);
}

/** Reads the frame of a JPEG file, and refuses every one that is not baseline with one or three components of 8 bits. */
export function readJpegFrame(file: string, segments: readonly JpegSegment[]): Checked<JpegFrame> {
  const [frame, ...otherFrames] = segments.filter(({ marker }) => isFrame(marker));
  if (frame === undefined) return refuseDamaged(file, say`it has no size`);
  const { marker, content } = frame;
  if (marker === 0xc2) return refusePicture(say`${file} is a progressive JPEG`, SAVE_AS_BASELINE);
  if (marker >= 0xc9) return refusePicture(say`${file} is a JPEG with arithmetic coding`, SAVE_AS_BASELINE);
  if (content.length < 6) return refuseDamaged(file, say`its size cannot be read`);
  const precision = content[0] ?? 0;
  if (precision !== 8) {
    return refusePicture(
      say`${file} is a JPEG with ${precision} bits a colour`,
      say`save it again with 8 bits a colour`,
    );
  }
  if (marker !== BASELINE) return refusePicture(say`${file} is not a baseline JPEG`, SAVE_AS_BASELINE);
  if (otherFrames.length > 0) return refuseDamaged(file, say`it has more than one size`);
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [height, width, count] = [view.getUint16(1), view.getUint16(3), view.getUint8(5)];
  if (width === 0 || height === 0 || content.length !== 6 + count * 3) {
    return refuseDamaged(file, say`its size cannot be read`);
  }
  if (count === 4)
    return refusePicture(say`${file} is a JPEG in CMYK`, say`convert its colours to sRGB and save it again`);
  if (count !== 1 && count !== 3) {
    return refusePicture(say`${file} is a JPEG with ${count} components`, say`save it again in sRGB or in grey`);
  }
  const components = Array.from({ length: count }, (_, index): JpegComponent => {
    const [id = 0, sampling = 0, quantisation = 0] = content.subarray(6 + index * 3);
    return { id, horizontalSampling: sampling >> 4, verticalSampling: sampling & 15, quantisation };
  });
  return areSound(components)
    ? passCheck({ width, height, components })
    : refuseDamaged(file, say`its size cannot be read`);
}

/** The maximum number of blocks in one unit of interleaved components (T.81, B.2.3). */
const MAX_BLOCKS_PER_UNIT = 10;

function areSound(components: readonly JpegComponent[]): boolean {
  const blocks = components.reduce((sum, each) => sum + each.horizontalSampling * each.verticalSampling, 0);
  return (
    new Set(components.map(({ id }) => id)).size === components.length &&
    (components.length === 1 || blocks <= MAX_BLOCKS_PER_UNIT) &&
    components.every(
      ({ horizontalSampling, verticalSampling, quantisation }) =>
        [horizontalSampling, verticalSampling].every((sampling) => sampling >= 1 && sampling <= 4) && quantisation <= 3,
    )
  );
}
