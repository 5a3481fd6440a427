import { type CommandDefinition, newCommand } from '../../cli/define-command.ts';

const HELP = `
The scripts of demarche completion call this command. Faults of the campaign are not reported: what cannot be read is
left out.

Examples:
  demarche complete recipient
  demarche complete letter -C campaigns/spring
`;

/** Defines `demarche complete`, which help does not list. */
export const completeCommand: CommandDefinition = (start) =>
  newCommand('complete')
    .description('print the names of one kind, one a line, for completion in a shell')
    .argument('<kind>', 'recipient, recipient-or-code, letter, role, group, state, language or schema')
    .option('-C, --directory <dir>', 'the campaign (default: this folder, or the nearest one above it)')
    .addHelpText('after', HELP)
    .action((kind, options) => start(() => import('./run.ts'), kind, options));
