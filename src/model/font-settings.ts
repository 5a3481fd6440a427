import type { DataPath } from './data.ts';
import type { Face } from './page.ts';
import type { Span } from './span.ts';

/** The cuts of a typeface. */
export const FONT_CUTS = ['regular', 'bold', 'italic', 'bold-italic'] as const;
export type FontCut = (typeof FONT_CUTS)[number];

/** The font files that a letter names, as paths in the letter's folder. */
export interface FontSettings {
  /** The typeface of the text, in place of Noto Serif. */
  readonly text?: Readonly<Record<FontCut, string>>;
  /** The typeface of the letterhead, the labels and the running head, in place of Noto Sans. */
  readonly sans?: Readonly<Record<'regular' | 'bold', string>>;
  /** The typeface of Arabic script, in place of Amiri. */
  readonly arabic?: Readonly<Record<FontCut, string>>;
  /**
   * Fonts for the characters that the others lack, in the order in which they are tried. The bold of a font is one more
   * file: those in the cut of the text are tried before the others.
   */
  readonly also: readonly string[];
}

/** A font file that a letter names, and the face that it is for. */
export interface NamedFont {
  readonly face: Face;
  /** The path in the letter's folder. */
  readonly file: string;
  /** The place in `letter.yaml` that names the file. */
  readonly path: DataPath;
}

/** A font file of a campaign, which has been read but not checked. */
export interface FontFile {
  readonly face: Face;
  /** The path in the campaign. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The place in `letter.yaml` that names the file. */
  readonly span: Span;
}

/** Returns the font files that a letter names, in the order in which faults name them. */
export function namedFonts({ text, sans, arabic, also }: FontSettings): readonly NamedFont[] {
  const fonts: NamedFont[] = [];
  const add = (face: Face, file: string | undefined, ...path: readonly (string | number)[]): void => {
    if (file !== undefined) fonts.push({ face, file, path: ['page', 'fonts', ...path] });
  };
  for (const cut of FONT_CUTS) add(cut === 'regular' ? 'serif' : `serif-${cut}`, text?.[cut], 'text', cut);
  add('sans', sans?.regular, 'sans', 'regular');
  add('sans-bold', sans?.bold, 'sans', 'bold');
  for (const cut of FONT_CUTS) add(cut === 'regular' ? 'naskh' : `naskh-${cut}`, arabic?.[cut], 'arabic', cut);
  also.forEach((file, index) => add(`also-${index}`, file, 'also', index));
  return fonts;
}
