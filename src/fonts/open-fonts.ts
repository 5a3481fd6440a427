import { boundedCache, type BoundedCache } from '../model/bounded-cache.ts';
import type { Direction } from '../model/direction.ts';
import { FONT_FILES } from '../model/font-files.ts';
import type { Language } from '../model/language.ts';
import type { Face } from '../model/page.ts';
import { subsetFont } from './subset-font.ts';
import type { CompositeGlyph, FaceDescription, Fonts, ShapedWord } from './fonts.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { createShaper } from './shape-word.ts';

/**
 * The capacity of a cache generation, in words. There is a cache for each face and each combination of shaping options.
 * The capacity exceeds the vocabulary of a campaign.
 */
const CACHED_WORDS = 5000;

/**
 * Opens the fonts that come with the program. `readResource` returns the bytes of the file that a module specifier
 * names. The font file of a face is read when the face is first used. Shaped words are cached.
 */
export async function openFonts(readResource: (specifier: string) => Uint8Array): Promise<Fonts> {
  const hb = await import('harfbuzzjs');
  const shapeWord = createShaper(hb);

  const openFace = memoise((face: Face) => {
    const bytes = readResource(FONT_FILES[face]);
    const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
    const sfnt = readSfnt(bytes);
    const description = describeFace(sfnt, font.face.getName(POST_SCRIPT_NAME, 'en'), face.startsWith('serif'));
    return {
      font,
      scale: 1000 / font.face.upem,
      sfnt,
      description,
      covers: createCoverageTest(font.face.collectUnicodes()),
    };
  });

  // The caches are nested, because composing a single key for each lookup would take five times as long.
  const wordCaches = memoise((_face: Face) =>
    memoise((_language: Language) => ({ lining: createWordCaches(), raised: createWordCaches() })),
  );

  return {
    shape: (face, word, options) =>
      wordCaches(face)(options.language)[options.figures][options.direction].getOrCompute(word, () =>
        shapeWord(openFace(face), word, options),
      ),
    metrics: (face) => openFace(face).description,
    covers: (face, codePoint) => openFace(face).covers(codePoint),
    describe: (face) => openFace(face).description,
    advanceOf: (face, glyph) => openFace(face).font.glyphHAdvance(glyph) * openFace(face).scale,
    subset: (face, glyphs, composites = []) => {
      const { sfnt, scale } = openFace(face);
      return subsetFont(
        sfnt,
        glyphs,
        composites.map((composite) => toFontUnits(composite, scale)),
      );
    },
  };
}

/** Converts a composite glyph to font units; `scale` is the number of thousandths of an em in a font unit. */
function toFontUnits({ components, advance }: CompositeGlyph, scale: number): CompositeGlyph {
  return {
    components: components.map(({ glyph, dx, dy }) => ({
      glyph,
      dx: Math.round(dx / scale),
      dy: Math.round(dy / scale),
    })),
    advance: Math.round(advance / scale),
  };
}

function createWordCaches(): Readonly<Record<Direction, BoundedCache<ShapedWord>>> {
  return { ltr: boundedCache(CACHED_WORDS), rtl: boundedCache(CACHED_WORDS) };
}

/**
 * Reads the global data of a font (OpenType 1.9, tables head, hhea, OS/2, post and maxp). The numbers are the offsets
 * of fields in bytes.
 */
function describeFace(font: Sfnt, postScriptName: string, isSerif: boolean): FaceDescription {
  const [head, hhea, os2] = [font.table('head'), font.table('hhea'), font.table('OS/2')];
  const inThousandths = (units: number): number => (units * 1000) / head.getUint16(18);
  const italicAngle = font.table('post').getInt32(4) / 0x1_0000;
  return {
    postScriptName,
    glyphCount: font.table('maxp').getUint16(4),
    isSerif,
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
    xHeight: inThousandths(os2.getInt16(86)),
    capHeight: inThousandths(os2.getInt16(88)),
  };
}

/** Returns a predicate for whether a code point has a glyph or needs none. */
function createCoverageTest(codePoints: Iterable<number>): (codePoint: number) => boolean {
  // A byte array, because the predicate is called for every character of every letter.
  const isCovered = new Uint8Array(LAST_CODE_POINT + 1);
  for (const codePoint of codePoints) isCovered[codePoint] = 1;
  return (codePoint) => isCovered[codePoint] === 1 || GLYPHLESS.test(String.fromCodePoint(codePoint));
}

const LAST_CODE_POINT = 0x10_ffff;
/** A code point without a visible glyph, such as a joiner, a direction mark or a soft hyphen. */
const GLYPHLESS = /^\p{Default_Ignorable_Code_Point}$/u;
/** The name ID of the PostScript name (OpenType 1.9, table name). */
const POST_SCRIPT_NAME = 6;

/** Caches the results of a function, which are never undefined, by its argument. */
function memoise<K, V>(compute: (key: K) => V): (key: K) => V {
  const values = new Map<K, V>();
  return (key) => {
    const cached = values.get(key);
    if (cached !== undefined) return cached;
    const value = compute(key);
    values.set(key, value);
    return value;
  };
}
