import type { Artifact, Format } from '../model/artifact.ts';
import type { ComposedLetter } from '../model/composed-letter.ts';
import { wordsOf } from '../model/letter-words.ts';
import type { Press } from './press.ts';

/** What is written of a letter. `attachSource` puts the Markdown into the PDF. */
export interface WritingOptions {
  readonly formats: readonly Format[];
  readonly attachSource: boolean;
}

/** The letter in every format that is asked for. What a PDF needs is loaded only for a letter that has pages. */
export async function writeArtifacts(
  { letter, pages }: ComposedLetter,
  { formats, attachSource }: WritingOptions,
  press: Press,
): Promise<readonly Artifact[]> {
  const base = `${letter.id}.${letter.language}`;
  const words = (): string => wordsOf(letter);
  const writeMarkdown = await press.writeMarkdown();
  const markdown = (): Artifact => {
    const bytes = new TextEncoder().encode(writeMarkdown(letter));
    return { format: 'md', name: `${base}.md`, bytes, words, layout: undefined };
  };
  const artifacts = formats.includes('md') ? [markdown()] : [];
  if (pages === undefined) return artifacts;
  const [writePdf, dumpPages] = await Promise.all([press.writePdf(), press.dumpPages()]);
  const bytes = writePdf(pages, attachSource ? { attachment: markdown() } : {});
  return [...artifacts, { format: 'pdf', name: `${base}.pdf`, bytes, words, layout: () => dumpPages(pages) }];
}
