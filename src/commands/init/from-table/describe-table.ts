import { columnsFileOf } from '../../../load/table-names.ts';
import { isProfileTable } from '../../../load/undescribed-table.ts';
import { readYaml } from '../../../load/read-yaml.ts';
import { type Diagnostic, fault } from '../../../model/diagnostic.ts';
import type { Language } from '../../../model/language.ts';
import { profileEcho, say } from '../../../model/message.ts';
import { andThen } from '../../../model/outcome.ts';
import { fileStart } from '../../../model/span.ts';
import { validateColumns } from '../../../validate/validate-columns.ts';
import type { RecipientsFile } from '../../../world.ts';
import { columnsText } from './columns-text.ts';
import { guessColumns, unusedColumns } from './guess-columns.ts';
import { guessText } from './guess-text.ts';
import { knownColumns } from './known-columns.ts';
import type { PatternDraft } from './pattern-draft.ts';
import { chooseId, surveyRows } from './survey-rows.ts';
import { surveyTable } from './survey-table.ts';

/** A table with the columns file that was guessed for it. */
export interface GuessedTable {
  /** The text of the columns file; undefined if the table needs none, because its columns are keys of a profile. */
  readonly columnsText: string | undefined;
  /** What each column is used for, for the user. */
  readonly text: string;
  /** The id of the first recipient, if it is known. */
  readonly firstId: string | undefined;
}

/** What a table is described for. */
export interface TableContext {
  /** The file name of the table in the campaign. */
  readonly table: string;
  /** The language of the letter. */
  readonly language: Language;
  /** Whether cells whose meaning is not known may be shown; false where logs may be public. */
  readonly showValues: boolean;
}

/** Guesses the columns file of a table. Returns diagnostics if the table cannot be read, or names no recipient. */
export async function describeTable(
  file: RecipientsFile,
  { table, ...context }: TableContext,
): Promise<GuessedTable | { readonly diagnostics: readonly Diagnostic[] }> {
  const survey = await surveyTable(file);
  if (!('columns' in survey)) return { diagnostics: survey.length === 0 ? [emptyTableFault(file, undefined)] : survey };
  if (survey.rows === 0) return { diagnostics: [emptyTableFault(file, survey.header.row)] };
  if (isProfileTable(survey.columns.map(({ name }) => name))) {
    const text = 'the columns have the names of the keys of a profile, so the table needs no columns file\n';
    return { columnsText: undefined, text, firstId: undefined };
  }
  const columns = knownColumns(survey);
  const headed = { file, headerRow: survey.header.row };
  const guess = guessColumns(survey, columns, await surveyRows(headed, columns), context);
  const [firstId] = guess?.ids ?? [];
  if (guess === undefined || firstId === undefined)
    return {
      diagnostics: [
        noAddresseeFault(
          file,
          survey.columns.map(({ name }) => name),
        ),
      ],
    };
  const headerRow = survey.header.isFirst ? undefined : survey.header.row;
  const textWith = (id: PatternDraft): string =>
    columnsText(guess, { table, headerRow, id, ignored: unusedColumns(survey, guess, id) });
  const parsed = andThen(readYaml(columnsFileOf(table), textWith(firstId)), validateColumns);
  // A name of a column that no columns file can have is a fault that `validate` explains.
  const chosen = parsed.ok ? await chooseId(headed, parsed.value, guess.ids) : undefined;
  const id = chosen?.pattern ?? firstId;
  return {
    columnsText: textWith(id),
    text: guessText(survey, guess, id),
    firstId: chosen?.first,
  };
}

function emptyTableFault({ name }: RecipientsFile, headerRow: number | undefined): Diagnostic {
  const message =
    headerRow === undefined ? say`this table is empty` : say`this table has no recipient below row ${headerRow}`;
  const hint = say`its first row names the columns, and each row below is a recipient`;
  return fault('csv/column', fileStart(name), message, { hint });
}

/** The maximum number of columns that a message lists. */
const MAX_LISTED_COLUMNS = 20;

function noAddresseeFault({ name }: RecipientsFile, columns: readonly string[]): Diagnostic {
  const listed = columns
    .slice(0, MAX_LISTED_COLUMNS)
    .flatMap((column, index) => [...(index === 0 ? [] : [', ']), ...say`${profileEcho(column)}`]);
  // The first row may be a recipient already.
  const message = ['no column is known to name a person or an office; the columns are ', ...listed];
  const hint = say`call one of them ${'Name'}, ${'Last name'}, ${'Function'} or ${'Organisation'}; or write a columns file yourself, as docs/tables.md says`;
  return fault('table/not-described', fileStart(name), message, { hint });
}
