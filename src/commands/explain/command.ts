import { type CommandDefinition, editionsCommand } from '../../cli/define-command.ts';
import { appendValue } from '../../cli/parse-options.ts';

const HELP = `
Examples:
  demarche explain eu-be
  demarche explain eu-dk --date 2026-07-15
  demarche explain data/unknown-key              what the code of a fault or warning means
`;

/** Defines `demarche explain`. */
export const explainCommand: CommandDefinition = (start) =>
  editionsCommand('explain')
    .description(
      'show what a recipient gets and why: text, wording, rule, file and line; or what the code of a fault means',
    )
    .argument('<recipient-or-code>', 'the id of a recipient, or a code as printed in brackets: data/unknown-key')
    .option('--letter <letter>', 'only this letter (repeat for more)', appendValue, [])
    .addHelpText('after', HELP)
    .action((recipientOrCode, options) => {
      // A diagnostic code always contains a slash, the id of a recipient never does.
      if (recipientOrCode.includes('/')) return start(() => import('./run-code.ts'), recipientOrCode, options);
      return start(() => import('./run.ts'), recipientOrCode, options);
    });
