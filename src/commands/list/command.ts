import { type CommandDefinition, outputModeOption, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
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
