import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { CommonOptions } from '../../cli/options.ts';
import { type Shell, UsageError } from '../../cli/shell.ts';
import { createResultPrinter } from '../../cli/result-printer.ts';
import { formatCount } from '../../report/format-count.ts';
import { joinShards } from '../../run/shards/join-shards.ts';

/**
 * `demarche join`: merges the manifests of all shards of a letter into one. Throws a UsageError if the manifests are in
 * several folders.
 */
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
      'the manifests are in different folders',
      'bring the files of all shards of a letter together in one folder first',
    );
  }
  const letter = basename(folder);
  const outputPath = dirname(folder);
  const outputName = relative(shell.cwd, outputPath).split(sep).join('/') || '.';
  const output = await shell.openOutput({ folder: outputPath, name: outputName, isNamedByUser: true });
  const manifestPaths = paths.map((path) => `${letter}/${basename(path)}`);
  const outcome = await joinShards(output, letter, manifestPaths);
  // The command reads no campaign, so diagnostics have no source lines to quote and no profile values to withhold.
  const style = { pathOf: (file: string) => file, showValues: true };
  // Faults are no more than shards, so all of them are listed.
  const printerOptions = { ...options, reporter: [{ name: 'human' } as const], verbose: true };
  const printer = createResultPrinter(shell, printerOptions, style, undefined);
  const summary = outcome.ok ? outcome.value : null;
  return printer.printResult({
    fields: { summary },
    diagnostics: outcome.diagnostics,
    summary:
      summary === null
        ? ''
        : `${formatCount(summary.shards, 'shard')} joined: ${formatCount(summary.letters, 'letter')}\n`,
    isNegative: !outcome.ok,
  });
}
