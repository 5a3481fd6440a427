import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Matches the path that a declaration imports or exports from, if it is one of this project: `./model/letter.ts`. */
const OWN_PATHS = /(?:\bfrom|\bimport\(|^import)\s*(["'])(\.{1,2}\/[^"']+)\.ts\1/gmu;

/**
 * Removes from a folder of declarations all files that the entry needs neither directly nor through others. The compiler
 * writes one for each module of the program, and most of them declare nothing that a user of the library can name.
 * Throws if a file that is needed is not there.
 */
export function keepNeededDeclarations(folder, entry) {
  const needed = new Set([join(folder, entry)]);
  // A set yields the members that are added while it is iterated.
  for (const file of needed) {
    for (const [, , path] of readFileSync(file, 'utf8').matchAll(OWN_PATHS))
      needed.add(join(file, '..', `${path}.d.ts`));
  }
  removeAllBut(needed, folder);
}

/** Removes all files from a folder but those to keep, and the folders in it that have none of these. */
function removeAllBut(kept, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeAllBut(kept, path);
    else if (!kept.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
