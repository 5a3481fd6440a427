import { type CommandDefinition, campaignCommand, collected } from '../../cli/define-command.ts';

const HELP = `
What is recorded is a hash of the text, of the partials that it includes and, for a translation, of its original: when one
of them changes, the approval has expired. letter.yaml names in needs: which functions a letter needs before it is final;
demarche check --approved says who is missing.

Examples:
  demarche approve en/body/member --as legal
  demarche approve fr --as translation --by "A. B."
  demarche approve en --as signatory:al-haq
`;

/** Defines `demarche approve`. */
export const approveCommand: CommandDefinition = (start) =>
  campaignCommand('approve')
    .description('record that somebody has read texts as they stand, in approvals.yaml')
    .argument('<text...>', 'texts by language and file, as en/body/member; a folder stands for all in it')
    .requiredOption('--as <function>', 'legal, translation, or signatory:ID with the id of one who signs')
    .option('--by <name>', 'who it was, if that is to be kept; never asked of the system')
    .option('--letter <letter>', 'the letter, where the campaign has several', collected, [])
    .addHelpText('after', HELP)
    .action((texts, options) => start(() => import('./run.ts'), texts, options));
