import type { FontFile } from '../model/font-settings.ts';
import { mapOutcome } from '../model/outcome.ts';
import { type LoadFonts, type LoadedFonts, loadFonts } from './lazy-fonts.ts';

/**
 * Returns a function that loads fonts as `loadFonts` does, but keeps those that it loaded last, with their shaped words,
 * as long as the campaign brings the same font files. For a process that prepares a campaign again and again: HarfBuzz
 * never releases a font. Must always be called with the same `readResource`.
 */
export function keepFonts(): LoadFonts {
  let kept: LoadedFonts | undefined;
  return async (readResource, files) => {
    if (kept !== undefined && areSameFiles(kept.files, files)) {
      // The files are those of `letter.yaml` as it is now, which may name them in other lines.
      return { ok: true, value: { ...kept, files }, diagnostics: [] };
    }
    return mapOutcome(await loadFonts(readResource, files), (loaded) => (kept = loaded));
  };
}

function areSameFiles(some: readonly FontFile[], others: readonly FontFile[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ face, file, bytes }, index) => {
      const other = others[index];
      return other?.face === face && other.file === file && Buffer.compare(bytes, other.bytes) === 0;
    })
  );
}
