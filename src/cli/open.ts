import { spawn } from 'node:child_process';

/** A program of the system, and the arguments before the address. */
interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

/** The opener of each system, by `process.platform`: it shows an address in the browser that the user has chosen. */
const OPENERS: Partial<Record<NodeJS.Platform, Opener>> = {
  darwin: { program: 'open', args: [] },
  win32: { program: 'rundll32', args: ['url.dll,FileProtocolHandler'] },
};
const OTHER_OPENER: Opener = { program: 'xdg-open', args: [] };

/**
 * Starts the opener of the system with an address, without a shell, and does not wait for it. `onFailure` is called with
 * the reason, as a sentence, if it cannot be started or says that it failed.
 */
export function openAddress(
  address: string,
  onFailure: (reason: string) => void,
  platform: NodeJS.Platform = process.platform,
): void {
  const { program, args } = OPENERS[platform] ?? OTHER_OPENER;
  // Detached: Ctrl-C, which the terminal sends to all processes of a group, does not end the browser.
  const opener = spawn(program, [...args, address], { stdio: 'ignore', shell: false, detached: true });
  opener.once('error', () => onFailure(`${program} could not be started`));
  // Windows' opener has no exit code that means a failure.
  opener.once('exit', (code) => {
    if (code !== null && code !== 0 && platform !== 'win32') onFailure(`${program} found no browser`);
  });
  opener.unref();
}
