import type { Fonts } from '../fonts/fonts.ts';
import { lazyFonts } from '../fonts/lazy-fonts.ts';
import type { Artifact } from '../model/artifact.ts';
import type { ComposedLetter } from '../model/composed-letter.ts';
import type { Values } from '../model/values.ts';
import type { WriteMarkdown } from './markdown.ts';
import type { DumpPages } from './page-dump.ts';
import type { WritePdf } from './pdf.ts';
import type { WritingOptions } from './write-artifacts.ts';

/** What letters are set and written with: each thing is opened when it is first asked for, and once in a run. */
export interface Press {
  readonly fonts: () => Promise<Fonts>;
  /** The letter in every format that is asked for. */
  readonly write: (letter: ComposedLetter, options: WritingOptions) => Promise<readonly Artifact[]>;
  readonly writeMarkdown: () => Promise<WriteMarkdown>;
  readonly dumpPages: () => Promise<DumpPages>;
  readonly writePdf: () => Promise<WritePdf>;
}

/** A press that finds its fonts where packages have them. */
export function openPress(readResource: (specifier: string) => Uint8Array, values: Values): Press {
  const fonts = lazyFonts(readResource);
  const writing = once(() => import('./write-artifacts.ts'));
  const press: Press = {
    fonts,
    write: async (letter, options) => (await writing()).writeArtifacts(letter, options, press),
    writeMarkdown: once(async () => (await import('./markdown.ts')).openMarkdownWriter(values)),
    dumpPages: once(async () => (await import('./page-dump.ts')).openPageDump()),
    writePdf: once(async () => {
      const [{ openPdfWriter }, opened] = await Promise.all([import('./pdf.ts'), fonts()]);
      return openPdfWriter(opened);
    }),
  };
  return press;
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => (opened ??= open());
}
