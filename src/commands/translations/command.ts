import { type CommandDefinition, editionsCommand } from '../../cli/define-command.ts';
import { appendValue } from '../../cli/parse-options.ts';

const HELP = `
A translation is stale when its original has changed since it was recorded; demarche validate reports it.

Examples:
  demarche translations
  demarche translations --language fr --renew          all French texts have been brought up to date
  demarche translations body/minister --renew          this one, in every language
`;

/** Defines `demarche translations`. */
export const translationsCommand: CommandDefinition = (start) =>
  editionsCommand('translations')
    .description('list which translations were made from the current version of the original')
    .argument('[text...]', 'texts by name, as in body/minister; all if none is named')
    .option('--letter <letter>', 'only this letter (repeat for more)', appendValue, [])
    .option(
      '--renew',
      'record the selected translations as up to date: writes translations.yaml beside the texts',
      false,
    )
    .addHelpText('after', HELP)
    .action((texts, options) => start(() => import('./run.ts'), texts, options));
