import { say } from '../model/message.ts';
import { readApplicationData } from './jpeg-application-data.ts';
import type { JpegFile } from './jpeg-file.ts';
import { isFrame, readJpegFrame } from './jpeg-frame.ts';
import { MARKER, readJpegSegments, type JpegSegment } from './jpeg-segments.ts';
import { checkSize } from './limits.ts';
import { passCheck, refuseDamaged, type Checked } from './refusal.ts';

/** The markers of the segments that a reader needs to show the picture, besides the frame. */
const NEEDED: readonly number[] = [MARKER.dqt, MARKER.dht, MARKER.dri, MARKER.sos];

/** Reads a JPEG file (ITU-T T.81) up to its pixels, and refuses what letters cannot print. */
export function readJpeg(file: string, bytes: Uint8Array): Checked<JpegFile> {
  const read = readJpegSegments(file, bytes);
  if (!read.ok) return read;
  const frame = readJpegFrame(file, read.value);
  if (!frame.ok) return frame;
  const size = checkSize(file, frame.value.width, frame.value.height);
  if (!size.ok) return size;
  const segments = read.value.filter(({ marker }) => NEEDED.includes(marker) || isFrame(marker));
  if (!hasScanAfterFrame(segments)) return refuseDamaged(file, say`it has no pixels`);
  const data = readApplicationData(file, read.value, frame.value);
  return data.ok ? passCheck({ ...frame.value, ...data.value, segments }) : data;
}

function hasScanAfterFrame(segments: readonly JpegSegment[]): boolean {
  const frame = segments.findIndex(({ marker }) => isFrame(marker));
  const scan = segments.findIndex(({ marker }) => marker === MARKER.sos);
  return scan > frame;
}
