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

/** The version of this package: it is part of what a letter is made from. */
export const TOOL_VERSION: string = readVersion();

/** What runs it. */
export const RUNTIME: string = `Node ${process.versions.node}`;

function readVersion(): string {
  const manifest: unknown = JSON.parse(readPackageFile('package.json'));
  if (
    typeof manifest === 'object' &&
    manifest !== null &&
    'version' in manifest &&
    typeof manifest.version === 'string'
  ) {
    return manifest.version;
  }
  throw new Error('package.json has no version');
}
