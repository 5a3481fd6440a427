import type * as HarfBuzz from 'harfbuzzjs';
import type { Language } from '../model/language.ts';
import type { Glyph } from '../model/page.ts';
import type { FaceDescription, ShapingOptions, ShapedWord } from './fonts.ts';
import { widenForRightMarks } from './right-marks.ts';
import { withSuperiorLetters } from './superior-letters.ts';

/** Shapes a word: converts its characters to positioned glyphs. */
export type ShapeWord = (face: OpenedFace, word: string, options: ShapingOptions) => ShapedWord;

/** A face of which HarfBuzz has opened the font file. */
export interface OpenedFace {
  readonly font: HarfBuzz.Font;
  /** The factor from font units to thousandths of an em. */
  readonly scale: number;
  readonly description: Pick<FaceDescription, 'glyphCount'>;
}

/**
 * The languages that have a letter ı besides i. The ligatures of f and i have no dot, so that "afiş" would read as
 * "afış", and these fonts do not leave them out by themselves where the language is Turkish.
 */
const WITH_DOTLESS_I: ReadonlySet<string> = new Set(['az', 'crh', 'gag', 'tr', 'tt']);

/**
 * Creates a shaper. It uses the features that HarfBuzz enables by default, such as kerning and ligatures, but for the
 * ligatures of "fi" in languages that have a letter ı.
 */
export function createShaper(hb: typeof HarfBuzz): ShapeWord {
  // All words share a buffer, because harfbuzzjs frees the memory of a buffer only when it is garbage-collected.
  const buffer = new hb.Buffer();
  const liningFeatures = [new hb.Feature('lnum')];
  const raisedFeatures = [new hb.Feature('sups')];
  const noLigatures = new hb.Feature('liga', 0);

  return ({ font, scale, description: { glyphCount } }, word, { language, figures, direction }) => {
    buffer.reset();
    // With this level, combining marks are clusters of their own, so that each glyph maps to its own characters.
    buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS);
    const isRaised = figures === 'raised';
    buffer.addText(isRaised ? withSuperiorLetters(word, (codePoint) => font.glyph(codePoint) !== undefined) : word);
    // HarfBuzz can guess the script, because a word has only one. The caller gives the direction, because it cannot be
    // guessed from the script: digits in Arabic text are left-to-right.
    buffer.guessSegmentProperties();
    buffer.setDirection(direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.setLanguage(language);
    const features = isRaised ? raisedFeatures : liningFeatures;
    hb.shape(font, buffer, needsDotOfI(word, language) ? [...features, noLigatures] : features);
    // The call `getGlyphInfosAndPositions` would also compute other properties, which takes longer than shaping.
    const [infos, positions] = [buffer.getGlyphInfos(), buffer.getGlyphPositions()];
    if (direction === 'rtl') {
      infos.reverse();
      positions.reverse();
    }
    const glyphs = toGlyphs(infos, positions, word, { scale, glyphCount });
    const rightEdgeOf = (glyphId: number): number => {
      const { xBearing = 0, width = 0 } = font.glyphExtents(glyphId) ?? {};
      return (xBearing + width) * scale;
    };
    const spacedGlyphs = direction === 'rtl' ? glyphs : widenForRightMarks(glyphs, rightEdgeOf);
    return { glyphs: spacedGlyphs, advance: spacedGlyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
  };
}

/** Whether a ligature would take the dot of an i, which distinguishes it from ı. */
function needsDotOfI(word: string, language: Language): boolean {
  return word.includes('fi') && WITH_DOTLESS_I.has(language.replace(/-.*$/u, ''));
}

/**
 * Converts HarfBuzz's glyphs, which are in reading order. The tables of a font may name a glyph that it does not have,
 * which is then missing, as one that they name none for.
 */
function toGlyphs(
  infos: readonly HarfBuzz.GlyphInfo[],
  positions: readonly HarfBuzz.GlyphPosition[],
  word: string,
  { scale, glyphCount }: { readonly scale: number; readonly glyphCount: number },
): readonly Glyph[] {
  const texts = glyphTexts(infos, word);
  return infos.map(({ codepoint }, index): Glyph => {
    const { xAdvance, xOffset, yOffset } = positions[index] ?? NO_POSITION;
    return {
      id: codepoint < glyphCount ? codepoint : NOTDEF,
      text: texts[index] ?? '',
      advance: xAdvance * scale,
      dx: xOffset * scale,
      dy: yOffset * scale,
    };
  });
}

const NOTDEF = 0;
const NO_POSITION = { xAdvance: 0, xOffset: 0, yOffset: 0 };

/**
 * Returns the characters that each glyph represents. HarfBuzz identifies the cluster of a glyph by the UTF-16 index of
 * its first character; several glyphs can belong to one cluster.
 */
function glyphTexts(infos: readonly HarfBuzz.GlyphInfo[], word: string): readonly string[] {
  const glyphCounts = new Map<number, number>();
  for (const { cluster } of infos) glyphCounts.set(cluster, (glyphCounts.get(cluster) ?? 0) + 1);
  const clusterStarts = [...glyphCounts.keys()].toSorted((a, b) => a - b);
  const textsByCluster = new Map(
    clusterStarts.map((clusterStart, index) => {
      const text = word.slice(clusterStart, clusterStarts[index + 1] ?? word.length);
      return [clusterStart, distributeText(text, glyphCounts.get(clusterStart) ?? 0).values()];
    }),
  );
  return infos.map(({ cluster }) => textsByCluster.get(cluster)?.next().value ?? '');
}

/** The scripts of India and South-East Asia, of which a cluster may show its signs in another order than it has them. */
const REORDERED_SCRIPT = new RegExp(
  `[${'Balinese Bengali Cham Devanagari Gujarati Gurmukhi Javanese Kannada Khmer Malayalam Meetei_Mayek Myanmar Oriya Sinhala Sundanese Tamil Telugu Tibetan'
    .split(' ')
    .map((script) => String.raw`\p{Script=${script}}`)
    .join('')}]`,
  'u',
);

/**
 * Distributes the text of a cluster over its glyphs: one code point each if the text, as it is or in NFD, has as many
 * code points as there are glyphs; otherwise the first glyph gets the whole text. It also does where a glyph may stand
 * for a code point other than that at its place.
 */
function distributeText(text: string, glyphCount: number): string[] {
  if (glyphCount > 1 && REORDERED_SCRIPT.test(text)) return [text];
  const codePoints = Array.from(text);
  if (codePoints.length === glyphCount) return codePoints;
  const decomposed = Array.from(text.normalize('NFD'));
  return decomposed.length === glyphCount ? decomposed : [text];
}
