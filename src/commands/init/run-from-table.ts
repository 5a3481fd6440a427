import { basename, join, resolve } from 'node:path';
import { finishFolder, type NewFile } from '../../cli/new-folder.ts';
import { displayPath } from '../../cli/open-campaign.ts';
import { openRecipientsFile } from '../../cli/recipients-file.ts';
import { requirePlace } from '../../cli/require-place.ts';
import { createResultPrinter, isFlagSet } from '../../cli/result-printer.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { TABLE_FILE, columnsFileOf } from '../../load/table-names.ts';
import { suggestName } from '../../model/name.ts';
import { neutralise, quote } from '../../report/neutralise.ts';
import { chooseLanguage } from './choose-campaign.ts';
import { nextStepsText, programOf } from './next-steps.ts';
import { languagesOf, readGalleryFiles } from './run-gallery.ts';
import { GALLERY } from './gallery.ts';
import { writeCampaign } from './run-writing.ts';
import { type GuessedTable, describeTable } from './from-table/describe-table.ts';

/** The options of `init` with a table. */
interface FromTableOptions {
  /** The path of the table as the user typed it. */
  readonly from: string;
  readonly language?: string | undefined;
  readonly quiet: boolean;
}

/** The campaign of the gallery whose letter a table gets: the plain one. */
const [PLAIN] = GALLERY;

/** The sentence of the plain letter's comments that does not hold for recipients from a table, and what replaces it. */
const INVENTED = 'All that is in this campaign is invented: people, places and addresses.';
const INVENTED_TEXT = 'The text and who signs it are invented: replace them.';

/**
 * `demarche init --from TABLE`: writes a new campaign with a copy of a table, a columns file that is guessed for it and
 * the plain letter. Then validates it, so that rows with faults are reported at once.
 */
export async function runFromTable(
  shell: Shell,
  folder: string | undefined,
  { from, language: namedLanguage, quiet }: FromTableOptions,
): Promise<number> {
  const { cwd, env } = shell;
  if (!TABLE_FILE.test(from)) {
    throw new UsageError(
      `${quote(from)} is not the name of a table, which ends in .csv, .tsv or .xlsx`,
      'save the table as CSV or as an Excel workbook; init --list lists the campaigns to begin from',
    );
  }
  const language = chooseLanguage(PLAIN, namedLanguage, languagesOf(PLAIN));
  if (typeof language !== 'string') throw new UsageError(language.unknown, language.hint);
  const file = await openRecipientsFile(shell, cwd, from);
  const table = tableName(from);
  const path = resolve(cwd, folder ?? suggestName(table.replace(TABLE_FILE, '')) ?? PLAIN.name);
  const name = displayPath(cwd, path);
  if (await finishFolder(path)) {
    if (!quiet) await shell.out(`the campaign that was being written into ${quote(name)} is whole now\n`);
    return EXIT.success;
  }
  requirePlace(cwd, path, (campaign) => hintForCampaign(campaign, table));
  const showValues = !isFlagSet(env['CI']);
  const guessed = await describeTable(file, { table, language, showValues });
  if ('diagnostics' in guessed) {
    const style = { pathOf: (own: string) => displayPath(cwd, join(cwd, own)), showValues };
    const printer = createResultPrinter(shell, { ...PRINTED, quiet }, style, undefined);
    return printer.printResult({ fields: {}, diagnostics: guessed.diagnostics, isNegative: true });
  }
  const sources = filesOf(guessed, { table, language, copyOf: resolve(cwd, from) });
  if (!(await writeCampaign(shell, path, sources))) return EXIT.negative;
  if (!quiet) await shell.out(guessed.text);
  const { run: validate } = await import('../validate/run.ts');
  const code = await validate(shell, [], { ...PRINTED, ...EVERYTHING, directory: path, quiet });
  if (!quiet)
    await shell.out(nextStepsText({ folder: name, ...stepsOf(guessed, table, language), program: programOf(env) }));
  return code;
}

/** How results are printed: as for a person, at a terminal or not. */
const PRINTED = {
  json: false,
  verbose: false,
  color: 'auto',
  reporter: [{ name: 'human' }],
  showValues: false,
} as const;

/** The options of `validate` with which it goes over the whole campaign. */
const EVERYTHING = { strict: false, letter: [], role: [], group: [], state: [], field: [] } as const;

/** The name of the table in the campaign: its own, unless it is hidden or cannot be printed. */
function tableName(from: string): string {
  const name = basename(from.replaceAll('\\', '/'));
  if (!name.startsWith('.') && neutralise(name) === name) return name;
  const extension = TABLE_FILE.exec(name)?.[0] ?? '';
  return `${suggestName(name.slice(0, -extension.length)) ?? 'recipients'}${extension}`;
}

function hintForCampaign(campaign: string, table: string): string {
  const folder = neutralise([...(campaign === '' ? [] : [campaign]), 'recipients'].join('/'));
  return `put the table into ${folder}/ and run demarche validate, which shows how ${columnsFileOf(table)} begins; or name another folder`;
}

/** Returns the files of the new campaign: the table, its columns file, and the texts of the plain letter. */
function filesOf(
  { columnsText }: GuessedTable,
  { table, language, copyOf }: { readonly table: string; readonly language: string; readonly copyOf: string },
): ReadonlyMap<string, NewFile> {
  const texts = [...readGalleryFiles(PLAIN, language)]
    .filter(([path]) => !path.startsWith('recipients/'))
    .map(([path, text]): [string, NewFile] => [path, text.replace(INVENTED, INVENTED_TEXT)]);
  return new Map<string, NewFile>([
    [`recipients/${table}`, { copyOf }],
    ...(columnsText === undefined ? [] : ([[`recipients/${columnsFileOf(table)}`, columnsText]] as const)),
    ...texts,
  ]);
}

/** The files that a user edits first, and the first page. */
function stepsOf({ columnsText, firstId }: GuessedTable, table: string, language: string) {
  return {
    edit: [
      `templates/${PLAIN.letter}/letter.yaml`,
      `templates/${PLAIN.letter}/${language}/body/${PLAIN.body}.md`,
      ...(columnsText === undefined ? [] : [`recipients/${columnsFileOf(table)}`]),
    ],
    page: `out/${PLAIN.letter}${firstId === undefined ? '' : `/${firstId}.${language}.pdf`}`,
  };
}
