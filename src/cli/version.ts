import { createRequire } from 'node:module';

/** The version of this package: it is part of what a letter is made from. */
export const TOOL_VERSION: string = readVersion();

/** What runs it. */
export const RUNTIME: string = `Node ${process.versions.node}`;

function readVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../../package.json');
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
