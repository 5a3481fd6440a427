import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openAddress } from '../../../src/cli/open.ts';
import { temporaryFolder } from '../../support/run-demarche.ts';

/** Makes a folder the only one in which programs are found, with these shell scripts, until the test ends. */
function programs(scripts: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  vi.stubEnv('PATH', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}

/** An address with characters on which a shell would act. */
const ADDRESS = 'http://127.0.0.1:7340/0123/#a/b;touch$IFS-x&$(x)';

test.each([
  ['linux', 'xdg-open', [ADDRESS]],
  ['freebsd', 'xdg-open', [ADDRESS]],
  ['darwin', 'open', [ADDRESS]],
  ['win32', 'rundll32', ['url.dll,FileProtocolHandler', ADDRESS]],
] as const)('on %s, %s is started with the address alone, without a shell', async (platform, program, expected) => {
  const failures: string[] = [];
  const folder = programs({ [program]: 'printf "%s\\n" "$@" > "$0.args"' });
  openAddress(ADDRESS, (reason) => failures.push(reason), platform);
  const log = join(folder, `${program}.args`);
  await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8')).toBe(`${expected.join('\n')}\n`);
  expect(failures).toEqual([]);
});

test.each([
  ['is missing', {}, 'xdg-open could not be started'],
  ['finds no browser', { 'xdg-open': 'exit 3' }, 'xdg-open found no browser'],
])('an opener that %s is reported in one sentence', async (_, scripts, expected) => {
  programs(scripts);
  const failures: string[] = [];
  openAddress(ADDRESS, (reason) => failures.push(reason), 'linux');
  await expect.poll(() => failures).toEqual([expected]);
});
