import type { Fonts } from './fonts.ts';

/**
 * Returns a function that loads the fonts at its first call only, so that a run without pages loads neither fonts nor
 * HarfBuzz.
 */
export function lazyFonts(readResource: (specifier: string) => Uint8Array): () => Promise<Fonts> {
  let fonts: Promise<Fonts> | undefined;
  return () => (fonts ??= import('./open-fonts.ts').then(({ openFonts }) => openFonts(readResource)));
}
