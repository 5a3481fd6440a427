import { readPackageFile } from './package-folder.ts';

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
