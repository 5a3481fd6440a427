import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { CommonOptions } from '../../cli/options.ts';
import { type Shell, UsageError } from '../../cli/shell.ts';
import { openResultPrinter } from '../../cli/result-printer.ts';
import { counted } from '../../report/counted.ts';
import { joinShards } from '../../run/shards/join-shards.ts';

/** `demarche join`: makes one manifest of those of all shards. */
export async function run(
  shell: Shell,
  manifests: readonly string[],
  options: Pick<CommonOptions, 'json' | 'quiet' | 'color'>,
): Promise<number> {
  const paths = manifests.map((manifest) => resolve(shell.cwd, manifest));
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  const [folder = ''] = folders;
  if (folders.length > 1) {
    throw new UsageError(
      'the manifests stand in different folders',
      'bring the files of all shards of a letter together in one folder first',
    );
  }
  const letter = basename(folder);
  const place = dirname(folder);
  const name = relative(shell.cwd, place).split(sep).join('/') || '.';
  const output = await shell.openOutput({ folder: place, name, named: true });
  const parts = paths.map((path) => `${letter}/${basename(path)}`);
  const joined = await joinShards(output, letter, parts);
  // Without a campaign there are no lines to show, and no values of profiles to withhold.
  const style = { pathOf: (file: string) => file, showValues: true };
  const telling = openResultPrinter(shell, { ...options, reporter: [{ name: 'human' }] }, style, undefined);
  const summary = joined.ok ? joined.value : null;
  return telling.answer({
    fields: { summary },
    diagnostics: joined.diagnostics,
    summary:
      summary === null ? '' : `${counted(summary.shards, 'shard')} joined: ${counted(summary.letters, 'letter')}\n`,
    isNo: !joined.ok,
  });
}
