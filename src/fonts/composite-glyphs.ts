import type { Sfnt } from './sfnt.ts';

// Flags of a component (OpenType 1.9, table glyf).
const WORD_ARGUMENTS = 0x0001;
const SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const X_AND_Y_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

/**
 * The glyphs, with those that they are drawn from, with `.notdef`, in ascending order: what a subset holds, so that a
 * glyph's number in the subset is its place in this list.
 */
export function withComponents(font: Sfnt, glyphs: readonly number[]): readonly number[] {
  const found = new Set([0]);
  const waiting = [...glyphs];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (found.has(glyph)) continue;
    found.add(glyph);
    waiting.push(...componentsOf(font, glyph));
  }
  return [...found].toSorted((a, b) => a - b);
}

function componentsOf(font: Sfnt, glyph: number): readonly number[] {
  const outlines = font.table('glyf');
  const [start, end] = [outlineStart(font, glyph), outlineStart(font, glyph + 1)];
  if (start === end || outlines.getInt16(start) >= 0) return [];
  const components: number[] = [];
  let flags = MORE_COMPONENTS;
  for (let at = start + 10; (flags & MORE_COMPONENTS) !== 0;) {
    flags = outlines.getUint16(at);
    components.push(outlines.getUint16(at + 2));
    at += 4 + ((flags & WORD_ARGUMENTS) === 0 ? 2 : 4) + transformLength(flags);
  }
  return components;
}

function transformLength(flags: number): number {
  if ((flags & SCALE) !== 0) return 2;
  if ((flags & X_AND_Y_SCALE) !== 0) return 4;
  return (flags & TWO_BY_TWO) === 0 ? 0 : 8;
}

function outlineStart(font: Sfnt, glyph: number): number {
  const isLong = font.table('head').getInt16(50) === 1;
  const places = font.table('loca');
  return isLong ? places.getUint32(glyph * 4) : places.getUint16(glyph * 2) * 2;
}
