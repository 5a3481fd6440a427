import type * as HarfBuzz from 'harfbuzzjs';
import type { Glyph } from '../model/page.ts';
import type { ShapingOptions, ShapedWord } from './fonts.ts';

/** Shapes a word. */
export type ShapeWord = (face: OpenFace, word: string, options: ShapingOptions) => ShapedWord;

/** A face that HarfBuzz has opened. */
export interface OpenFace {
  readonly font: HarfBuzz.Font;
  /** The factor from font units to thousandths of an em. */
  readonly scale: number;
}

/** Creates a shaper. The features that HarfBuzz enables by default, such as kerning and ligatures, are on. */
export function openShaper(hb: typeof HarfBuzz): ShapeWord {
  // One buffer for all words: harfbuzzjs frees the memory of a buffer only when that is garbage-collected.
  const buffer = new hb.Buffer();
  const lining = [new hb.Feature('lnum')];
  const raised = [new hb.Feature('sups')];

  return ({ font, scale }, word, { language, figures, direction }) => {
    buffer.reset();
    // With this level, combining marks are clusters of their own, so that each glyph maps to its own characters.
    buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS);
    buffer.addText(word);
    // HarfBuzz can guess the script, as a word has only one. The direction is the caller's: digits in Arabic text are
    // left-to-right.
    buffer.guessSegmentProperties();
    buffer.setDirection(direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.setLanguage(language);
    hb.shape(font, buffer, figures === 'raised' ? raised : lining);
    // Two calls, as the one that returns both also computes properties, which takes longer than the shaping itself.
    const [infos, positions] = [buffer.getGlyphInfos(), buffer.getGlyphPositions()];
    if (direction === 'rtl') {
      infos.reverse();
      positions.reverse();
    }
    return toShapedWord(infos, positions, word, scale);
  };
}

/** Builds a word from HarfBuzz's glyphs in reading order. */
function toShapedWord(
  infos: readonly HarfBuzz.GlyphInfo[],
  positions: readonly HarfBuzz.GlyphPosition[],
  word: string,
  scale: number,
): ShapedWord {
  const texts = glyphTexts(infos, word);
  const glyphs = infos.map(({ codepoint }, index): Glyph => {
    const { xAdvance, xOffset, yOffset } = positions[index] ?? NO_POSITION;
    return {
      id: codepoint,
      text: texts[index] ?? '',
      advance: xAdvance * scale,
      dx: xOffset * scale,
      dy: yOffset * scale,
    };
  });
  return { glyphs, advance: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
}

const NO_POSITION = { xAdvance: 0, xOffset: 0, yOffset: 0 };

/**
 * Returns the characters of each glyph. A glyph's cluster is the UTF-16 index of its first character; glyphs can share
 * one.
 */
function glyphTexts(infos: readonly HarfBuzz.GlyphInfo[], word: string): readonly string[] {
  const clusters = infos.map(({ cluster }) => cluster);
  const starts = [...new Set(clusters)].toSorted((a, b) => a - b);
  const textsByCluster = new Map(
    starts.map((start, index) => {
      const text = word.slice(start, starts[index + 1] ?? word.length);
      return [start, distribute(text, clusters.filter((cluster) => cluster === start).length)];
    }),
  );
  return clusters.map((cluster) => textsByCluster.get(cluster)?.shift() ?? '');
}

/**
 * Distributes the text of a cluster over its glyphs: one code point each if the numbers are equal, with the text as it
 * is or in NFD; else the first glyph gets all of it.
 */
function distribute(text: string, glyphs: number): string[] {
  const codePoints = Array.from(text);
  if (codePoints.length === glyphs) return codePoints;
  const decomposed = Array.from(text.normalize('NFD'));
  return decomposed.length === glyphs ? decomposed : [text];
}
