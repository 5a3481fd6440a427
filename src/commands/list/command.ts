import { type CommandDefinition, outputModeOption, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
The table of --csv has the profiles in the columns that --recipients and a table in recipients/ have, and then, in
columns with names in parentheses, what follows from them, which reading passes over. It can be changed in a spreadsheet
and saved as CSV or .xlsx.

Examples:
  demarche list
  demarche list --group asp-bureau
  demarche list --json | jq '.recipients[].file'
  demarche list --csv > recipients.csv
`;

/** Defines `demarche list`. */
export const listCommand: CommandDefinition = (start) =>
  recipientsCommand('list')
    .description('list the recipients: role, State, office, holder, language, demands, file or reason to skip')
    .addOption(outputModeOption('--csv', 'a table for a spreadsheet (RFC 4180)', ['json']))
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
