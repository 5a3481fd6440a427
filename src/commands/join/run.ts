import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { diagnosticRecords } from '../../report/diagnostic-records.ts';
import { diagnosticsText } from '../../report/diagnostics.ts';
import { inColour, plain } from '../../report/paint.ts';
import { counted } from '../../report/summary.ts';
import { joinShards } from '../../run/join-shards.ts';
import { coloursOn } from '../../cli/colours.ts';
import type { CommonOptions } from '../../cli/options.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';

/** `demarche join`: the manifests of all shards become one. */
export async function runJoin(
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
  const joined = await joinShards(
    output,
    letter,
    paths.map((path) => `${letter}/${basename(path)}`),
  );
  await tell(shell, joined.diagnostics, joined.ok ? joined.value : undefined, options);
  if (!joined.ok) return EXIT.no;
  const { shards, letters } = joined.value;
  if (!options.quiet) await shell.err(`${counted(shards, 'shard')} joined: ${counted(letters, 'letter')}\n`);
  return EXIT.done;
}

async function tell(
  shell: Shell,
  diagnostics: readonly Diagnostic[],
  summary: object | undefined,
  { json, color }: Pick<CommonOptions, 'json' | 'color'>,
): Promise<void> {
  const records = diagnosticRecords(diagnostics, { texts: new Map(), pathOf: (file) => file, showValues: true });
  if (json) {
    await shell.out(
      `${JSON.stringify({ schemaVersion: 1, summary: summary ?? null, diagnostics: records }, null, 2)}\n`,
    );
  } else if (records.length > 0) {
    await shell.err(diagnosticsText(records, coloursOn(shell, color) ? inColour : plain));
  }
}
