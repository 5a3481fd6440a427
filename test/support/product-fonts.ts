import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Fonts } from '../../src/fonts/fonts.ts';
import { openFonts } from '../../src/fonts/open-fonts.ts';

/** Opens the fonts of the product, from the installed packages. */
export function productFonts(): Promise<Fonts> {
  return openFonts((specifier) => readFileSync(createRequire(import.meta.url).resolve(specifier)));
}
