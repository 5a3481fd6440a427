import type * as HarfBuzz from 'harfbuzzjs';
import type { Glyph } from '../model/page.ts';
import type { ShapingOptions, ShapedWord } from './fonts.ts';

/** Turns words into glyphs. It holds one buffer, emptied for each word, as the library frees buffers only when it likes. */
export type ShapeWord = (face: OpenFace, word: string, manner: ShapingOptions) => ShapedWord;

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
    // Both at once are to be had too, but with properties that take the library longer than shaping takes.
    const [infos, positions] = [buffer.getGlyphInfos(), buffer.getGlyphPositions()];
    if (direction === 'rtl') {
      infos.reverse();
      positions.reverse();
    }
    return wordOf(infos, positions, word, scale);
  };
}

/** Of glyphs in the order in which they are read. */
function wordOf(
  infos: readonly HarfBuzz.GlyphInfo[],
  positions: readonly HarfBuzz.GlyphPosition[],
  word: string,
  scale: number,
): ShapedWord {
  const texts = glyphTexts(infos, word);
  const glyphs = infos.map(({ codepoint }, index): Glyph => {
    const { xAdvance, xOffset, yOffset } = positions[index] ?? NOWHERE;
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

const NOWHERE = { xAdvance: 0, xOffset: 0, yOffset: 0 };

/** The characters of each glyph, from the places (UTF-16) where the glyphs' clusters begin: some glyphs share one. */
function glyphTexts(infos: readonly HarfBuzz.GlyphInfo[], word: string): readonly string[] {
  const clusters = infos.map(({ cluster }) => cluster);
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
