import { join } from 'node:path';
import { describeRefusal, refusalText } from '../../cli/describe-refusal.ts';
import { displayPath, findCampaign } from '../../cli/open-campaign.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';
import { watchCampaign } from '../../cli/watch-campaign.ts';
import { printableLines } from '../../report/neutralise.ts';
import type { FileWatcher } from '../../run/file-watcher.ts';
import { type KeptWorld, keepReads } from '../../run/kept-world.ts';
import { type GenerateOptions, generateLetters } from './run-letters.ts';
import { changedLine } from './text.ts';

/**
 * `demarche generate --watch`: generates the letters, and again whenever files of the campaign change, until a signal
 * comes. Each time is a run of its own, which takes the lock of the manifest and releases it, but files that are the same
 * are not read again, and the fonts stay open. Resolves to the exit code.
 */
export async function generateWatching(
  shell: Shell,
  ids: readonly string[],
  options: GenerateOptions,
): Promise<number> {
  const campaign = await findCampaign(shell, options);
  const watcher = watchCampaign(shell, campaign, options);
  const nextEvent = collectEvents(watcher, shell.stop);
  const keeper = createKeeper(shell);
  // The later runs name the folder, so that they do not announce it again, and make only letters that have changed.
  const laterOptions: GenerateOptions = { ...options, directory: campaign, anew: false };
  try {
    await generateLetters(keeper.shell, ids, options);
    if (!options.quiet && !shell.stop.aborted) await shell.err('watching for changes; Ctrl-C ends\n');
    for (;;) {
      const event = await nextEvent();
      if (event === 'stopped') return EXIT.negative;
      if ('ended' in event) {
        await shell.err(refusalText({ message: event.ended }));
        return EXIT.negative;
      }
      keeper.drop(event.names);
      const pathOf = (name: string): string => displayPath(shell.cwd, join(campaign, name));
      if (!options.quiet) await shell.err(printableLines([changedLine(event.names, pathOf)]));
      await generateAgain(keeper.shell, ids, laterOptions);
    }
  } finally {
    watcher.close();
  }
}

/** Makes one of the later runs. What keeps it from starting is reported, and may be repaired by the next change. */
async function generateAgain(shell: Shell, ids: readonly string[], options: GenerateOptions): Promise<void> {
  try {
    await generateLetters(shell, ids, options);
  } catch (error) {
    if (shell.stop.aborted) return;
    const refusal = describeRefusal(error);
    if (refusal === undefined) throw error;
    await shell.err(refusalText(refusal));
  }
}

/** What a command waits for: changed files, the end of the watching with its reason, or a signal. */
type WatchEvent = { readonly names: readonly string[] } | { readonly ended: string } | 'stopped';

/** Returns a function that resolves to the next event. What changes meanwhile is joined and returned then. */
function collectEvents(watcher: FileWatcher, stop: AbortSignal): () => Promise<WatchEvent> {
  const names = new Set<string>();
  let end: string | undefined;
  let wake: () => void = () => undefined;
  watcher.onChange((changed) => {
    for (const name of changed) names.add(name);
    wake();
  });
  void watcher.ended.then((reason) => {
    end = reason;
    wake();
  });
  stop.addEventListener('abort', () => wake());
  return async () => {
    if (!stop.aborted && end === undefined && names.size === 0) await new Promise<void>((resolve) => (wake = resolve));
    if (stop.aborted) return 'stopped';
    if (end !== undefined) return { ended: end };
    const changed = [...names].toSorted();
    names.clear();
    return { names: changed };
  };
}

/**
 * Returns a shell in which all runs have one world that keeps what was read. The output folder is opened for each run, as
 * it may have been replaced.
 */
function createKeeper(shell: Shell): { readonly shell: Shell } & Pick<KeptWorld, 'drop'> {
  let kept: KeptWorld | undefined;
  return {
    shell: {
      ...shell,
      openWorld: async (campaign, output) => {
        const world = await shell.openWorld(campaign, output);
        kept ??= keepReads(world);
        return { ...kept.world, output: world.output };
      },
    },
    drop: (names) => kept?.drop(names),
  };
}
