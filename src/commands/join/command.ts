import { type CommandDefinition, colourOption, newCommand } from '../../cli/define-command.ts';

const HELP = `
Each part has written its letters and a manifest of its own. When all of them are in one folder, their manifests become
the one that a single run would have left; the folder is then the same, byte for byte. Parts that are missing, doubled,
unfinished, of another letter or made from something else are refused.

Examples:
  demarche join out/open-letter/manifest.*-of-*.ndjson
`;

/** Defines `demarche join`. */
export const joinCommand: CommandDefinition = (start) =>
  newCommand('join')
    .description('join the parts that generate --shard wrote')
    .argument('<manifest...>', 'the manifests of all parts, side by side in one folder')
    .option('--json', 'one JSON document on standard output', false)
    .option('--quiet', 'say nothing but faults', false)
    .addOption(colourOption())
    .addHelpText('after', HELP)
    .action((manifests, options) => start(() => import('./run.ts'), manifests, options));
