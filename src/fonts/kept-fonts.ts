import type { FontFile } from '../model/font-settings.ts';
import { type Outcome, mapOutcome, success } from '../model/outcome.ts';
import { type LoadedFonts, type ReadResource, loadFonts } from './lazy-fonts.ts';

/** The fonts that were loaded last, by the function that reads those of the product. */
const keptFonts = new WeakMap<ReadResource, LoadedFonts>();

/**
 * Loads fonts as `loadFonts` does. Those that were loaded last with the same function are used again, with their shaped
 * words, if the campaign brings the same files: for the next letter of a run, and for a process that prepares a campaign
 * again and again, because HarfBuzz never releases a font.
 */
export async function loadFontsOnce(
  readResource: ReadResource,
  files: readonly FontFile[],
): Promise<Outcome<LoadedFonts>> {
  const kept = keptFonts.get(readResource);
  // The files are those of `letter.yaml` as it is now, which may name them in other lines.
  if (kept !== undefined && areSameFiles(kept.files, files)) return success({ ...kept, files });
  return mapOutcome(await loadFonts(readResource, files), (loaded) => {
    keptFonts.set(readResource, loaded);
    return loaded;
  });
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
