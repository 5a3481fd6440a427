import { type CommandDefinition, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
One row for each recipient: the file and its SHA-256, addresses, copies, enclosures, missing approvals, why the letter is
not ready to be sent, and empty columns for the register. A letter is ready if its status is final, it has all approvals,
its file is fresh, and its profile has an address. The file is the PDF; without one, the letter as html, txt or md, the
first that is there. Skipped recipients are listed with the reason.

Examples:
  demarche dispatch > dispatch.csv
  demarche dispatch --role eu-minister > ministers.csv
`;

/** Defines `demarche dispatch`. */
export const dispatchCommand: CommandDefinition = (start) =>
  recipientsCommand('dispatch')
    .description('print the dispatch sheet as CSV: what goes to whom, by which channel, with what; send nothing')
    .option('-o, --output <dir>', 'the folder of the letters (default: out in the campaign)')
    .option('--attach-source', 'if the letters were generated with it', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
