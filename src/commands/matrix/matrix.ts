import type { LetterSettings, WordingRule } from '../../model/campaign.ts';
import type { Language } from '../../model/language.ts';
import { type Selection, type Target, sentChoicesOf } from '../../model/selection.ts';
import { csvText } from '../../report/csv.ts';
import { neutralise } from '../../report/neutralise.ts';
import { tableText } from '../../report/table.ts';
import type { Unasked } from './unasked.ts';

/** A demand (what the letter asks the recipient to do) in a letter: its wording and its position. */
interface MatrixCell {
  /** The name of the wording: `use` of its rule. */
  readonly wording: string;
  /** The position of the demand among the letter's demands, counted from 1. */
  readonly place: number;
  /** The id of the demand whose wording covers this demand as well; null if this demand has its own wording. */
  readonly carriedBy: string | null;
}

/** The demands that the letter makes in one edition (a recipient's letter in one language). */
interface MatrixRow {
  readonly recipient: string;
  readonly language: Language;
  /** The name of the body's wording. */
  readonly body: string;
  /** A cell for each demand, in the order of the columns; null if the edition does not have the demand. */
  readonly cells: readonly (MatrixCell | null)[];
}

/** The table of demands (columns) by recipients (rows) of a letter. */
export interface Matrix {
  /** The name of the letter's folder in `templates/`. */
  readonly letter: string;
  /** The columns, sorted by `number`: the demand's number in the open letter that was published before. */
  readonly demands: readonly { readonly id: string; readonly number: number }[];
  readonly rows: readonly MatrixRow[];
  /** The ids of the skipped recipients: their profiles say not to write to them. */
  readonly skipped: readonly string[];
  /** The ids of demands and the keys of texts that occur in no edition. */
  readonly nobodyGets: { readonly demands: readonly string[]; readonly texts: readonly string[] };
  /** The demands that recipients could be asked for and are not; only with `--powers`. */
  readonly unasked?: readonly Unasked[];
  /** The ids of the signatories that sign no edition. */
  readonly signNone: readonly string[];
}

/** Builds the matrix of a letter from the texts that its rules select for each recipient. The texts are not read. */
export function buildMatrix(letter: LetterSettings, targets: readonly Target[]): Matrix {
  const demands = [...letter.demands.values()]
    .map(({ id, number }) => ({ id, number }))
    .toSorted((a, b) => a.number - b.number);
  const demandIds = demands.map(({ id }) => id);
  const selections = targets.flatMap((target) => (target.kind === 'letter' ? [target.selection] : []));
  const rows = selections.map((selection) => matrixRow(selection, demandIds));
  const chosenTexts = new Set(selections.flatMap((selection) => sentChoicesOf(selection).map(({ text }) => text)));
  const signing = new Set(selections.flatMap(({ signatories }) => signatories.map(({ id }) => id)));
  return {
    letter: letter.id,
    demands,
    rows,
    skipped: targets.flatMap((target) => (target.kind === 'skipped' ? [target.addressing.recipient.id] : [])),
    nobodyGets: {
      demands: demandIds.filter((_, column) => rows.every(({ cells }) => cells[column] === null)),
      texts: [...new Set(textsWithRules(letter).map(({ text }) => text))].filter((text) => !chosenTexts.has(text)),
    },
    signNone: letter.signatories.map(({ id }) => id).filter((id) => !signing.has(id)),
  };
}

function matrixRow(selection: Selection, demandIds: readonly string[]): MatrixRow {
  const cells = new Map<string, MatrixCell>();
  selection.demands.forEach(({ id, wording, carries }, index) => {
    cells.set(id, { wording, place: index + 1, carriedBy: null });
    for (const carriedId of carries) cells.set(carriedId, { wording, place: index + 1, carriedBy: id });
  });
  return {
    recipient: selection.recipient.id,
    language: selection.language,
    body: selection.body.wording,
    cells: demandIds.map((id) => cells.get(id) ?? null),
  };
}

/** A rule of a letter, and the key of the text that it chooses. */
interface TextRule {
  readonly text: string;
  readonly rule: WordingRule;
}

/** Returns all rules of a letter with the texts that they choose. A text that two rules choose occurs twice. */
function textsWithRules({ body, cover, demands, passages }: LetterSettings): readonly TextRule[] {
  const withTexts = (folder: string, rules: readonly WordingRule[]): readonly TextRule[] =>
    rules.map((rule) => ({ text: `${folder}/${rule.use}`, rule }));
  return [
    ...withTexts('body', body),
    ...withTexts('cover', cover),
    ...[...demands.values()].flatMap(({ id, wordings }) => withTexts(`demands/${id}`, wordings)),
    ...[...passages.values()].flatMap(({ id, wordings }) => withTexts(`passages/${id}`, wordings)),
  ];
}

