import { type CommandDefinition, colourOption, newCommand } from '../../cli/define-command.ts';

const HELP = `
Each shard writes its letters and a manifest of its own. When all of them are in one folder, join merges their manifests:
the folder is then the same, byte for byte, as after a single run. Shards that are missing, given twice, unfinished, of
another letter or made from other inputs are refused.

Examples:
  demarche join out/open-letter/manifest.*-of-*.ndjson
`;

/** Defines `demarche join`. */
export const joinCommand: CommandDefinition = (start) =>
  newCommand('join')
    .description('join the shards that generate --shard wrote')
    .argument('<manifest...>', 'the manifests of all shards, in one folder')
    .option('--json', 'one JSON document on standard output', false)
    .option('--quiet', 'print only faults', false)
    .addOption(colourOption())
    .addHelpText('after', HELP)
    .action((manifests, options) => start(() => import('./run.ts'), manifests, options));
