import { type CommandDefinition, newCommand } from '../../cli/define-command.ts';

const HELP = `
With this first line in a file of the campaign, editors check it while you write:

  # yaml-language-server: $schema=../../schema/letter.json

The page docs/files.md has the same descriptions, for readers.

Examples:
  demarche schema                   list the schemas
  demarche schema profiles > profiles.json
`;

/** Defines `demarche schema`. */
export const schemaCommand: CommandDefinition = (start) =>
  newCommand('schema')
    .description('print the JSON Schema of a kind of file, for editors')
    .argument('[schema]', 'letter, sources, profiles, …; without one, the names of all')
    .addHelpText('after', HELP)
    .action((name) => start(() => import('./run.ts'), name));
