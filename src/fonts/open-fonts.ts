import { boundedCache, type BoundedCache } from '../model/bounded-cache.ts';
import type { Direction } from '../model/direction.ts';
import { FONT_FILES } from '../model/font-files.ts';
import type { FontFile } from '../model/font-settings.ts';
import type { Language } from '../model/language.ts';
import type { AlsoFace, Face, ProductFace } from '../model/page.ts';
import { convertedOutlines } from './converted-outlines.ts';
import { FontTrap, isTrap } from './damaged-font.ts';
import { describeFace } from './describe-face.ts';
import { type AlsoFont, createFallbacks } from './fallback-faces.ts';
import type { CompositeGlyph, FaceMetrics, Fonts, ShapedWord, ShapingOptions } from './fonts.ts';
import { createGlyphDrawer } from './glyph-path.ts';
import { trueTypeOutlines } from './outlines.ts';
import { readSfnt } from './sfnt.ts';
import { createShaper } from './shape-word.ts';
import { subsetFont } from './subset-font.ts';

/**
 * The capacity of a cache generation, in words. There is a cache for each face and each combination of shaping options.
 * The capacity exceeds the vocabulary of a campaign.
 */
const CACHED_WORDS = 5000;

/**
 * The heights by which lines are placed in a font of a campaign: those of Noto Serif, so that no line moves because a
 * file states other heights.
 */
const LINE_HEIGHTS: Pick<FaceMetrics, 'ascent' | 'descent'> = { ascent: 1069, descent: -293 };

/**
 * Opens the fonts of a run: those that come with the program, and the checked font files of the campaign, which replace
 * them or are added to them. `readResource` returns the bytes of the file that a module specifier names. The font file
 * of a face is read when the face is first used; for a file of the campaign that HarfBuzz cannot read, an Error is
 * thrown then, and a FontTrap where HarfBuzz cannot shape a word in it. Shaped words are cached.
 */
export async function openFonts(
  readResource: (specifier: string) => Uint8Array,
  ownFiles: readonly FontFile[] = [],
): Promise<Fonts> {
  const hb = await import('harfbuzzjs');
  const shapeWord = createShaper(hb);
  const drawGlyph = createGlyphDrawer(hb);
  const filesByFace = new Map(ownFiles.map((file) => [file.face, file]));
  const fallbacksOf = createFallbacks(ownFiles.flatMap(alsoFontOf), (face) => filesByFace.has(face));

  const openFace = memoise((face: Face) => {
    const bytes = filesByFace.get(face)?.bytes ?? readResource(FONT_FILES[face as ProductFace]);
    const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
    const sfnt = readSfnt(bytes);
    return {
      font,
      scale: 1000 / font.face.upem,
      outlines: sfnt.hasTable('CFF ') ? convertedOutlines(sfnt, font, hb) : trueTypeOutlines(sfnt),
      description: describeFace(sfnt, font, face.startsWith('serif') && !filesByFace.has(face)),
      covers: createCoverageTest(font.face.collectUnicodes()),
    };
  });

  // The caches are nested, because composing a single key for each lookup would take five times as long.
  const wordCaches = memoise((_face: Face) =>
    memoise((_language: Language) => ({ lining: createWordCaches(), raised: createWordCaches() })),
  );
  const metrics = memoise((face: Face): FaceMetrics => {
    const { description } = openFace(face);
    return filesByFace.has(face) ? { ...description, ...LINE_HEIGHTS } : description;
  });
  const covers = (face: Face, codePoint: number): boolean => openFace(face).covers(codePoint);

  // After a trap, nothing is known about the state of HarfBuzz. No word is then shaped in any other font.
  let trap: FontTrap | undefined;
  function shapeIn(face: Face, word: string, options: ShapingOptions): ShapedWord {
    if (trap !== undefined) throw trap;
    try {
      return shapeWord(openFace(face), word, options);
    } catch (error) {
      const file = filesByFace.get(face);
      if (file === undefined || !isTrap(error)) throw error;
      trap = new FontTrap(file, error);
      throw trap;
    }
  }

  return {
    shape: (face, word, options) =>
      wordCaches(face)(options.language)[options.figures][options.direction].getOrCompute(word, () =>
        shapeIn(face, word, options),
      ),
    metrics,
    ownFileOf: (face) => filesByFace.get(face)?.file,
    inkOf: (face, glyph) => {
      const { font, scale } = openFace(face);
      const { xBearing = 0, yBearing = 0, width = 0, height = 0 } = font.glyphExtents(glyph) ?? {};
      if (width === 0 || height === 0) return undefined;
      // HarfBuzz measures the height from the top downwards, as a negative number.
      return {
        left: xBearing * scale,
        right: (xBearing + width) * scale,
        top: yBearing * scale,
        bottom: (yBearing + height) * scale,
      };
    },
    covers,
    fallbackFor: (face, codePoint) =>
      fallbacksOf(face, () => ARABIC.test(String.fromCodePoint(codePoint))).find((fallback) =>
        covers(fallback, codePoint),
      ),
    describe: (face) => openFace(face).description,
    advanceOf: (face, glyph) => openFace(face).font.glyphHAdvance(glyph) * openFace(face).scale,
    pathOf: (face, glyph) => drawGlyph(openFace(face), glyph),
    subset: (face, glyphs, composites = []) => {
      const { outlines, scale } = openFace(face);
      return subsetFont(
        outlines,
        glyphs,
        composites.map((composite) => toFontUnits(composite, scale)),
      );
    },
  };
}

/** Returns a font under `also` with its cut, which the table OS/2 has; none for a file in the place of another face. */
function alsoFontOf({ face, bytes }: FontFile): readonly AlsoFont[] {
  if (!isAlsoFace(face)) return [];
  const os2 = readSfnt(bytes).table('OS/2');
  const [weight, selection] = [os2.getUint16(4), os2.getUint16(62)];
  return [{ face, isBold: weight >= SEMIBOLD, isItalic: (selection & ITALIC) !== 0 }];
}

function isAlsoFace(face: Face): face is AlsoFace {
  return face.startsWith('also-');
}

/** The weight class from which a font serves bold text, and the bit of fsSelection for italics (OpenType 1.9, OS/2). */
const [SEMIBOLD, ITALIC] = [600, 0x0001];

const ARABIC = /^\p{Script_Extensions=Arabic}$/u;

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
