import { FORMATS } from '../../model/artifact.ts';
import { type CommandDefinition, formats, recipientsCommand } from '../../cli/define-command.ts';

const HELP = `
Letters go to out/<letter>/<recipient>.<language>.md and .pdf, beside manifest.ndjson, which says what they were made
from. What has not changed is not written again; what was changed by hand is not overwritten without --force.

Examples:
  demarche generate
  demarche generate eu-fr eu-de --to pdf
  demarche generate --role eu-minister --group asp-bureau
  demarche generate --language all
  demarche generate asp-president --to md -o -
`;

/** Defines `demarche generate`. */
export const generateCommand: CommandDefinition = (start) =>
  recipientsCommand('generate')
    .description('write the letters')
    .option(
      '-o, --output <dir>',
      'where letters go (default: out in the campaign); - for one letter on standard output',
    )
    .option('--to <formats>', 'what to write: md, pdf, or both with a comma (default: both)', formats, FORMATS)
    .option('--shard <i/n>', 'only this part of the recipients: 2/4, or auto where an engine runs the parts; see join')
    .option('--dry-run', 'say what would be written; render and write nothing', false)
    .option('--fail-fast', 'stop at the first letter that fails', false)
    .option('--force', 'overwrite files that were changed by hand or are not ours', false)
    .option('--attach-source', 'put the Markdown letter into the PDF as an attachment', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
