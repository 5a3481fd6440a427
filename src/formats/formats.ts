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
  html: async (tools) => (await import('./html/write-html.ts')).openHtml(tools),
  txt: async (tools) => (await import('./text/write-text.ts')).openText(tools),
  pdf: async (tools) => (await import('./pdf/write-pdf.ts')).openPdf(tools),
  svg: async (tools) => (await import('./svg/write-svg.ts')).openSvg(tools),
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
    let joinedWords: string | undefined;
    const words = (): string =>
      (joinedWords ??= letterWords(composed.letter, conventionsOf(composed.letter.language, sharedTools.locales)));
    const artifacts: Artifact[] = [];
    for (const format of formats) {
      const write = await openWriter(format);
      const layoutOf = includePagedFormat([format]) ? await openLayouts(composed) : undefined;
      for (const file of write(composed))
        artifacts.push({ shared: undefined, ...file, format, words, layout: layoutOf?.(file.page) });
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

/**
 * Returns the function that gives the layout of a file: of one page, or of all if the file is no page. Undefined for a
 * letter without pages.
 */
async function openLayouts({
  pages,
}: ComposedLetter): Promise<((page: Artifact['page']) => Artifact['layout']) | undefined> {
  const { dumpPage, dumpPages } = await import('./page-dump.ts');
  if (pages === undefined) return undefined;
  return (page) => (page === undefined ? () => dumpPages(pages) : () => dumpPage(pages, page.number));
}
