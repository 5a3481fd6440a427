import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

/** A browser that asks nothing of the network by itself. Root, as in a container, cannot have Chromium's sandbox. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * The path of Chromium: the variable CHROMIUM, or the first of its names on the search path.
 *
 * @throws Error if there is none.
 */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string {
  const stated = env['CHROMIUM'];
  const folders = (env['PATH'] ?? '').split(delimiter);
  const candidates = stated ? [stated] : PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  const found = candidates.find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    stated
      ? `CHROMIUM names no program: ${stated}`
      : `npm run browser needs Chromium: install it (Debian's package is chromium), or put its path into the variable CHROMIUM.`,
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts Chromium without a window. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(process.env), args: FLAGS, chromiumSandbox: false });
}
