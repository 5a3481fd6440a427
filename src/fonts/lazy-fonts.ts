import type { Fonts } from './fonts.ts';

/** The product's fonts, opened when they are first asked for, and once: who writes no page loads none. */
export function lazyFonts(readResource: (specifier: string) => Uint8Array): () => Promise<Fonts> {
  let fonts: Promise<Fonts> | undefined;
  return () => (fonts ??= import('./open-fonts.ts').then(({ openFonts }) => openFonts(readResource)));
}
