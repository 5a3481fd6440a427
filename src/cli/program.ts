import { Command, Option, type OptionValues } from '@commander-js/extra-typings';
import { FORMATS, collected, day, editions, formats, reporter } from './options.ts';
import { APPROVE, CHECK, DIFF, DISPATCH, REVIEW } from './office-help.ts';
import type { Shell } from './shell.ts';
import { TOOL_VERSION } from './version.ts';

/** What a command needs to say what it says. */
export interface ProgramOutput {
  readonly writeOut: (text: string) => void;
  readonly writeErr: (text: string) => void;
}

const WHEN = ['auto', 'always', 'never'] as const;

const GLANCE = `
Examples:
  demarche generate                              all letters, as Markdown and PDF, into out/
  demarche generate eu-fr eu-de                  two of them
  demarche generate --role eu-minister           one kind of recipient
  demarche generate asp-president --to pdf -o -  one letter on standard output
  demarche check                                 are the letters in out/ still what would be written?
  demarche review                                the clearance copies, for directors, counsel and translators
  demarche approve en/body --as legal            somebody has read these texts as they stand
  demarche dispatch > dispatch.csv               what goes to whom, for the register; nothing is sent
  demarche diff                                  which sentences would change, in which letters
  demarche validate                              all faults of all files; writes nothing
  demarche list --role bureau-member             who gets what
  demarche matrix                                who is asked for what, and what nobody gets
  demarche explain eu-be                         what this recipient gets, and why; or what a code means
  demarche join out/open-letter/manifest.*-of-*.ndjson    put together what generate --shard wrote

Exit codes: 0 done; 1 the answer is no (faults, a letter failed); 2 could not start (usage, unknown recipient,
no campaign, nobody selected); 70 a bug in demarche; 130 and 143 stopped by a signal.
`;

const GENERATE = `
Letters go to out/<letter>/<recipient>.<language>.md and .pdf, beside manifest.ndjson, which says what they were made
from. What has not changed is not written again; what was changed by hand is not overwritten without --force.

Examples:
  demarche generate
  demarche generate eu-fr eu-de --to pdf
  demarche generate --role eu-minister --group asp-bureau
  demarche generate --language all
  demarche generate asp-president --to md -o -
`;

const VALIDATE = `
Everything is read, chosen, merged and set, and nothing is written. All faults come at once, as file:line:column.

Examples:
  demarche validate
  demarche validate -C campaigns/spring --date 2026-07-15
`;

const TRANSLATIONS = `
A translation is stale when its original has changed since it was recorded; demarche validate says so.

Examples:
  demarche translations
  demarche translations --language fr --renew          all French texts have been brought up to date
  demarche translations body/minister --renew          this one, in every language
`;

const LIST = `
Examples:
  demarche list
  demarche list --group asp-bureau
  demarche list --json | jq '.recipients[].file'
  demarche list --csv > recipients.csv
`;

const MATRIX = `
A letter a row, a demand a column: the place that the demand has in the letter, and its wording. Below the table stands
what none of these letters has.

Examples:
  demarche matrix
  demarche matrix --role eu-minister --md
  demarche matrix --csv > matrix.csv
`;

const JOIN = `
Each part has written its letters and a manifest of its own. When all of them are in one folder, their manifests become
the one that a single run would have left; the folder is then the same, byte for byte. Parts that are missing, doubled,
unfinished, of another letter or made from something else are refused.

Examples:
  demarche join out/open-letter/manifest.*-of-*.ndjson
`;

const EXPLAIN = `
Examples:
  demarche explain eu-be
  demarche explain eu-dk --date 2026-07-15
  demarche explain data/unknown-key              what a code of a fault or warning means
`;

const SCHEMA = `
A first line in a file of the campaign makes editors check it while it is written:

  # yaml-language-server: $schema=../../schema/letter.json

Examples:
  demarche schema                   which there are
  demarche schema profiles > profiles.json
`;

/**
 * The command line as a tree of commands. A command's work is imported when it is called, so that help needs nothing
 * but this file. `done` receives the exit code.
 */
