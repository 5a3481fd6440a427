import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Fonts } from '../../src/fonts/fonts.ts';
import { openFonts } from '../../src/fonts/open-fonts.ts';
import { type TestFont, fontBytes } from './own-fonts.ts';

/** Opens the fonts of the product, from the installed packages, and those of a campaign under `also`. */
export function productFonts(also: readonly TestFont[] = []): Promise<Fonts> {
  const span = { file: 'letter.yaml', line: 1, column: 1 };
  const files = also.map(
    (name, index) => ({ face: `also-${index}`, file: name, bytes: fontBytes(name), span }) as const,
  );
  return openFonts((specifier) => readFileSync(createRequire(import.meta.url).resolve(specifier)), files);
}
