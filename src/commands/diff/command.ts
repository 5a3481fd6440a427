import { type CommandDefinition, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
Compares the Markdown letters in the output folder with what generate would write. A change that occurs in many letters is
shown once. A file with other bytes than generate would write, but no other sentence, is named, in each format that is
there. Exit code 0: no differences; 1: some letters differ.

Examples:
  demarche diff
  demarche diff --md > comment.md
  demarche diff -o ../before/out
  demarche diff --between eu-be eu-fr
`;

/** Defines `demarche diff`. */
export const diffCommand: CommandDefinition = (start) =>
  recipientsCommand('diff')
    .description('show the sentences that would change in the letters, by word; write nothing')
    .option('-o, --output <dir>', 'the folder of the letters to compare with (default: out in the campaign)')
    .option('--against <dir>', 'the same as --output')
    .option('--between', 'compare the letters of two recipients with each other', false)
    .option('--md', 'as Markdown, for a comment on a pull request', false)
    .option('--attach-source', 'if the letters were generated with it', false)
    .option('--embed', 'if the letters were generated with it', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
