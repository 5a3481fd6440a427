import type { Fonts } from '../fonts/fonts.ts';
import type { Artifact } from '../model/artifact.ts';
import type { ComposedLetter } from '../model/composed-letter.ts';
import type { Locales } from '../model/locale-data.ts';
import type { PreparedPictures } from '../model/picture.ts';
import type { Values } from '../model/values.ts';

/** Opens the writer of a format. It is called once in a run, when the first letter is written. */
export type OpenFormat = (tools: WritingTools) => Promise<WriteLetter>;

/** The dependencies and options of the writers of a run (one execution of the command). */
export interface WritingTools {
  /** Opens the fonts. A format without pages does not call it. */
  readonly fonts: () => Promise<Fonts>;
  /** The interned parts of the run's letters: equal parts are one object, by which writers can cache results. */
  readonly values: Values;
  /** The locales of the campaign, which win over those of the product. */
  readonly locales: Locales;
  /** The pictures of the letters, for formats that contain them. A run without such a format has none. */
  readonly pictures: PreparedPictures;
  /** The colour of the letterhead and of links, as `#` and six hexadecimal digits; undefined if the campaign has none. */
  readonly accent: string | undefined;
  /** Whether the letter as Markdown is attached to its PDF. */
  readonly attachSource: boolean;
  /** Whether what a letter encloses is embedded in its PDF. */
  readonly embed: boolean;
}

/** Writes a letter in one format, as one or more files. */
export type WriteLetter = (letter: ComposedLetter) => readonly WrittenFile[];

/** A file that a writer makes: its name and content, the page that it shows, and how a compressed format is compared. */
export type WrittenFile = Pick<Artifact, 'name' | 'bytes' | 'page' | 'hasSameContent'> &
  Partial<Pick<Artifact, 'shared'>>;
