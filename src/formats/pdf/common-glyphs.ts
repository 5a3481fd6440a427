import type { Fonts } from '../../fonts/fonts.ts';
import type { Face, Glyph } from '../../model/page.ts';

/**
 * What almost every letter draws in the faces that set the words of recipients. If a letter uses one sign of a group, its
 * font holds the whole group: fonts are then the same in almost all letters of a run, and are cut once. Each entry is a
 * text and, where that is drawn as another, the other.
 */
const GROUPS: readonly (readonly (readonly [text: string, drawnAs?: string])[])[] = [
  [...signs(' .,;:()/-–’‘“”&'), ['\u00A0'], ['\u202F'], ['\u00AD', '-']],
  signs('0123456789'),
  signs('abcdefghijklmnopqrstuvwxyz'),
  signs('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
];

/** The words of templates in most languages that have such signs; the others' own glyphs are not common. */
const SHAPING = { language: 'en', figures: 'lining', direction: 'ltr' } as const;

/** All other faces say what the templates say, in letter after letter. */
const FACES: ReadonlySet<Face> = new Set<Face>(['serif', 'sans']);

/** A glyph with its meaning, and its group. */
export interface CommonGlyph {
  readonly glyph: number;
  readonly text: string;
  readonly group: number;
}

/** The common glyphs of a face; none in faces where letters do not differ. Which they are depends on the font alone. */
export function commonGlyphsOf(face: Face, fonts: Pick<Fonts, 'shape'>): readonly CommonGlyph[] {
  if (!FACES.has(face)) return [];
  return GROUPS.flatMap((group, number) =>
    group.flatMap(([text, drawnAs = text]): readonly CommonGlyph[] => {
      const { glyphs } = fonts.shape(face, drawnAs, SHAPING);
      const [only] = glyphs;
      return only === undefined || glyphs.length > 1 || isMissing(only)
        ? []
        : [{ glyph: only.id, text, group: number }];
    }),
  );
}

function signs(text: string): readonly (readonly [string])[] {
  return Array.from(text, (sign) => [sign]);
}

function isMissing({ id }: Glyph): boolean {
  return id === 0;
}
