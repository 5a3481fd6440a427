import { readFileSync, readdirSync } from 'node:fs';

/** The folder of this package, seen from `src/cli/` and from `dist/program/`. */
const PACKAGE_FOLDER = new URL('../../', import.meta.url);

/** The text of a file of this package, by its path in it. */
export function readPackageFile(path: string): string {
  return readFileSync(new URL(path, PACKAGE_FOLDER), 'utf8');
}

/** The names of the files in a folder of this package; `folder` ends with a slash. */
export function listPackageFolder(folder: string): readonly string[] {
  return readdirSync(new URL(folder, PACKAGE_FOLDER));
}
