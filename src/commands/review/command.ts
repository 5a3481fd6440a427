import { DEFAULT_FORMATS, FORMATS } from '../../model/artifact.ts';
import { type CommandDefinition, recipientsCommand } from '../../cli/define-command.ts';
import { parseFormats } from '../../cli/parse-options.ts';

const HELP = `
One document for each body and language, as Markdown and PDF, or as --to says: one letter whole, then for every
recipient names, salutation, texts, copies, the sentences that differ, and the source. Replaces the files of an earlier
review, which review.ndjson records beside them. A file that was changed since, such as one with notes, is overwritten
only with --force. With pandoc:
pandoc review/open-letter/minister.en.md -o minister.docx

Examples:
  demarche review
  demarche review --role eu-minister --language fr --to md
`;

/** Defines `demarche review`. */
export const reviewCommand: CommandDefinition = (start) =>
  recipientsCommand('review')
    .description('write the clearance copies: each text once, then what differs for each recipient')
    .option('-o, --output <dir>', 'the output folder (default: review in the campaign)')
    .option('--force', 'overwrite files that were changed by hand or were not written by review', false)
    .option(
      '--to <formats>',
      `what to write, separated by commas: ${FORMATS.join(', ')} (default: ${DEFAULT_FORMATS.join(',')})`,
      parseFormats,
      DEFAULT_FORMATS,
    )
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
