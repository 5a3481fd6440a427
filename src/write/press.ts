import type { Fonts } from '../fonts/fonts.ts';
import { lazyFonts } from '../fonts/lazy-fonts.ts';
import type { WritePdf } from './pdf.ts';

/** What pages are set and written with: opened when the first is asked for, once in a run, and never without pages. */
export interface Press {
  readonly fonts: () => Promise<Fonts>;
  readonly writePdf: () => Promise<WritePdf>;
}

/** A press that finds its fonts where packages have them. */
export function openPress(readResource: (specifier: string) => Promise<Uint8Array>): Press {
  const fonts = lazyFonts(readResource);
  let writer: Promise<WritePdf> | undefined;
  return {
    fonts,
    writePdf: () =>
      (writer ??= Promise.all([import('./pdf.ts'), fonts()]).then(([pdf, own]) => pdf.openPdfWriter(own))),
  };
}