export function buildProgram(shell: Shell, output: ProgramOutput, done: (code: number) => void): Command {
  const program = new Command('demarche')
    .description('Turns one letter into many tailored ones: one Markdown and one PDF letter per recipient.')
    .version(`demarche ${TOOL_VERSION}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureOutput({ ...output, getOutHelpWidth: () => 100, getErrHelpWidth: () => 100 })
    .configureHelp({ optionDescription: withoutEmptyDefaults })
    .showHelpAfterError('(demarche --help shows what there is)')
    .exitOverride()
    .addHelpText('after', GLANCE);

  const generate = withEditions(withFilters(withCommon(program.command('generate'))))
    .description('write the letters')
    .argument('[recipient...]', 'recipients by id; all if none is named')
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
    .addHelpText('after', GENERATE);
  generate.action(async (recipients, options) => {
    const { runGenerate } = await import('../commands/generate/run.ts');
    done(await runGenerate(shell, recipients, options));
  });

  const join = program
    .command('join')
    .description('join the parts that generate --shard wrote')
    .argument('<manifest...>', 'the manifests of all parts, side by side in one folder')
    .option('--json', 'one JSON document on standard output', false)
    .option('--quiet', 'say nothing but faults', false)
    .addOption(new Option('--color <when>', 'colour in messages').choices(WHEN).default(WHEN[0]))
    .addHelpText('after', JOIN);
  join.action(async (manifests, options) => {
    const { runJoin } = await import('../commands/join/run.ts');
    done(await runJoin(shell, manifests, options));
  });

  const check = withEditions(withFilters(withCommon(program.command('check'))))
    .description('compare the letters in the output folder with what would be written now; write nothing')
    .argument('[recipient...]', 'recipients by id; all if none is named')
    .option('-o, --output <dir>', 'where letters are (default: out in the campaign)')
    .option(
      '--to <formats>',
      'what to check: md, pdf, or both with a comma (default: what the manifest lists)',
      formats,
    )
    .option('--attach-source', 'if the letters were generated with it', false)
    .option('--approved', 'also: is every text approved by all that letter.yaml names in needs?', false)
    .addHelpText('after', CHECK);
  check.action(async (recipients, options) => {
    const { runCheck } = await import('../commands/check/run.ts');
    done(await runCheck(shell, recipients, options));
  });

  const approve = withCommon(program.command('approve'))
    .description('record that somebody has read texts as they stand, in approvals.yaml')
    .argument('<text...>', 'texts by language and file, as en/body/member; a folder stands for all in it')
    .requiredOption('--as <function>', 'legal, translation, or signatory:ID with the id of one who signs')
    .option('--by <name>', 'who it was, if that is to be kept; never asked of the system')
    .option('--letter <letter>', 'the letter, where the campaign has several', collected, [])
    .addHelpText('after', APPROVE);
  approve.action(async (texts, options) => {
    const { runApprove } = await import('../commands/approve/run.ts');
    done(await runApprove(shell, texts, options));
  });

  const dispatch = withEditions(withFilters(withCommon(program.command('dispatch'))))
    .description('print the dispatch sheet as CSV: what goes to whom, by which road, with what; send nothing')
    .argument('[recipient...]', 'recipients by id; all if none is named')
    .option('-o, --output <dir>', 'where letters are (default: out in the campaign)')
    .addHelpText('after', DISPATCH);
  dispatch.action(async (recipients, options) => {
    const { runDispatch } = await import('../commands/dispatch/run.ts');
    done(await runDispatch(shell, recipients, options));
  });

  const review = withEditions(withFilters(withCommon(program.command('review'))))
    .description('write the clearance copies: each text once, then what differs for each recipient')
    .argument('[recipient...]', 'recipients by id; all if none is named')
    .option('-o, --output <dir>', 'where they go (default: review in the campaign)')
    .option('--to <formats>', 'what to write: md, pdf, or both with a comma (default: both)', formats, FORMATS)
    .addHelpText('after', REVIEW);
  review.action(async (recipients, options) => {
    const { runReview } = await import('../commands/review/run.ts');
    done(await runReview(shell, recipients, options));
  });

  const diff = withEditions(withFilters(withCommon(program.command('diff'))))
    .description('show the sentences that would change in the letters, by word; write nothing')
    .argument('[recipient...]', 'recipients by id; all if none is named')
    .option('--against <dir>', 'where the letters to compare with are (default: out in the campaign)')
    .option('--between', 'compare the letters of two recipients with each other', false)
    .option('--md', 'as Markdown, for a comment on a pull request', false)
    .addHelpText('after', DIFF);
  diff.action(async (recipients, options) => {
    const { runDiff } = await import('../commands/diff/run.ts');
    done(await runDiff(shell, recipients, options));
  });

  const validate = withEditions(withFilters(withCommon(program.command('validate'))))
    .description('find all faults of all files, and what translations lack; write nothing')
    .argument('[recipient...]', 'recipients by id; all if none is named')
    .option('--strict', 'refuse warnings too, texts that nobody checked, and profiles that nobody verified', false)
    .addHelpText('after', VALIDATE);
  validate.action(async (recipients, options) => {
    const { runValidate } = await import('../commands/validate/run.ts');
    done(await runValidate(shell, recipients, options));
  });

  const translations = withEditions(withCommon(program.command('translations')))
    .description('say which translations rest on the original as it stands')
    .argument('[text...]', 'texts by name, as in body/minister; all if none is named')
    .option('--letter <letter>', 'only this letter (repeat for more)', collected, [])
    .option('--renew', 'record that they do: writes translations.yaml beside the texts', false)
    .addHelpText('after', TRANSLATIONS);
  translations.action(async (texts, options) => {
    const { runTranslations } = await import('../commands/translations/run.ts');
    done(await runTranslations(shell, texts, options));
  });

  const list = withEditions(withFilters(withCommon(program.command('list'))))
    .description('list the recipients: role, State, office, holder, language, demands, file or reason to skip')
    .argument('[recipient...]', 'recipients by id; all if none is named')
    .addOption(inCsv())
    .addHelpText('after', LIST);
  list.action(async (recipients, options) => {
    const { runList } = await import('../commands/list/run.ts');
    done(await runList(shell, recipients, options));
  });

  const explain = withEditions(withCommon(program.command('explain')))
    .description(
      'say what a recipient gets and why: text, wording, rule, file and line; or what the code of a fault means',
    )
    .argument('<recipient-or-code>', 'the id of a recipient, or a code as it stands in brackets: data/unknown-key')
    .option('--letter <letter>', 'only this letter (repeat for more)', collected, [])
    .addHelpText('after', EXPLAIN);
  explain.action(async (asked, options) => {
    // Ids hold no slash, codes always do.
    if (asked.includes('/')) {
      const { runExplainCode } = await import('../commands/explain/run-code.ts');
      return done(await runExplainCode(shell, asked, options));
    }
    const { runExplain } = await import('../commands/explain/run.ts');
    return done(await runExplain(shell, asked, options));
  });

  const matrix = withEditions(withFilters(withCommon(program.command('matrix'))))
    .description('say who is asked for what: demands and recipients, with wordings, and what nobody gets')
    .argument('[recipient...]', 'recipients by id; all if none is named')
    .addOption(new Option('--md', 'a table in Markdown').default(false).conflicts(['csv', 'json']))
    .addOption(inCsv())
    .addHelpText('after', MATRIX);
  matrix.action(async (recipients, options) => {
    const { runMatrix } = await import('../commands/matrix/run.ts');
    done(await runMatrix(shell, recipients, options));
  });

  program
    .command('schema')
    .description('print the JSON Schema of a kind of file, for editors')
    .argument('[name]', 'letter, sources, profiles, …; without one, the names of all')
    .addHelpText('after', SCHEMA)
    .action(async (name) => {
      const { runSchema } = await import('../commands/schema/run.ts');
      done(await runSchema(shell, name));
    });
  return program;
}

function inCsv() {
  return new Option('--csv', 'a table for a spreadsheet (RFC 4180)').default(false).conflicts('json');
}

/** What an option says; defaults that go without saying are not said, and those worth saying are in its words. */
function withoutEmptyDefaults({ description, argChoices }: Option): string {
  return argChoices === undefined
    ? description
    : `${description}: ${argChoices.join(', ')} (default: ${argChoices[0]})`;
}

function withCommon<A extends unknown[], O extends OptionValues, G extends OptionValues>(command: Command<A, O, G>) {
  return command
    .option('-C, --directory <dir>', 'the campaign: a folder with templates/ and recipients/ (default: this folder)')
    .option(
      '--recipients <file>',
      'recipients besides the campaign’s own: .csv, .ndjson or .yaml; - for standard input',
    )
    .option('--date <day>', 'write as of this day, YYYY-MM-DD, instead of the letter’s own date', day)
    .option('--json', 'one JSON document on standard output', false)
    .option('--quiet', 'say nothing but faults', false)
    .option('--verbose', 'say more: every letter as it is written; the address in a list', false)
    .addOption(new Option('--color <when>', 'colour in messages').choices(WHEN).default(WHEN[0]))
    .option(
      '--reporter <name[=file]>',
      'tell faults as human, github, sarif=FILE or junit=FILE (repeat for more; default: human, and github in its Actions)',
      reporter,
      [],
    )
    .option('--show-values', 'show what profiles hold in messages, also under CI', false);
}

function withEditions<A extends unknown[], O extends OptionValues, G extends OptionValues>(command: Command<A, O, G>) {
  return command.option(
    '--language <code>',
    'this edition for everybody (repeat for more), or all; by default each recipient gets the first it reads',
    editions,
  );
}

function withFilters<A extends unknown[], O extends OptionValues, G extends OptionValues>(command: Command<A, O, G>) {
  return command
    .option('--letter <letter>', 'only this letter: a folder under templates/ (repeat for more)', collected, [])
    .option('--role <role>', 'only recipients with this role (repeat for more)', collected, [])
    .option('--group <group>', 'only recipients whose State is in this group on the letter’s date', collected, [])
    .option('--state <code>', 'only recipients of this State, by its two-letter code', collected, []);
}
