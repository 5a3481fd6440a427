import type { LetterSettings, WordingRule } from '../../model/campaign.ts';
import type { Language } from '../../model/language.ts';
import type { Selection, Target } from '../../model/selection.ts';
import { csvText } from '../../report/csv.ts';
import { neutralise } from '../../report/neutralise.ts';
import { tableText } from '../../report/table.ts';
import { wordingsOf } from '../../run/manifest.ts';

/** A demand in a letter: which wording it has there, and where it stands. */
interface MatrixCell {
  readonly wording: string;
  /** From 1. */
  readonly place: number;
  /** The demand whose wording carries this one; null: it stands for itself. */
  readonly carriedBy: string | null;
}

/** What one letter asks. */
interface MatrixRow {
  readonly recipient: string;
  readonly language: Language;
  readonly body: string;
  /** By demand, in the order of the columns; null: this letter does not ask it. */
  readonly cells: readonly (MatrixCell | null)[];
}

/** Who is asked for what: demands × recipients. */
export interface Matrix {
  readonly letter: string;
  readonly demands: readonly { readonly id: string; readonly number: number }[];
  readonly rows: readonly MatrixRow[];
  readonly skipped: readonly string[];
  /** What none of these letters has: demands by id, texts by key. */
  readonly nobodyGets: { readonly demands: readonly string[]; readonly texts: readonly string[] };
}

/** Who is asked for what, in which wording, and what nobody gets. A pass over selections: no text is read. */
export function matrixOf(letter: LetterSettings, targets: readonly Target[]): Matrix {
  const demands = [...letter.demands.values()]
    .map(({ id, number }) => ({ id, number }))
    .toSorted((a, b) => a.number - b.number);
  const ids = demands.map(({ id }) => id);
  const selections = targets.flatMap((target) => (target.kind === 'letter' ? [target.selection] : []));
  const rows = selections.map((selection) => matrixRow(selection, ids));
  const chosen = new Set(selections.flatMap(wordingsOf));
  return {
    letter: letter.id,
    demands,
    rows,
    skipped: targets.flatMap((target) => (target.kind === 'skipped' ? [target.addressing.recipient.id] : [])),
    nobodyGets: {
      demands: ids.filter((_, column) => rows.every(({ cells }) => cells[column] === null)),
      texts: [...new Set(ruledTexts(letter).map(({ text }) => text))].filter((text) => !chosen.has(text)),
    },
  };
}

function matrixRow(selection: Selection, ids: readonly string[]): MatrixRow {
  const cells = new Map<string, MatrixCell>();
  selection.demands.forEach(({ id, wording, carries }, index) => {
    cells.set(id, { wording, place: index + 1, carriedBy: null });
    for (const carried of carries) cells.set(carried, { wording, place: index + 1, carriedBy: id });
  });
  return {
    recipient: selection.recipient.id,
    language: selection.language,
    body: selection.body.wording,
    cells: ids.map((id) => cells.get(id) ?? null),
  };
}

/** A text that a rule may choose, by its key, and that rule. */
interface RuledText {
  readonly text: string;
  readonly rule: WordingRule;
}

/** All texts of a letter that somebody may get, in the order of `letter.yaml`; one that two rules use stands twice. */
export function ruledTexts({ body, demands, passages }: LetterSettings): readonly RuledText[] {
  const ruled = (folder: string, rules: readonly WordingRule[]): readonly RuledText[] =>
    rules.map((rule) => ({ text: `${folder}/${rule.use}`, rule }));
  return [
    ...ruled('body', body),
    ...[...demands.values()].flatMap(({ id, wordings }) => ruled(`demands/${id}`, wordings)),
    ...[...passages.values()].flatMap(({ id, wordings }) => ruled(`passages/${id}`, wordings)),
  ];
}

/** Who is asked for what, for a terminal. */
export function matrixText(matrix: Matrix): string {
  return [
    tableText(matrixHeader(matrix), matrix.rows.map(cellsOf)),
    ...remarksOf(matrix).map((line) => `\n${line}\n`),
  ].join('');
}

/** The same as a table in Markdown, for a pull request or an e-mail. */
export function matrixMarkdown(matrix: Matrix): string {
  const header = matrixHeader(matrix);
  const lines = [header, header.map(() => '---'), ...matrix.rows.map(cellsOf)];
  const table = lines.map((cells) => `| ${cells.map(inMarkdown).join(' | ')} |\n`);
  return [...table, ...remarksOf(matrix).map((line) => `\n${inMarkdown(line)}\n`)].join('');
}

/** The same for a spreadsheet: a letter a row, a demand a column. */
export function matrixCsv(matrices: readonly Matrix[]): string {
  return matrices.map((matrix) => csvText(matrixHeader(matrix), matrix.rows.map(cellsOf))).join('\r\n');
}

function matrixHeader({ demands }: Matrix): readonly string[] {
  return ['recipient', 'language', 'body', ...demands.map(({ id, number }) => `${number} ${id}`)];
}

function cellsOf({ recipient, language, body, cells }: MatrixRow): readonly string[] {
  return [recipient, language, body, ...cells.map(cellWords)];
}

/** "2. support", or "1. with ier-169" for a demand that another one's wording carries. */
function cellWords(cell: MatrixCell | null): string {
  if (cell === null) return '';
  return cell.carriedBy === null ? `${cell.place}. ${cell.wording}` : `${cell.place}. with ${cell.carriedBy}`;
}

function remarksOf({ skipped, nobodyGets: { demands, texts } }: Matrix): readonly string[] {
  return [
    ...(skipped.length === 0 ? [] : [`skipped: ${skipped.join(', ')}`]),
    ...(demands.length === 0 ? [] : [`demands that nobody gets: ${demands.join(', ')}`]),
    ...(texts.length === 0 ? [] : [`texts that nobody gets: ${texts.join(', ')}`]),
  ].map(neutralise);
}

/** Names are letters, digits, hyphens and slashes; what a broken profile calls itself must not become markup either. */
function inMarkdown(text: string): string {
  return neutralise(text).replaceAll(/[\\`*_[\]<>|]/g, '\\$&');
}
