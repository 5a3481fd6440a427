import { type CommandDefinition, recipientsCommand } from '../../cli/define-command.ts';
import { parseFormats } from '../../cli/parse-options.ts';
import { FORMATS } from '../../model/artifact.ts';

const HELP = `
Makes every letter, and compares the files with it: a file is fresh if it has the bytes that generate would write. A PDF
that differs only in its compression is fresh too, with a note. The manifest is trusted only for files that are not there
because their format is not kept, as PDFs that are not committed: it must record the words and pages that would be
written. Without a manifest there is nothing to check: exit code 2.

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
      `what to check, separated by commas: ${FORMATS.join(', ')} (default: what is there or in the manifest)`,
      parseFormats,
    )
    .option('--attach-source', 'if the letters were generated with it', false)
    .option('--embed', 'if the letters were generated with it', false)
    .option('--approved', 'also check that all that letters print has the approvals that letter.yaml needs', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
