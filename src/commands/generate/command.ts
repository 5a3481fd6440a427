import { DEFAULT_FORMATS, FORMATS } from '../../model/artifact.ts';
import { type CommandDefinition, recipientsCommand } from '../../cli/define-command.ts';
import { parseFormats } from '../../cli/parse-options.ts';

const HELP = `
Letters go to out/<letter>/<recipient>.<language>.md and .pdf, beside manifest.ndjson, which records what they
were made from. html is a page for the web, which is one file with its pictures inside; txt is plain text for an e-mail
or a form, with each paragraph on one line; svg is a picture of each page. Files that letters enclose are copied to
out/<letter>/enclosures/. A letter that is current, as the manifest says, is not made again, but for --anew; a file that
was changed by hand is overwritten only with --force.

Examples:
  demarche generate
  demarche generate eu-fr eu-de --to pdf
  demarche generate --role eu-minister --group asp-bureau
  demarche generate --language all
  demarche generate asp-president --to md -o -
  demarche generate eu-fr --to html,txt
  demarche generate asp-president --watch
`;

/** Defines `demarche generate`. */
export const generateCommand: CommandDefinition = (start) =>
  recipientsCommand('generate')
    .description('write the letters')
    .option(
      '-o, --output <dir>',
      'the output folder (default: out in the campaign); - for one letter on standard output',
    )
    .option(
      '--to <formats>',
      `what to write, separated by commas: ${FORMATS.join(', ')} (default: ${DEFAULT_FORMATS.join(',')})`,
      parseFormats,
      DEFAULT_FORMATS,
    )
    .option('--shard <i/n>', 'only one shard of the recipients: 2/4, or auto to ask the CI or batch system; see join')
    .option('--watch', 'write the letters again whenever a file of the campaign changes, until Ctrl-C', false)
    .option('--dry-run', 'print what would be written; make and write nothing', false)
    .option('--anew', 'make and compare every letter, also those that the manifest says are current', false)
    .option('--fail-fast', 'stop at the first letter that fails', false)
    .option('--force', 'overwrite files that were changed by hand or were not written by demarche', false)
    .option('--attach-source', 'attach the Markdown letter to the PDF', false)
    .option('--embed', 'attach the files that a letter encloses to its PDF', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
