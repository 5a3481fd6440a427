import { type CommandDefinition, outputModeOption, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
One row for each letter, one column for each demand: the position of the demand in the letter, and its wording. Below the
table: demands and texts that none of these letters has, and signatories that sign none of them.

With --powers, the table also shows the demands that a recipient has the power for and is not asked for, by
recipients/powers.yaml. Recipients who get no letter are then included.

Examples:
  demarche matrix
  demarche matrix --role eu-minister --md
  demarche matrix --csv > matrix.csv
  demarche matrix --powers --md
`;

/** Defines `demarche matrix`. */
export const matrixCommand: CommandDefinition = (start) =>
  recipientsCommand('matrix')
    .description('show which recipient gets which demand, in which wording, and what no recipient gets')
    .addOption(outputModeOption('--md', 'a table in Markdown', ['csv', 'json']))
    .addOption(outputModeOption('--csv', 'a table for a spreadsheet (RFC 4180)', ['json']))
    .option('--powers', 'show also which recipients could be asked for a demand, and are not', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
