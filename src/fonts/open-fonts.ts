import { boundedCache } from '../model/bounded-cache.ts';
import { FONT_FILES } from '../model/font-files.ts';
import type { Face } from '../model/page.ts';
import { cutFont } from './cut-font.ts';
import { describeFace } from './describe-face.ts';
import type { Fonts, Manner, ShapedWord } from './fonts.ts';
import { withComponents } from './outlines.ts';
import { readSfnt } from './sfnt.ts';
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

  const wordsIn = openWords((face, manner) => {
    const words = boundedCache<ShapedWord>(REMEMBERED_WORDS);
    const shapeAnew = (word: string): ShapedWord => shapeWord(open(face), word, manner);
    return (word) => words.recall(word, () => shapeAnew(word));
  });
  const shape: Fonts['shape'] = (face, word, manner) => wordsIn(face, manner)(word);

  return {
    shape,
    metrics: (face) => open(face).description,
    covers: (face, codePoint) => open(face).covers(codePoint),
    describe: (face) => open(face).description,
    advanceOf: (face, glyph) => open(face).font.glyphHAdvance(glyph) * open(face).scale,
    subset: (face, glyphs) => {
      const { sfnt } = open(face);
      const kept = withComponents(sfnt, glyphs);
      const places = new Map(kept.map((glyph, place) => [glyph, place]));
      return { bytes: cutFont(sfnt, kept), numberOf: (glyph) => places.get(glyph) ?? NOTDEF };
    },
  };
}

/** Words of one face and manner. */
type ShapeWords = (word: string) => ShapedWord;

/** What shapes in a face and a manner. No key is put together for it: it is asked for every word of every letter. */
function openWords(openOne: (face: Face, manner: Manner) => ShapeWords): (face: Face, manner: Manner) => ShapeWords {
  const faces = new Map<Face, Map<Manner['language'], ShapeWords[]>>();
  return (face, manner) => {
    const { language, figures, direction } = manner;
    let languages = faces.get(face);
    if (languages === undefined) faces.set(face, (languages = new Map()));
    let manners = languages.get(language);
    if (manners === undefined) languages.set(language, (manners = []));
    return (manners[(figures === 'raised' ? 2 : 0) + (direction === 'rtl' ? 1 : 0)] ??= openOne(face, manner));
  };
}

/** Says of the characters of a face whether it has a glyph for them, or they may go without. */
function coverageOf(codePoints: Iterable<number>): (codePoint: number) => boolean {
  const covered = new Uint8Array(LAST_CODE_POINT + 1);
  for (const codePoint of codePoints) covered[codePoint] = 1;
  return (codePoint) => covered[codePoint] === 1 || GLYPHLESS.test(String.fromCodePoint(codePoint));
}

const LAST_CODE_POINT = 0x10_ffff;
const NOTDEF = 0;
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
