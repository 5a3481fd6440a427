import { readFileSync, readdirSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this package. It is two levels up from this file, both in `src/cli/` and bundled in `dist/program/`.
 */
const PACKAGE_FOLDER = new URL('../../', import.meta.url);

/** Reads a text file of this package; `path` is relative to the package's folder. */
export function readPackageFile(path: string): string {
  return readFileSync(new URL(path, PACKAGE_FOLDER), 'utf8');
}

/** Returns the absolute path of a file of this package; `path` is relative to the package's folder. */
export function packageFilePath(path: string): string {
  return fileURLToPath(new URL(path, PACKAGE_FOLDER));
}

/** Lists the names in a folder of this package; `folder` is relative to the package's folder and ends with a slash. */
export function listPackageFolder(folder: string): readonly string[] {
  return readdirSync(new URL(folder, PACKAGE_FOLDER));
}

/** Lists the paths of all files below a folder of this package, sorted, relative to that folder. */
export function listPackageFiles(folder: string): readonly string[] {
  const base = new URL(folder, PACKAGE_FOLDER);
  const entries = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map(({ parentPath, name }) => posix.join(relative(fileURLToPath(base), parentPath).split(sep).join('/'), name))
    .toSorted();
}

/** The version of this package. It is an input of every letter, so files written by another version are not current. */
export const TOOL_VERSION: string = readVersion();

/** Name and version of the JavaScript runtime. */
export const RUNTIME: string = `Node ${process.versions.node}`;

function readVersion(): string {
  const packageJson: unknown = JSON.parse(readPackageFile('package.json'));
  if (
    typeof packageJson === 'object' &&
    packageJson !== null &&
    'version' in packageJson &&
    typeof packageJson.version === 'string'
  ) {
    return packageJson.version;
  }
  throw new Error('package.json has no version');
}
