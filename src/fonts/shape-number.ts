import type { Glyph } from '../model/page.ts';
import type { ShapedWord } from './fonts.ts';

/** Puts a number together from its figures; undefined: it is no number, or this face has to shape it as a whole. */
export type ShapeNumber = (word: string) => ShapedWord | undefined;

/** It takes so many numbers before looking how figures stand beside each other has paid. */
const WORTH_LOOKING = 20;
const NUMBER = /^[0-9]+$/;
const FIGURES = Array.from('0123456789');

/**
 * Numbers differ from letter to letter more than all other words do, and mostly a face sets a figure in the same way
 * whatever its neighbours are. Whether it does is asked of the face itself, by shaping all pairs of figures.
 */
export function openNumberShaper(shape: (word: string) => ShapedWord): ShapeNumber {
  let asked = 0;
  let figures: ReadonlyMap<string, Glyph> | undefined;

  return (word) => {
    if (!NUMBER.test(word)) return undefined;
    asked += 1;
    if (asked === WORTH_LOOKING) figures = independentFigures(shape);
    if (figures === undefined) return undefined;
    const glyphs: Glyph[] = [];
    let advance = 0;
    for (const figure of word) {
      const glyph = figures.get(figure);
      if (glyph === undefined) return undefined;
      glyphs.push(glyph);
      advance += glyph.advance;
    }
    return { glyphs, advance };
  };
}

/** The glyph of each figure, if it stays the same beside every other. */
function independentFigures(shape: (word: string) => ShapedWord): ReadonlyMap<string, Glyph> | undefined {
  const figures = new Map<string, Glyph>();
  for (const figure of FIGURES) {
    const { glyphs } = shape(figure);
    const [glyph] = glyphs;
    if (glyph === undefined || glyphs.length > 1) return undefined;
    figures.set(figure, glyph);
  }
  for (const first of FIGURES) {
    const row = FIGURES.map((second) => first + second).join('');
    const { glyphs } = shape(row);
    if (glyphs.length !== row.length) return undefined;
    for (const [place, glyph] of glyphs.entries()) if (!isSame(glyph, figures.get(row.charAt(place)))) return undefined;
  }
  return figures;
}

function isSame(a: Glyph, b: Glyph | undefined): boolean {
  return a.id === b?.id && a.text === b.text && a.advance === b.advance && a.dx === b.dx && a.dy === b.dy;
}
