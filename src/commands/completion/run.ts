import type { Program } from '../../cli/define-command.ts';
import { describeCommands } from '../../cli/describe-commands.ts';
import type { COMPLETION_SHELLS } from '../../cli/options.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';
import type { CommandUsage } from '../../model/command-usage.ts';
import { bashScript } from './bash-script.ts';
import { fishScript } from './fish-script.ts';
import { zshScript } from './zsh-script.ts';

/** The writer of the script of each shell. */
const WRITERS: Readonly<Record<(typeof COMPLETION_SHELLS)[number], (commands: readonly CommandUsage[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `demarche completion`: prints the script of a shell, generated from the definitions of all commands. */
export async function run(shell: Shell, name: keyof typeof WRITERS, program: Program | null): Promise<number> {
  if (program === null) throw new Error('the command was started without its program');
  await shell.out(WRITERS[name](describeCommands(program)));
  return EXIT.success;
}
