import { FONT_FILES } from '../model/font-files.ts';
import type { World } from '../world.ts';
import { sha256 } from './sha256.ts';

/** The table of tables that a font file begins with holds a checksum of each (OpenType, Table Directory), and is shorter. */
const DIRECTORY = 1024;

/** One hash that is another as soon as a font file is. It reads their beginnings only: most runs need no more of them. */
export function identifyFonts({ readResource }: World): string {
  const files = Object.values(FONT_FILES).map((file) => readResource(file, DIRECTORY));
  return sha256(JSON.stringify(files.map((bytes) => sha256(bytes))));
}
