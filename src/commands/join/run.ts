import { basename, dirname, relative, resolve, sep } from 'node:path';
import { type Telling, printAnswer } from '../../cli/answer.ts';
import { coloursOn } from '../../cli/colours.ts';
import type { CommonOptions } from '../../cli/options.ts';
import { type Shell, UsageError } from '../../cli/shell.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { counted } from '../../report/counted.ts';
import { type DiagnosticRecord, diagnosticRecords } from '../../report/diagnostic-records.ts';
import { diagnosticsText } from '../../report/diagnostics.ts';
import { inColour, plain } from '../../report/paint.ts';
import { joinShards } from '../../run/join-shards.ts';

type JoinOptions = Pick<CommonOptions, 'json' | 'quiet' | 'color'>;

/** `demarche join`: makes one manifest of those of all shards. */
export async function run(shell: Shell, manifests: readonly string[], options: JoinOptions): Promise<number> {
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
  const summary = joined.ok ? joined.value : null;
  return printAnswer(shell, tellingOf(shell, options), options, {
    fields: { summary },
    diagnostics: joined.diagnostics,
    summary:
      summary === null ? '' : `${counted(summary.shards, 'shard')} joined: ${counted(summary.letters, 'letter')}\n`,
    isNo: !joined.ok,
  });
}

/** Without a campaign there are no texts to show, and no profiles whose values are to be withheld. */
function tellingOf(shell: Shell, { color }: JoinOptions): Telling {
  const records = (diagnostics: readonly Diagnostic[]): readonly DiagnosticRecord[] =>
    diagnosticRecords(diagnostics, { texts: new Map(), pathOf: (file) => file, showValues: true });
  return {
    records: (diagnostics) => Promise.resolve(records(diagnostics)),
    reportDiagnostics: async (diagnostics) => {
      if (diagnostics.length === 0) return;
      await shell.err(diagnosticsText(records(diagnostics), coloursOn(shell, color) ? inColour : plain));
    },
  };
}
