import { havePages, type Artifact, type Format } from '../model/artifact.ts';
import type { ComposedLetter } from '../model/composed-letter.ts';
import type { Job } from '../model/job.ts';
import { letterWords } from '../languages/letter-words.ts';
import type { OpenFormat, WriteLetter, WritingTools } from './format.ts';

/** How to open the writer of each format. A writer is imported only if its format is requested. */
const OPENERS: Readonly<Record<Format, OpenFormat>> = {
  md: async (tools) => (await import('./markdown/write-markdown.ts')).openMarkdown(tools),
  pdf: async (tools) => (await import('./pdf/write-pdf.ts')).openPdf(tools),
};

/** Writes a letter in every format of a job. */
export type WriteArtifacts = (letter: ComposedLetter) => Promise<readonly Artifact[]>;

/** Opens the formats of a job. Each writer is opened when the first letter is written. */
export function openFormats(
  { formats, attachSource }: Job,
  shared: Omit<WritingTools, 'attachSource'>,
): WriteArtifacts {
  const writers = new Map<Format, Promise<WriteLetter>>();
  const writerOf = (format: Format): Promise<WriteLetter> => {
    const writer = writers.get(format) ?? OPENERS[format]({ ...shared, attachSource });
    writers.set(format, writer);
    return writer;
  };

  return async (composed) => {
    const words = (): string => letterWords(composed.letter);
    const artifacts: Artifact[] = [];
    for (const format of formats) {
      const write = await writerOf(format);
      const layout = havePages([format]) ? await layoutOf(composed) : undefined;
      artifacts.push(...write(composed).map((file) => ({ ...file, format, words, layout })));
    }
    return artifacts;
  };
}

async function layoutOf({ pages }: ComposedLetter): Promise<Artifact['layout']> {
  const { dumpPages } = await import('./page-dump.ts');
  return pages === undefined ? undefined : () => dumpPages(pages);
}
