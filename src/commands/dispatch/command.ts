import { type CommandDefinition, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
One row for each recipient: the file and its SHA-256, addresses, copies, enclosures, who has not approved its texts yet, and
empty columns for the register. Only letters that are what would be written now are put down to be sent; skipped
recipients stand in it with the reason.

Examples:
  demarche dispatch > dispatch.csv
  demarche dispatch --role eu-minister > ministers.csv
`;

/** Defines `demarche dispatch`. */
export const dispatchCommand: CommandDefinition = (start) =>
  recipientsCommand('dispatch')
    .description('print the dispatch sheet as CSV: what goes to whom, by which road, with what; send nothing')
    .option('-o, --output <dir>', 'where letters are (default: out in the campaign)')
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
