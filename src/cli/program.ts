import { Command, type Option } from '@commander-js/extra-typings';
import type { CommandDefinition, Start } from './define-command.ts';
import { TOOL_VERSION } from './package.ts';

/** Where commander writes help and usage errors. */
export interface ProgramOutput {
  readonly writeOut: (text: string) => void;
  readonly writeErr: (text: string) => void;
}

const GLANCE = `
Examples:
  demarche generate                              all letters, as Markdown and PDF, into out/
  demarche generate eu-fr eu-de                  two of them
  demarche generate --role eu-minister           one kind of recipient
  demarche generate asp-president --to pdf -o -  one letter on standard output
  demarche check                                 are the letters in out/ still what would be written?
  demarche review                                the clearance copies, for directors, counsel and translators
  demarche approve en/body --as legal            somebody has read these texts as they stand
  demarche dispatch > dispatch.csv               what goes to whom, for the register; nothing is sent
  demarche diff                                  which sentences would change, in which letters
  demarche validate                              all faults of all files; writes nothing
  demarche list --role bureau-member             who gets what
  demarche matrix                                who is asked for what, and what nobody gets
  demarche explain eu-be                         what this recipient gets, and why; or what a code means
  demarche join out/open-letter/manifest.*-of-*.ndjson    put together what generate --shard wrote

Exit codes: 0 done; 1 the answer is no (faults, a letter failed); 2 could not start (usage, unknown recipient,
no campaign, nobody selected); 70 a bug in demarche; 130 and 143 stopped by a signal.
`;

/** The command line as commander parses it, with these commands in this order. `start` runs the one that was called. */
export function buildProgram(commands: readonly CommandDefinition[], output: ProgramOutput, start: Start): Command {
  const program = new Command('demarche')
    .description('Turns one letter into many tailored ones: one Markdown and one PDF letter per recipient.')
    .version(`demarche ${TOOL_VERSION}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureOutput({ ...output, getOutHelpWidth: () => 100, getErrHelpWidth: () => 100 })
    .configureHelp({ optionDescription: withoutEmptyDefaults })
    .showHelpAfterError('(demarche --help shows what there is)')
    .exitOverride()
    .addHelpText('after', GLANCE);
  for (const define of commands) program.addCommand(define(start).copyInheritedSettings(program));
  return program;
}

/** The description of an option without commander's default: where the default matters, the description names it. */
function withoutEmptyDefaults({ description, argChoices }: Option): string {
  return argChoices === undefined
    ? description
    : `${description}: ${argChoices.join(', ')} (default: ${argChoices[0]})`;
}
