import { fieldNameRequirement } from '../../../model/field.ts';
import { suggestName } from '../../../model/name.ts';
import { plainYaml } from '../../../model/quote-yaml.ts';
import { neutralise } from '../../../report/neutralise.ts';
import type { ColumnsGuess } from './guess-columns.ts';
import { type PatternDraft, draftLines, draftPattern, yamlText } from './pattern-draft.ts';

/** What a columns file is written for. */
export interface ColumnsContext {
  /** The file name of the table. */
  readonly table: string;
  /** The number of the row that names the columns; undefined if it is the first that is not empty. */
  readonly headerRow: number | undefined;
  readonly id: PatternDraft;
  /** The columns that are not used. */
  readonly ignored: readonly string[];
}

/** Writes a columns file, with comments that say what each part is for and how an ignored column is used. */
export function columnsText(
  { profile }: Pick<ColumnsGuess, 'profile'>,
  { table, headerRow, id, ignored }: ColumnsContext,
): string {
  const lines = [
    '# yaml-language-server: $schema=../schema/columns.json',
    `# What each column of ${neutralise(table)} is for, as its name says. The keys are those of a profile; a name in braces`,
    '# stands for the cell of that column. Each column is used or ignored, so that a new one is not missed.',
    '',
    ...(headerRow === undefined ? [] : ['# The row that names the columns.', `header: ${headerRow}`, '']),
    '# The names of the files of a letter. They must differ, and stay the same when the table changes.',
    ...draftLines({ id }),
    '',
    ...draftLines(profile),
    ...(ignored.length === 0 ? [] : ['', ...ignoredLines(ignored)]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The length up to which the ignored columns stand on one line. */
const MAX_LINE = 110;

function ignoredLines(ignored: readonly string[]): readonly string[] {
  const [first = ''] = ignored;
  const named = suggestName(first);
  const field = named !== undefined && fieldNameRequirement(named) === undefined ? named : 'value';
  const names = ignored.map(plainYaml);
  const line = `ignore: [${names.join(', ')}]`;
  return [
    '# Columns that the letters do not use. To print one, take it out of this list, write here',
    `#   fields: { ${field}: ${neutralise(yamlText(draftPattern([first]).text))} }`,
    '# and in recipients/fields.yaml',
    `#   ${field}: { meaning: What it says of a recipient }`,
    `# The text of the letter then prints it with {{fields.${field}}}.`,
    ...(line.length <= MAX_LINE ? [line] : ['ignore:', ...names.map((name) => `  - ${name}`)]),
  ];
}
