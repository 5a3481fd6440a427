import { say } from '../model/message.ts';
import type { PicturePixels } from '../model/picture.ts';
import type { JpegFile } from './jpeg-file.ts';
import { hasWholeScans } from './jpeg-scans.ts';
import { MARKER } from './jpeg-segments.ts';
import { passCheck, refuseDamaged, type Checked } from './refusal.ts';

/** The content of a segment of Adobe (version 100), before the number that says what the components are. */
const ADOBE = [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0];
const ADOBE_MARKER = MARKER.app0 + 14;
const TRANSFORM = { rgb: 0, ycbcr: 1 } as const;

/**
 * Prepares a JPEG file: checks its coefficients, and leaves out what no reader needs to show it, such as where a photo
 * was taken. A segment of Adobe says what the components are, as all readers of PDF understand it.
 */
export function prepareJpeg(file: string, jpeg: JpegFile): Checked<PicturePixels> {
  if (!hasWholeScans(jpeg)) return refuseDamaged(file, say`its pixels cannot be read, or some are missing`);
  const { width, height, colours, segments } = jpeg;
  const adobe = colours === 'grey' ? [] : [segmentBytes(ADOBE_MARKER, Uint8Array.from([...ADOBE, TRANSFORM[colours]]))];
  const bytes = Buffer.concat([
    Uint8Array.from([0xff, MARKER.soi]),
    ...adobe,
    ...segments.flatMap(({ marker, content, scan }) => [segmentBytes(marker, content), scan]),
    Uint8Array.from([0xff, MARKER.eoi]),
  ]);
  const model = colours === 'grey' ? 'grey' : 'rgb';
  return passCheck({
    colour: { width, height, bitsPerSample: 8, colours: model, coding: 'jpeg', bytes },
    alpha: undefined,
  });
}

function segmentBytes(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  return Buffer.concat([Uint8Array.from([0xff, marker, length >> 8, length & 255]), content]);
}
