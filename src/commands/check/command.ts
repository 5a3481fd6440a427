import { type CommandDefinition, formats, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
A file is fresh if its words and its pages are those that would be written now; other bytes alone are a note. Where the
manifest vouches for a letter, by the hashes of what it was made from and of its files, it is not made again. Without a
manifest there is nothing to check: exit code 2.

Examples:
  demarche check                    in CI: are the letters in the repository those of its texts and profiles?
  demarche check eu-be eu-fr
  demarche check --to md            where PDFs are not of interest
  demarche check --approved         who has not approved which text, and which letters wait for it
`;

/** Defines `demarche check`. */
export const checkCommand: CommandDefinition = (start) =>
  recipientsCommand('check')
    .description('compare the letters in the output folder with what would be written now; write nothing')
    .option('-o, --output <dir>', 'where letters are (default: out in the campaign)')
    .option(
      '--to <formats>',
      'what to check: md, pdf, or both with a comma (default: what the manifest lists)',
      formats,
    )
    .option('--attach-source', 'if the letters were generated with it', false)
    .option('--approved', 'also: is every text approved by all that letter.yaml names in needs?', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
