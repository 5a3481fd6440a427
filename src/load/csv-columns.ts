import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { forbiddenCharacters } from './character-policy.ts';
import type { CsvCell, CsvRow } from './csv-row.ts';

/** What a table's columns are put together to: mappings and lists of columns. */
export type ColumnTree =
  | { readonly kind: 'column'; readonly index: number; readonly span: Span }
  | { readonly kind: 'fields'; readonly entries: Map<string, ColumnTree>; readonly span: Span }
  | { readonly kind: 'list'; readonly entries: Map<string, ColumnTree>; readonly span: Span };

/** The columns of a table. */
export interface Columns {
  readonly tree: ColumnTree;
  /** The names as the first row has them; a column without a name holds nothing. */
  readonly names: readonly string[];
}

const HINT = say`the first row names what each column holds: id, roles.1, languages.1, office.title.en, address.lines.1, …`;

/** Reads the first row of a table: names with dots for what lies in one another, numbers from 1 for places in a list. */
export function readColumns({ cells, raw, placeAt }: CsvRow): Outcome<Columns> {
  const faults: Diagnostic[] = [...forbiddenCharacters(raw, placeAt)];
  const [first] = cells;
  const tree: ColumnTree = { kind: 'fields', entries: new Map(), span: first?.span ?? placeAt(0) };
  cells.forEach((cell, index) => {
    if (cell.text !== '') faults.push(...addColumn(tree, cell, index));
  });
  return settle({ tree, names: cells.map(({ text }) => text) }, faults);
}

function addColumn(tree: ColumnTree, { text, span }: CsvCell, index: number): readonly Diagnostic[] {
  const steps = text.split('.').map((step) => step.trim());
  if (steps.includes('')) return [fault('csv/column', span, say`${text} is not a name for a column`, { hint: HINT })];
  let here = tree;
  for (const [depth, step] of steps.entries()) {
    if (here.kind === 'column' || (here.kind === 'list') !== isNumber(step)) return [clash(text, span, here.span)];
    const next = here.entries.get(step);
    if (depth === steps.length - 1) {
      if (next !== undefined) return [clash(text, span, next.span)];
      here.entries.set(step, { kind: 'column', index, span });
    } else if (next === undefined) {
      const made: ColumnTree = { kind: isNumber(steps[depth + 1] ?? '') ? 'list' : 'fields', entries: new Map(), span };
      here.entries.set(step, made);
      here = made;
    } else here = next;
  }
  return [];
}

function isNumber(step: string): boolean {
  return /^[1-9]\d{0,2}$/u.test(step);
}

function clash(name: string, span: Span, other: Span): Diagnostic {
  return fault('csv/column', span, say`the column ${name} cannot stand beside another`, {
    hint: HINT,
    related: [{ span: other, message: say`it means the same as this one, or one lies within the other` }],
  });
}
