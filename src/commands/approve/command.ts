import { type CommandDefinition, campaignCommand } from '../../cli/define-command.ts';
import { appendValue } from '../../cli/parse-options.ts';

const HELP = `
Records hashes of the text, of the partials that it includes, of the notes of the sources that it cites and, for a
translation, of its original. When one of them changes, the approval expires. Forms of address, signatories and the other
words of letter.yaml have names of their own: forms/en, signatories, settings, plain-forms/en for demarche's own forms of
address, and languages/eu for the words that the campaign states for a language. needs: in letter.yaml lists the functions whose approval a final letter needs; demarche check --approved lists
the missing ones, and what has changed.

Examples:
  demarche approve en/body/member --as legal
  demarche approve forms/en signatories settings --as legal
  demarche approve fr --as translation --by "A. B."
  demarche approve en --as signatory:al-haq
`;

/** Defines `demarche approve`. */
export const approveCommand: CommandDefinition = (start) =>
  campaignCommand('approve')
    .description('record the approval of the current version of texts and names, in approvals.yaml')
    .argument(
      '<text...>',
      'texts by language and file, as en/body/member (a folder means all texts in it); forms/en, plain-forms/en, languages/eu, signatories, settings',
    )
    .requiredOption('--as <function>', 'legal, translation, or signatory:ID with the id of a signatory')
    .option('--by <name>', 'the name to record; never read from the system')
    .option('--letter <letter>', 'the letter, if the campaign has several', appendValue, [])
    .addHelpText('after', HELP)
    .action((texts, options) => start(() => import('./run.ts'), texts, options));
