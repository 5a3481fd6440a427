import { neutralise } from '../../../report/neutralise.ts';
import { type ColumnsGuess, unusedColumns } from './guess-columns.ts';
import { type PatternDraft, pathsOfColumn } from './pattern-draft.ts';
import type { TableSurvey } from './survey-table.ts';

/** Formats what each column is used for, a line a column in the order of the table, and then what is ignored. */
export function guessText(survey: TableSurvey, { profile, remarks }: ColumnsGuess, id: PatternDraft): string {
  const ignored = unusedColumns(survey, { profile }, id);
  const used = [...new Set(survey.columns.map(({ name }) => name))].filter((name) => !ignored.includes(name));
  const width = Math.max(...used.map((name) => name.length));
  const remark = (name: string): string => {
    const text = remarks.get(name);
    return text === undefined ? '' : ` (${text})`;
  };
  const headerLine = survey.header.isFirst ? [] : [`row ${survey.header.row} names the columns`];
  const lines = used.map(
    (name) => `${name.padEnd(width)} → ${pathsOfColumn({ ...profile, id }, name).join(', ')}${remark(name)}`,
  );
  const ignoredNames = ignored.map((name) => `${name}${remark(name)}`);
  return [...headerLine, ...lines, ...(ignored.length === 0 ? [] : [`ignored: ${ignoredNames.join(', ')}`])]
    .map((line) => `${neutralise(line)}\n`)
    .join('');
}
