import { includePagedFormat, type Artifact, type Format } from '../model/artifact.ts';
import type { ComposedLetter } from '../model/composed-letter.ts';
import { copyOfEnclosure } from '../model/enclosed-file.ts';
import type { Job } from '../model/job.ts';
import type { Letter } from '../model/letter.ts';
import { conventionsOf } from '../languages/languages.ts';
import { letterWords } from '../languages/letter-words.ts';
import type { OpenFormat, WriteLetter, WritingTools } from './format.ts';

/** The functions that open the writers of formats. A writer is imported only if its format is requested. */
const OPENERS: Readonly<Record<Format, OpenFormat>> = {
  md: async (tools) => (await import('./markdown/write-markdown.ts')).openMarkdown(tools),
  pdf: async (tools) => (await import('./pdf/write-pdf.ts')).openPdf(tools),
};

/** Writes a letter in every format of a job. */
export type WriteArtifacts = (letter: ComposedLetter) => Promise<readonly Artifact[]>;

/**
 * Opens the formats that a job (the settings of a run) requests. Each writer is opened when the first letter is
 * written.
 */
export function openFormats(
  { formats, attachSource, embed = false }: Job,
  sharedTools: Omit<WritingTools, 'attachSource' | 'embed'>,
): WriteArtifacts {
  const writers = new Map<Format, Promise<WriteLetter>>();
  const openWriter = (format: Format): Promise<WriteLetter> => {
    const writer = writers.get(format) ?? OPENERS[format]({ ...sharedTools, attachSource, embed });
    writers.set(format, writer);
    return writer;
  };

  return async (composed) => {
    const words = (): string =>
      letterWords(composed.letter, conventionsOf(composed.letter.language, sharedTools.locales));
    const artifacts: Artifact[] = [];
    for (const format of formats) {
      const write = await openWriter(format);
      const layout = includePagedFormat([format]) ? await describeLayout(composed) : undefined;
      artifacts.push(...write(composed).map((file) => ({ shared: undefined, ...file, format, words, layout })));
    }
    return [...artifacts, ...copiesOfEnclosures(composed.letter, words)];
  };
}

/** Returns the copies of the files that a letter encloses. Each is made once, as two enclosures may have one file. */
function copiesOfEnclosures({ enclosures }: Letter, words: Artifact['words']): readonly Artifact[] {
  const files = new Set(enclosures.flatMap(({ file }) => file ?? []));
  return [...files].map((file) => ({
    format: undefined,
    name: copyOfEnclosure(file),
    shared: 'enclosure',
    bytes: file.bytes,
    words,
    layout: undefined,
  }));
}

/** Returns the function that describes the positions on the pages; undefined for a letter without pages. */
async function describeLayout({ pages }: ComposedLetter): Promise<Artifact['layout']> {
  const { dumpPages } = await import('./page-dump.ts');
  return pages === undefined ? undefined : () => dumpPages(pages);
}
