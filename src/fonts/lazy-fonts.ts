import type { Fonts } from './fonts.ts';

/**
 * Returns a function that loads the fonts when it is first called, so that a run that writes no pages loads neither
 * fonts nor HarfBuzz. `readResource` returns the bytes of the file that a module specifier names.
 */
export function createLazyFontLoader(readResource: (specifier: string) => Uint8Array): () => Promise<Fonts> {
  let fonts: Promise<Fonts> | undefined;
  return () => (fonts ??= import('./open-fonts.ts').then(({ openFonts }) => openFonts(readResource)));
}
