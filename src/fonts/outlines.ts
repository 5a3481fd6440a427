import type { Sfnt } from './sfnt.ts';

/** The outline of a glyph (OpenType 1.9, table glyf); empty where there is nothing to draw. */
export function glyphOutline(font: Sfnt, glyph: number): DataView {
  const outlines = font.table('glyf');
  const [start, end] = [outlineStart(font, glyph), outlineStart(font, glyph + 1)];
  return new DataView(outlines.buffer, outlines.byteOffset + start, end - start);
}

function outlineStart(font: Sfnt, glyph: number): number {
  const isLong = font.table('head').getInt16(50) === 1;
  const places = font.table('loca');
  return isLong ? places.getUint32(glyph * 4) : places.getUint16(glyph * 2) * 2;
}

/** Another glyph that is drawn as part of one: its number, and where that is said in the outline. */
interface Component {
  readonly glyph: number;
  readonly at: number;
  readonly end: number;
}

// Flags of a component.
const WORD_ARGUMENTS = 0x0001;
const SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const X_AND_Y_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

/** What an outline is put together from; nothing if it is drawn by itself. */
export function componentsOf(outline: DataView): readonly Component[] {
  if (outline.byteLength === 0 || outline.getInt16(0) >= 0) return [];
  const components: Component[] = [];
  let flags = MORE_COMPONENTS;
  for (let at = 10; (flags & MORE_COMPONENTS) !== 0;) {
    flags = outline.getUint16(at);
    const end = at + 4 + ((flags & WORD_ARGUMENTS) === 0 ? 2 : 4) + transformLength(flags);
    components.push({ glyph: outline.getUint16(at + 2), at, end });
    at = end;
  }
  return components;
}

function transformLength(flags: number): number {
  if ((flags & SCALE) !== 0) return 2;
  if ((flags & X_AND_Y_SCALE) !== 0) return 4;
  return (flags & TWO_BY_TWO) === 0 ? 0 : 8;
}

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
    waiting.push(...componentsOf(glyphOutline(font, glyph)).map((component) => component.glyph));
  }
  return [...found].toSorted((a, b) => a - b);
}
