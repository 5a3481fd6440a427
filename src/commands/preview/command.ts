import { type CommandDefinition, editionsCommand } from '../../cli/define-command.ts';
import { appendValue, parsePort } from '../../cli/parse-options.ts';

/** The port of a preview, unless the command line names another. */
const DEFAULT_PORT = 7340;

const HELP = `
The preview prints its address. Open it in a browser on this computer, or let --open do that. The page shows the
recipients, the pages of the letter that is chosen, and where each paragraph comes from: its text, the rule that chose
it, and the facts that the rule tests. When a file of the campaign is saved, the page changes. Faults are shown above
the last pages without faults.

Ctrl-C ends it. It writes nothing, sends nothing and approves nothing. It listens on 127.0.0.1 only, which no other
computer can reach, and answers only requests with the random token that is in the address.

Examples:
  demarche preview
  demarche preview eu-be --open                  begin with this recipient, in your browser
  demarche preview eu-be --language en --language fr    two editions side by side
  demarche preview --recipients people.csv --port 0
`;

/** Defines `demarche preview`. */
export const previewCommand: CommandDefinition = (start) =>
  editionsCommand('preview')
    .description('show letters in a browser while you write: pages, faults, and where each paragraph comes from')
    .argument('[recipient]', 'the recipient that is shown first, by id')
    .option('--letter <letter>', 'only this letter (repeat for more)', appendValue, [])
    .option(
      '--port <number>',
      'listen on this port, or on the next one that is free; 0 takes any (default: 7340)',
      parsePort,
      DEFAULT_PORT,
    )
    .option('--open', 'open the address in your browser', false)
    .addHelpText('after', HELP)
    .action((recipient, options) => start(() => import('./run.ts'), recipient, options));
