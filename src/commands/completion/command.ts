import { type CommandDefinition, choiceArgument, newCommand } from '../../cli/define-command.ts';
import { COMPLETION_SHELLS } from '../../cli/options.ts';

const HELP = `
The script completes commands, options and their values. Ids of recipients, letters and codes are looked up when they
are asked for, by calling demarche. Print it again after an update of demarche.

Examples:
  demarche completion bash > ~/.local/share/bash-completion/completions/demarche
  demarche completion zsh > ~/.zfunc/_demarche         in ~/.zshrc: fpath+=~/.zfunc; autoload -U compinit; compinit
  demarche completion fish > ~/.config/fish/completions/demarche.fish
  source <(demarche completion bash)                   for this shell alone; for zsh in the same way
`;

/** Defines `demarche completion`. */
export const completionCommand: CommandDefinition = (start) =>
  newCommand('completion')
    .description('print the script with which a shell completes commands, options, ids and codes')
    .addArgument(choiceArgument('<shell>', 'the shell', COMPLETION_SHELLS))
    .addHelpText('after', HELP)
    .action((shellName, _, command) => start(() => import('./run.ts'), shellName, command.parent));
