import { FONT_FILES } from '../model/font-files.ts';
import type { World } from '../world.ts';
import { sha256 } from './sha256.ts';

/** Bytes: more than a font's table directory, which begins the file and has a checksum of each table (OpenType). */
const DIRECTORY = 1024;

/** One hash over all fonts, which changes with any of them. Reads only where they begin: most runs need no more. */
export function identifyFonts({ readResource }: World): string {
  const files = Object.values(FONT_FILES).map((file) => readResource(file, DIRECTORY));
  return sha256(JSON.stringify(files.map((bytes) => sha256(bytes))));
}
