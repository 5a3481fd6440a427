import { type CommandDefinition, parseFormats, recipientsCommand } from '../../cli/define-command.ts';
import { FORMATS } from '../../model/artifact.ts';

const HELP = `
A file is fresh if generate would write the same words and pages; if only the bytes differ, that is a note. A letter whose
inputs and files have the hashes recorded in the manifest is not made again. Without a manifest there is nothing to check:
exit code 2.

Examples:
  demarche check                    in CI: fails if the letters are not those of the texts and profiles
  demarche check eu-be eu-fr
  demarche check --to md            only the Markdown files
  demarche check --approved         which approvals are missing, and which letters need them
`;

/** Defines `demarche check`. */
export const checkCommand: CommandDefinition = (start) =>
  recipientsCommand('check')
    .description('compare the letters in the output folder with what generate would write; write nothing')
    .option('-o, --output <dir>', 'the folder of the letters (default: out in the campaign)')
    .option(
      '--to <formats>',
      `what to check, separated by commas: ${FORMATS.join(', ')} (default: what the manifest lists)`,
      parseFormats,
    )
    .option('--attach-source', 'if the letters were generated with it', false)
    .option('--approved', 'also check that every text has the approvals that letter.yaml needs', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
