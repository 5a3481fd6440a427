import type * as HarfBuzz from 'harfbuzzjs';
import type { FaceDescription } from './fonts.ts';
import type { Sfnt } from './sfnt.ts';

/** The name ID of the PostScript name (OpenType 1.9, table name). */
const POST_SCRIPT_NAME = 6;

/**
 * Reads the global data of a font (OpenType 1.9, tables head, hhea, OS/2, post and maxp). `isSerif`: whether it is known
 * to have serifs; otherwise its class (PANOSE) tells. The numbers are the offsets of fields in bytes.
 */
export function describeFace(font: Sfnt, shaping: HarfBuzz.Font, isSerif: boolean): FaceDescription {
  const [head, hhea, os2] = [font.table('head'), font.table('hhea'), font.table('OS/2')];
  const inThousandths = (units: number): number => (units * 1000) / head.getUint16(18);
  const italicAngle = font.table('post').getInt32(4) / 0x1_0000;
  // OS/2 has heights of letters from its version 2 on.
  const hasHeights = os2.getUint16(0) >= 2 && os2.byteLength >= 90;
  const heightOf = (letter: string): number => {
    const glyph = shaping.glyph(letter.codePointAt(0) ?? 0);
    return glyph === undefined ? hhea.getInt16(4) : (shaping.glyphExtents(glyph)?.yBearing ?? 0);
  };
  return {
    postScriptName: toPdfName(shaping.face.getName(POST_SCRIPT_NAME, 'en')),
    glyphCount: font.table('maxp').getUint16(4),
    isSerif: isSerif || hasSerifs(os2),
    isItalic: italicAngle !== 0,
    weight: os2.getUint16(4),
    italicAngle,
    box: [
      inThousandths(head.getInt16(36)),
      inThousandths(head.getInt16(38)),
      inThousandths(head.getInt16(40)),
      inThousandths(head.getInt16(42)),
    ],
    ascent: inThousandths(hhea.getInt16(4)),
    descent: inThousandths(hhea.getInt16(6)),
    xHeight: inThousandths(hasHeights ? os2.getInt16(86) : heightOf('x')),
    capHeight: inThousandths(hasHeights ? os2.getInt16(88) : heightOf('H')),
  };
}

/** The greatest length of a PostScript name (Adobe Technical Note 5902). */
const MAX_NAME_LENGTH = 63;

/**
 * Returns a PostScript name without characters that have a meaning in a name of a PDF (ISO 32000-1, 7.3.5). A font
 * without a name is called Font.
 */
function toPdfName(postScriptName: string): string {
  const name = postScriptName.replaceAll(/[^A-Za-z0-9._-]/g, '').slice(0, MAX_NAME_LENGTH);
  return name === '' ? 'Font' : name;
}

/** Whether the PANOSE class of a font of letters names a style of serifs (OpenType 1.9, table OS/2, field panose). */
function hasSerifs(os2: DataView): boolean {
  const [familyKind, serifStyle] = [os2.getUint8(32), os2.getUint8(33)];
  const [LATIN_TEXT, FIRST_SERIF, LAST_SERIF] = [2, 2, 10];
  return familyKind === LATIN_TEXT && serifStyle >= FIRST_SERIF && serifStyle <= LAST_SERIF;
}
