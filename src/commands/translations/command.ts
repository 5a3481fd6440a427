import { type CommandDefinition, collected, editionsCommand } from '../../cli/define-command.ts';

const HELP = `
A translation is stale when its original has changed since it was recorded; demarche validate says so.

Examples:
  demarche translations
  demarche translations --language fr --renew          all French texts have been brought up to date
  demarche translations body/minister --renew          this one, in every language
`;

/** Defines `demarche translations`. */
export const translationsCommand: CommandDefinition = (start) =>
  editionsCommand('translations')
    .description('say which translations rest on the original as it stands')
    .argument('[text...]', 'texts by name, as in body/minister; all if none is named')
    .option('--letter <letter>', 'only this letter (repeat for more)', collected, [])
    .option('--renew', 'record that they do: writes translations.yaml beside the texts', false)
    .addHelpText('after', HELP)
    .action((texts, options) => start(() => import('./run.ts'), texts, options));
