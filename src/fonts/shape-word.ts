import type * as HarfBuzz from 'harfbuzzjs';
import type { Glyph } from '../model/page.ts';
import type { Manner, ShapedWord } from './fonts.ts';

/** Turns words into glyphs. It holds one buffer, emptied for each word, as the library frees buffers only when it likes. */
export type ShapeWord = (face: OpenFace, word: string, manner: Manner) => ShapedWord;

/** A face as the library holds it, and by how much its units are to be multiplied to become thousandths of an em. */
export interface OpenFace {
  readonly font: HarfBuzz.Font;
  readonly scale: number;
}

/** Opens a shaper. Kerning and ligatures are on, as fonts mean them to be; figures are lining. */
export function openShaper(hb: typeof HarfBuzz): ShapeWord {
  const buffer = new hb.Buffer();
  const lining = [new hb.Feature('lnum')];
  const raised = [new hb.Feature('sups')];

  return ({ font, scale }, word, { language, figures, direction }) => {
    buffer.reset();
    // Marks keep clusters of their own, so that every glyph knows its own characters.
    buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS);
    buffer.addText(word);
    // The script is guessed, as one word is of one script. Its direction is not: figures in Arabic are written the other way.
    buffer.guessSegmentProperties();
    buffer.setDirection(direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.setLanguage(language);
    hb.shape(font, buffer, figures === 'raised' ? raised : lining);
    const drawn = buffer.getGlyphInfosAndPositions();
    return wordOf(direction === 'rtl' ? drawn.toReversed() : drawn, word, scale);
  };
}

type RawGlyph = ReturnType<HarfBuzz.Buffer['getGlyphInfosAndPositions']>[number];

/** Of glyphs in the order in which they are read. */
function wordOf(raw: readonly RawGlyph[], word: string, scale: number): ShapedWord {
  const clusters = raw.map(({ cluster }) => cluster);
  const isSimple = clusters.every((cluster, index) => index === 0 || cluster > (clusters[index - 1] ?? 0));
  const texts = isSimple
    ? clusters.map((cluster, index) => word.slice(cluster, clusters[index + 1]))
    : textsOf(clusters, word);
  const glyphs = raw.map((glyph, index): Glyph => ({
    id: glyph.codepoint,
    text: texts[index] ?? '',
    advance: (glyph.xAdvance ?? 0) * scale,
    dx: (glyph.xOffset ?? 0) * scale,
    dy: (glyph.yOffset ?? 0) * scale,
  }));
  return { glyphs, advance: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
}

/** The characters of each glyph where some share theirs, from the places (UTF-16) where the glyphs' clusters begin. */
function textsOf(clusters: readonly number[], word: string): readonly string[] {
  const starts = [...new Set(clusters)].toSorted((a, b) => a - b);
  const shares = new Map(
    starts.map((start, index) => {
      const text = word.slice(start, starts[index + 1] ?? word.length);
      return [start, shared(text, clusters.filter((cluster) => cluster === start).length)];
    }),
  );
  return clusters.map((cluster) => shares.get(cluster)?.shift() ?? '');
}

/** A cluster's text, dealt out to its glyphs: a character each if that comes out even, else all of it to the first. */
function shared(text: string, glyphs: number): string[] {
  const asTyped = Array.from(text);
  if (asTyped.length === glyphs) return asTyped;
  const decomposed = Array.from(text.normalize('NFD'));
  return decomposed.length === glyphs ? decomposed : [text];
}
