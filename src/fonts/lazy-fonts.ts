import { type Diagnostic } from '../model/diagnostic.ts';
import type { FontFile } from '../model/font-settings.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, settle, success } from '../model/outcome.ts';
import { damagedFault } from './damaged-font.ts';
import type { Fonts } from './fonts.ts';

/** Returns the bytes of the file that a module specifier names. */
export type ReadResource = (specifier: string) => Uint8Array;

/**
 * Returns a function that loads the fonts when it is first called, so that a run that writes no pages loads neither
 * fonts nor HarfBuzz.
 */
export function createLazyFontLoader(readResource: ReadResource): () => Promise<Fonts> {
  let fonts: Promise<Fonts> | undefined;
  return () => (fonts ??= import('./open-fonts.ts').then(({ openFonts }) => openFonts(readResource)));
}

/** The fonts of a run: the files that the campaign brings, which have been checked, and what opens them with the others. */
export interface LoadedFonts {
  readonly files: readonly FontFile[];
  readonly open: () => Promise<Fonts>;
}

/**
 * Checks the font files of a campaign whole and opens the fonts with them. Returns a fault for each file in which letters
 * cannot be set. Without files, the fonts are opened when `open` is first called.
 */
export async function loadFonts(readResource: ReadResource, files: readonly FontFile[]): Promise<Outcome<LoadedFonts>> {
  if (files.length === 0) return success({ files, open: createLazyFontLoader(readResource) });
  const { fontFault } = await import('./check-font.ts');
  const faults = files.flatMap((file) => fontFault(file) ?? []);
  if (faults.length > 0) return failure(...faults);
  const { openFonts } = await import('./open-fonts.ts');
  const fonts = await openFonts(readResource, files);
  const unreadable = files.flatMap((file): readonly Diagnostic[] => {
    try {
      fonts.describe(file.face);
      return [];
    } catch {
      // HarfBuzz, which is WebAssembly, may end in a trap, of which the error says nothing.
      return [damagedFault(file, say`its outlines or its layout tables cannot be read`)];
    }
  });
  return settle({ files, open: () => Promise.resolve(fonts) }, unreadable);
}
