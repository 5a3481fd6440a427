import type { Fonts } from '../fonts/fonts.ts';
import type { Artifact } from '../model/artifact.ts';
import type { ComposedLetter } from '../model/composed-letter.ts';
import type { Letter } from '../model/letter.ts';
import type { Values } from '../model/values.ts';

/** Opens the writer of a format, when the first letter is written. */
export type OpenFormat = (tools: WritingTools) => Promise<WriteLetter>;

/** What the writers of a run are opened with. */
export interface WritingTools {
  readonly fonts: () => Promise<Fonts>;
  readonly values: Values;
  /** Whether the PDF holds the letter as Markdown too. */
  readonly attachSource: boolean;
}

/** Writes a letter in one format: as one file, or as several. */
export type WriteLetter = (letter: ComposedLetter) => readonly WrittenFile[];

/** A file of a letter. */
export type WrittenFile = Pick<Artifact, 'name' | 'bytes'>;

/** What a file of a letter is called: recipient, language, extension. */
export function fileName({ id, language }: Letter, extension: string): string {
  return `${id}.${language}.${extension}`;
}
