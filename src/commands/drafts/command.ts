import { type CommandDefinition, recipientsCommand } from '../../cli/define-command.ts';
import { parseDraftForm } from '../../cli/parse-options.ts';

const HELP = `
An e-mail draft for each letter that is ready to be sent, with the PDF of out/ and the files that the letter encloses.
It has the cover text of letter.yaml or, without one, a sentence that says that the letter is attached. Nothing is sent,
and nothing connects to a network: open a draft in your mail program, read it, and send it there. A letter is ready if
its status is final, it has all approvals and its files are fresh. Recipients without an e-mail address are named.
The drafts of an earlier run, which drafts.ndjson records beside them, are replaced; one that was changed since is
overwritten only with --force.

Examples:
  demarche drafts
  demarche drafts --rehearsal me@example.org
  demarche drafts --role eu-minister --to mbox
`;

/** Defines `demarche drafts`. */
export const draftsCommand: CommandDefinition = (start) =>
  recipientsCommand('drafts')
    .description('write e-mail drafts with the letters; send nothing')
    .option('-o, --output <dir>', 'the folder of the drafts (default: drafts in the campaign)')
    .option('--from <dir>', 'the folder of the letters (default: out in the campaign)')
    .option(
      '--to <form>',
      'eml: one file for each draft; mbox: one file for each letter (default: eml)',
      parseDraftForm,
      'eml',
    )
    .option(
      '--rehearsal <address>',
      'write all drafts to this e-mail address, and say so in them; also of letters that are not final or not approved',
    )
    .option('--dry-run', 'print what would be written; write nothing', false)
    .option('--force', 'overwrite files that were changed by hand or were not written by drafts', false)
    .option('--attach-source', 'if the letters were generated with it', false)
    .option('--embed', 'if the letters were generated with it', false)
    .addHelpText('after', HELP)
    .action((recipients, options) => start(() => import('./run.ts'), recipients, options));
