import { type CommandDefinition, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
Everything is read, chosen, merged and set, and nothing is written. All faults come at once, as file:line:column.

Examples:
  demarche validate
  demarche validate -C campaigns/spring --date 2026-07-15
`;

/** Defines `demarche validate`. */
export const validateCommand: CommandDefinition = (start) =>
  recipientsCommand('validate')
    .description('find all faults of all files, and what translations lack; write nothing')
    .option('--strict', 'refuse warnings too, texts that nobody checked, and profiles that nobody verified', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