/** Formats the matrix as a table for a terminal, with remarks below. */
export function matrixText(matrix: Matrix): string {
  return [
    tableText(matrixHeader(matrix), rowsOfTexts(matrix)),
    ...remarkLines(matrix).map((line) => `\n${line}\n`),
  ].join('');
}

/** Formats the matrix as a Markdown table (GFM), with remarks below. */
export function matrixMarkdown(matrix: Matrix): string {
  const header = matrixHeader(matrix);
  const lines = [header, header.map(() => '---'), ...rowsOfTexts(matrix)];
  const table = lines.map((cells) => `| ${cells.map(escapeMarkdown).join(' | ')} |\n`);
  return [...table, ...remarkLines(matrix).map((line) => `\n${escapeMarkdown(line)}\n`)].join('');
}

/** Formats matrices as CSV (RFC 4180), separated by an empty line, without the remarks. */
export function matrixCsv(matrices: readonly Matrix[]): string {
  return matrices.map((matrix) => csvText(matrixHeader(matrix), rowsOfTexts(matrix))).join('\r\n');
}

function matrixHeader({ demands }: Matrix): readonly string[] {
  return ['recipient', 'language', 'body', ...demands.map(({ id, number }) => `${number} ${id}`)];
}

/** What stands in the place of the body for a recipient who gets no letter. No wording has a name with parentheses. */
const NO_LETTER = '(no letter)';

/** Formats the rows of letters and, below them, those of recipients without one who could be asked for a demand. */
function rowsOfTexts({ rows, demands, unasked = [] }: Matrix): readonly (readonly string[])[] {
  const keyOf = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);
  const powersByPlace = new Map(
    unasked.map(({ recipient, language, demand, powers }) => [keyOf(recipient, language, demand), powers]),
  );
  const unaskedText = (recipient: string, language: Language | null, demand: string): string => {
    const powers = powersByPlace.get(keyOf(recipient, language, demand));
    return powers === undefined ? '' : `could: ${powers.join(', ')}`;
  };
  const withoutLetter = new Set(unasked.flatMap(({ recipient, language }) => (language === null ? [recipient] : [])));
  return [
    ...rows.map(({ recipient, language, body, cells }) => [
      recipient,
      language,
      body,
      ...demands.map(({ id }, column) => cellText(cells[column] ?? null) || unaskedText(recipient, language, id)),
    ]),
    ...[...withoutLetter].map((recipient) => [
      recipient,
      '',
      NO_LETTER,
      ...demands.map(({ id }) => unaskedText(recipient, null, id)),
    ]),
  ];
}

/** Formats a cell: "2. support", or "1. with ier-169" if the wording of another demand covers this one. */
function cellText(cell: MatrixCell | null): string {
  if (cell === null) return '';
  return cell.carriedBy === null ? `${cell.place}. ${cell.wording}` : `${cell.place}. with ${cell.carriedBy}`;
}

/**
 * Formats the lines below the table: that the letter has no demands, what `could` means, skipped recipients, demands and
 * texts that no recipient gets, and signatories that sign none of the letters.
 */
function remarkLines(matrix: Matrix): readonly string[] {
  const { letter, demands: columns, skipped, unasked, signNone } = matrix;
  const { demands, texts } = matrix.nobodyGets;
  return [
    ...(columns.length === 0 ? [`the letter ${letter} has no demands`] : []),
    ...(unasked === undefined ? [] : [unaskedRemark(unasked)]),
    ...(skipped.length === 0 ? [] : [`skipped: ${skipped.join(', ')}`]),
    ...(demands.length === 0 ? [] : [`demands that nobody gets: ${demands.join(', ')}`]),
    ...(texts.length === 0 ? [] : [`texts that nobody gets: ${texts.join(', ')}`]),
    ...(signNone.length === 0 ? [] : [`signatories of none of these letters: ${signNone.join(', ')}`]),
  ].map(neutralise);
}

function unaskedRemark(unasked: readonly Unasked[]): string {
  return unasked.length === 0
    ? 'no recipient has a power for a demand that it is not asked for'
    : 'could: the recipient has this power, with which a wording of the demand could ask for it';
}

/** Escapes Markdown markup. Valid ids contain none, but the id in an invalid profile may contain any character. */
function escapeMarkdown(text: string): string {
  return neutralise(text).replaceAll(/[\\`*_[\]<>|]/g, '\\$&');
}
