import { type CommandDefinition, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
Makes every letter in memory and writes nothing. Reports all faults at once, as file:line:column.

Examples:
  demarche validate
  demarche validate -C campaigns/spring --date 2026-07-15
`;

/** Defines `demarche validate`. */
export const validateCommand: CommandDefinition = (start) =>
  recipientsCommand('validate')
    .description('find all faults, and gaps in translations; write nothing')
    .option('--strict', 'also refuse warnings, unchecked texts, and profiles with verified: false', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
