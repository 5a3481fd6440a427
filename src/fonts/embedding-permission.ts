import { type Message, say } from '../model/message.ts';
import type { Sfnt } from './sfnt.ts';

/** The offset of fsType in the table OS/2, in bytes. */
const FS_TYPE = 8;

// Bits of fsType (OpenType 1.9, table OS/2).
const RESTRICTED = 0x0002;
const PREVIEW_AND_PRINT = 0x0004;
const EDITABLE = 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAP_ONLY = 0x0200;

/**
 * Returns why a font may not be embedded, by its own statement; undefined if it may. Of several permissions the least
 * restrictive holds. A letter is read and printed and not edited, which "preview and print" allows. Embedded fonts are
 * always subsets of outlines.
 */
export function embeddingRefusal({ table }: Sfnt): Message | undefined {
  const permissions = table('OS/2').getUint16(FS_TYPE);
  const isAllowed = (permissions & (PREVIEW_AND_PRINT | EDITABLE)) !== 0;
  if ((permissions & RESTRICTED) !== 0 && !isAllowed) return say`its licence is restricted (fsType ${permissions})`;
  if ((permissions & NO_SUBSETTING) !== 0) return say`it may be embedded only whole (fsType ${permissions})`;
  if ((permissions & BITMAP_ONLY) !== 0) return say`only its bitmaps may be embedded (fsType ${permissions})`;
  return undefined;
}
