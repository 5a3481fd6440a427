import { type CommandDefinition, formSwitch, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
A letter a row, a demand a column: the place that the demand has in the letter, and its wording. Below the table stands
what none of these letters has.

Examples:
  demarche matrix
  demarche matrix --role eu-minister --md
  demarche matrix --csv > matrix.csv
`;

/** Defines `demarche matrix`. */
export const matrixCommand: CommandDefinition = (start) =>
  recipientsCommand('matrix')
    .description('say who is asked for what: demands and recipients, with wordings, and what nobody gets')
    .addOption(formSwitch('--md', 'a table in Markdown', ['csv', 'json']))
    .addOption(formSwitch('--csv', 'a table for a spreadsheet (RFC 4180)', ['json']))
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
