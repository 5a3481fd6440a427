import type { FaceDescription } from './fonts.ts';
import type { Sfnt } from './sfnt.ts';

/** Reads what a font file says of itself as a whole (OpenType 1.9, tables head, hhea, OS/2, post and maxp). */
export function describeFace(font: Sfnt, postScriptName: string, isSerif: boolean): FaceDescription {
  const [head, heights, weights, post, profile] = ['head', 'hhea', 'OS/2', 'post', 'maxp'].map((tag) =>
    font.table(tag),
  );
  if (!head || !heights || !weights || !post || !profile) throw new Error('unreachable: the tables were asked for');
  const inThousandths = (units: number): number => (units * 1000) / head.getUint16(18);
  const italicAngle = post.getInt32(4) / 0x1_0000;
  return {
    postScriptName,
    glyphCount: profile.getUint16(4),
    isSerif,
    isItalic: italicAngle !== 0,
    weight: weights.getUint16(4),
    italicAngle,
    box: [
      inThousandths(head.getInt16(36)),
      inThousandths(head.getInt16(38)),
      inThousandths(head.getInt16(40)),
      inThousandths(head.getInt16(42)),
    ],
    ascent: inThousandths(heights.getInt16(4)),
    descent: inThousandths(heights.getInt16(6)),
    xHeight: inThousandths(weights.getInt16(86)),
    capHeight: inThousandths(weights.getInt16(88)),
  };
}
