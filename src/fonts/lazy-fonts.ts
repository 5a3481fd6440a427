import { type Diagnostic } from '../model/diagnostic.ts';
import type { FontFile } from '../model/font-settings.ts';
import { say } from '../model/message.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import { damagedFault } from './damaged-font.ts';
import type { Fonts } from './fonts.ts';

/** Returns the bytes of the file that a module specifier names. */
type ReadResource = (specifier: string) => Uint8Array;

/**
 * Returns a function that loads the fonts when it is first called, so that a run that writes no pages loads neither
 * fonts nor HarfBuzz.
 */
export function createLazyFontLoader(readResource: ReadResource): () => Promise<Fonts> {
  let fonts: Promise<Fonts> | undefined;
  return () => (fonts ??= import('./open-fonts.ts').then(({ openFonts }) => openFonts(readResource)));
}

/**
 * Checks the font files of a campaign whole and opens the fonts with them. Returns a fault for each file in which letters
 * cannot be set. Without files, returns what `createLazyFontLoader` does.
 */
export async function loadFonts(
  readResource: ReadResource,
  ownFiles: readonly FontFile[],
): Promise<Outcome<() => Promise<Fonts>>> {
  if (ownFiles.length === 0) return settle(createLazyFontLoader(readResource), []);
  const { fontFault } = await import('./check-font.ts');
  const faults = ownFiles.flatMap((file) => fontFault(file) ?? []);
  if (faults.length > 0) return { ok: false, diagnostics: faults };
  const { openFonts } = await import('./open-fonts.ts');
  const fonts = await openFonts(readResource, ownFiles);
  const unreadable = ownFiles.flatMap((file): readonly Diagnostic[] => {
    try {
      fonts.describe(file.face);
      return [];
    } catch {
      // HarfBuzz, which is WebAssembly, may end in a trap, of which the error says nothing.
      return [damagedFault(file, say`its outlines or its layout tables cannot be read`)];
    }
  });
  return settle(() => Promise.resolve(fonts), unreadable);
}
