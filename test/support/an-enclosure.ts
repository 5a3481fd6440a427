import { createHash } from 'node:crypto';
import type { EnclosedFile } from '../../src/model/enclosed-file.ts';
import type { EnclosureLine } from '../../src/model/letter.ts';
import type { Inline } from '../../src/model/tree.ts';

/** Returns an enclosure of a letter that is no file. */
export function enclosed(...title: readonly Inline[]): EnclosureLine {
  return { title, file: undefined };
}

/** Returns a checked file that is enclosed, with any bytes. */
export function anEnclosedFile(path: string, content: string): EnclosedFile {
  const bytes = new TextEncoder().encode(content);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { path, name, mediaType: 'text/plain', bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}
