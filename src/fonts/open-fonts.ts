import { boundedCache } from '../model/bounded-cache.ts';
import { FONT_FILES } from '../model/font-files.ts';
import type { Face } from '../model/page.ts';
import { cutFont } from './cut-font.ts';
import { describeFace } from './describe-face.ts';
import type { Fonts, ShapedWord } from './fonts.ts';
import { withComponents } from './outlines.ts';
import { readSfnt } from './sfnt.ts';
import { openShaper } from './shape-word.ts';

/** Words kept per generation: more than the vocabulary of a campaign. */
const REMEMBERED_WORDS = 20_000;

/**
 * Opens the product's fonts. The file of a face is read when that is first used; what was shaped is remembered for as
 * long as the fonts are.
 */
export async function openFonts(readResource: (specifier: string) => Uint8Array): Promise<Fonts> {
  const hb = await import('harfbuzzjs');
  const shapeWord = openShaper(hb);
  const words = boundedCache<ShapedWord>(REMEMBERED_WORDS);

  const open = once((face: Face) => {
    const bytes = readResource(FONT_FILES[face]);
    const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
    const sfnt = readSfnt(bytes);
    const description = describeFace(sfnt, font.face.getName(POST_SCRIPT_NAME, 'en'), face.startsWith('serif'));
    return { font, sfnt, description, characters: new Set(font.face.collectUnicodes()) };
  });

  const shape: Fonts['shape'] = (face, word, manner) =>
    words.recall(`${face} ${manner.language} ${manner.figures} ${manner.direction} ${word}`, () =>
      shapeWord(open(face).font, word, manner),
    );

  return {
    shape,
    metrics: (face) => open(face).description,
    covers: (face, codePoint) =>
      open(face).characters.has(codePoint) || GLYPHLESS.test(String.fromCodePoint(codePoint)),
    describe: (face) => open(face).description,
    advanceOf: (face, glyph) => (open(face).font.glyphHAdvance(glyph) * 1000) / open(face).font.face.upem,
    subset: (face, glyphs) => {
      const { sfnt } = open(face);
      const kept = withComponents(sfnt, glyphs);
      const places = new Map(kept.map((glyph, place) => [glyph, place]));
      return { bytes: cutFont(sfnt, kept), numberOf: (glyph) => places.get(glyph) ?? NOTDEF };
    },
  };
}

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
