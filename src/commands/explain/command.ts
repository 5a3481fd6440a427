import { type CommandDefinition, collected, editionsCommand } from '../../cli/define-command.ts';

const HELP = `
Examples:
  demarche explain eu-be
  demarche explain eu-dk --date 2026-07-15
  demarche explain data/unknown-key              what a code of a fault or warning means
`;

/** Defines `demarche explain`. */
export const explainCommand: CommandDefinition = (start) =>
  editionsCommand('explain')
    .description(
      'say what a recipient gets and why: text, wording, rule, file and line; or what the code of a fault means',
    )
    .argument('<recipient-or-code>', 'the id of a recipient, or a code as it stands in brackets: data/unknown-key')
    .option('--letter <letter>', 'only this letter (repeat for more)', collected, [])
    .addHelpText('after', HELP)
    .action((asked, options) => {
      // Ids hold no slash, codes always do.
      if (asked.includes('/')) return start(() => import('./run-code.ts'), asked, options);
      return start(() => import('./run.ts'), asked, options);
    });
