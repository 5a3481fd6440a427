import { boundedCache, type BoundedCache } from '../model/bounded-cache.ts';
import { FONT_FILES } from '../model/font-files.ts';
import type { Language } from '../model/language.ts';
import type { Direction, Face } from '../model/page.ts';
import { subsetFont } from './subset-font.ts';
import type { FaceDescription, Fonts, ShapedWord } from './fonts.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { openShaper } from './shape-word.ts';

/** Words kept per generation, face and manner: more than the vocabulary of a campaign. */
const REMEMBERED_WORDS = 5000;

/**
 * Opens the product's fonts. The file of a face is read when that is first used; what was shaped is remembered for as
 * long as the fonts are.
 */
export async function openFonts(readResource: (specifier: string) => Uint8Array): Promise<Fonts> {
  const hb = await import('harfbuzzjs');
  const shapeWord = openShaper(hb);

  const open = once((face: Face) => {
    const bytes = readResource(FONT_FILES[face]);
    const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
    const sfnt = readSfnt(bytes);
    const description = describeFace(sfnt, font.face.getName(POST_SCRIPT_NAME, 'en'), face.startsWith('serif'));
    return {
      font,
      scale: 1000 / font.face.upem,
      sfnt,
      description,
      covers: coverageOf(font.face.collectUnicodes()),
    };
  });

  // Found step by step: to put a key together for every word of every letter takes five times as long.
  const wordsIn = once((_face: Face) => once((_language: Language) => ({ lining: openWords(), raised: openWords() })));

  return {
    shape: (face, word, manner) =>
      wordsIn(face)(manner.language)[manner.figures][manner.direction].recall(word, () =>
        shapeWord(open(face), word, manner),
      ),
    metrics: (face) => open(face).description,
    covers: (face, codePoint) => open(face).covers(codePoint),
    describe: (face) => open(face).description,
    advanceOf: (face, glyph) => open(face).font.glyphHAdvance(glyph) * open(face).scale,
    subset: (face, glyphs) => subsetFont(open(face).sfnt, glyphs),
  };
}

function openWords(): Readonly<Record<Direction, BoundedCache<ShapedWord>>> {
  return { ltr: boundedCache(REMEMBERED_WORDS), rtl: boundedCache(REMEMBERED_WORDS) };
}

/** Reads what a font file says of itself as a whole (OpenType 1.9, tables head, hhea, OS/2, post and maxp). */
function describeFace(font: Sfnt, postScriptName: string, isSerif: boolean): FaceDescription {
  const [head, heights, weights] = [font.table('head'), font.table('hhea'), font.table('OS/2')];
  const inThousandths = (units: number): number => (units * 1000) / head.getUint16(18);
  const italicAngle = font.table('post').getInt32(4) / 0x1_0000;
  return {
    postScriptName,
    glyphCount: font.table('maxp').getUint16(4),
    isSerif,
    isItalic: italicAngle !== 0,
    weight: weights.getUint16(4),
    italicAngle,
    box: [
      inThousandths(head.getInt16(36)),
      inThousandths(head.getInt16(38)),
      inThousandths(head.getInt16(40)),
      inThousandths(head.getInt16(42)),
    ],
    ascent: inThousandths(heights.getInt16(4)),
    descent: inThousandths(heights.getInt16(6)),
    xHeight: inThousandths(weights.getInt16(86)),
    capHeight: inThousandths(weights.getInt16(88)),
  };
}

/** Tells for each character whether the face has a glyph for it or needs none. */
function coverageOf(codePoints: Iterable<number>): (codePoint: number) => boolean {
  // An array, as it is asked for every character of every letter.
  const covered = new Uint8Array(LAST_CODE_POINT + 1);
  for (const codePoint of codePoints) covered[codePoint] = 1;
  return (codePoint) => covered[codePoint] === 1 || GLYPHLESS.test(String.fromCodePoint(codePoint));
}

const LAST_CODE_POINT = 0x10_ffff;
/** Joiners, marks of direction, soft hyphens: shaping leaves nothing of them. */
const GLYPHLESS = /^\p{Default_Ignorable_Code_Point}$/u;
/** The id under which a font's table of names holds the name that PDF calls it by. */
const POST_SCRIPT_NAME = 6;

function once<K, V>(open: (key: K) => V): (key: K) => V {
  const opened = new Map<K, V>();
  return (key) => {
    const known = opened.get(key);
    if (known !== undefined) return known;
    const value = open(key);
    opened.set(key, value);
    return value;
  };
}
