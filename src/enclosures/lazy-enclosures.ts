import { type EnclosedFiles, NO_ENCLOSED_FILES } from '../model/enclosed-file.ts';
import type { Outcome } from '../model/outcome.ts';

/** Checks the files that a letter encloses, as `checkEnclosures` does, which is imported only if it encloses some. */
export async function checkLoadedEnclosures(files: ReadonlyMap<string, Outcome<Uint8Array>>): Promise<EnclosedFiles> {
  if (files.size === 0) return NO_ENCLOSED_FILES;
  const { checkEnclosures } = await import('./check-enclosures.ts');
  return checkEnclosures(files);
}
