import { type CommandDefinition, newCommand, outputModeOption } from '../../cli/define-command.ts';

const HELP = `
The campaigns to begin from are whole: each can be validated and generated at once, and its comments say what every
line is for. Nothing is written into a folder that is not empty. In a variant of one of their languages, as en-US, they
have the texts of the language, and the dates, forms of address and paper of the variant.

From a table (.csv, .tsv, .xlsx), a campaign with a copy of it is written, and a columns file, in which each column is
used by its name or ignored. Nothing is concluded from a person's name. What ends so or has a slash is a table, not the
name of a campaign.

In a campaign, --language adds languages/XX.yaml and changes nothing else: the words that letters in that language print
besides their texts, with the English beside each. docs/your-language.md shows how to fill it in.

Examples:
  demarche init                            on a terminal, ask which campaign, language and folder
  demarche init my-letter                  a plain letter in the new folder my-letter
  demarche init --from council --language fr
  demarche init us-letter --language en-US
  demarche init --from members.csv         the recipients of your own table, in the new folder members
  demarche init --language eu              in a campaign, add the words of Basque to it
  demarche init --list                     list the campaigns to begin from
`;

/** Defines `demarche init`. */
export const initCommand: CommandDefinition = (start) =>
  newCommand('init')
    .description('begin a campaign: write a small one that works, to be changed')
    .argument(
      '[folder]',
      'the folder to create, or an empty one (default: a new one with the name of the campaign or table)',
    )
    .option('--from <name>', 'the campaign to begin from (default: letter), or a table of recipients')
    .option(
      '--language <language>',
      'the language of its texts (default: en); in a campaign, the language to add to it',
    )
    .option('-C, --directory <dir>', 'the campaign to which --language adds a language (default: the one you are in)')
    .option('--quiet', 'print only faults', false)
    .addOption(
      outputModeOption('--list', 'list the campaigns to begin from, with their languages', [
        'from',
        'language',
        'directory',
        'quiet',
      ]),
    )
    .addHelpText('after', HELP)
    .action((folder, options) => start(() => import('./run.ts'), folder, options));
