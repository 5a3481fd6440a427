import type { InLanguages, Localised } from './language.ts';
import type { Span } from './span.ts';

/** The letterhead as `letter.yaml` states it. What it leaves out follows from the signatories or from the preset. */
export interface Letterhead {
  /** The name of the sender. Without it, the letterhead has the names of those who sign. */
  readonly name?: Localised;
  /** The sender's address and how to reach the sender, one a line. */
  readonly lines?: InLanguages<readonly string[]>;
  /** The colour of the letterhead and of links: six hexadecimal digits after `#`. */
  readonly accent?: string;
  readonly logo?: Logo;
}

/** Where the logo is in the measure. The start is the left side, and in right-to-left letters the right one. */
export type LogoAlignment = 'start' | 'center' | 'end';

/** What `letter.yaml` states of a picture that it names. */
export interface NamedPicture {
  /** The path of the file in the letter's folder. */
  readonly file: string;
  /** What describes the picture to a reader who does not see it. */
  readonly alt?: Localised;
  /** The height in print, in points. */
  readonly height?: number;
}

/** A picture of a signature as `letter.yaml` states it. */
export interface SignatureImage extends NamedPicture {
  readonly span: Span;
}

/** The logo as `letter.yaml` states it. */
export interface Logo extends NamedPicture {
  /** Whether it tells a reader nothing that the letterhead does not say, so that it needs no `alt`. */
  readonly decorative?: boolean;
  readonly align?: LogoAlignment;
}

/** The sender's reference: a template of one line in each language. */
export interface OwnReference {
  readonly text: Localised;
  readonly span: Span;
}
