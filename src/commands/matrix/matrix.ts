import type { LetterSettings } from '../../model/campaign.ts';
import type { Language } from '../../model/language.ts';
import type { Selection, Target } from '../../model/selection.ts';
import { textsOf } from './texts-of.ts';

/** A demand in a letter: which wording it has there, and where it stands. */
export interface MatrixCell {
  readonly wording: string;
  /** From 1. */
  readonly place: number;
  /** The demand whose wording carries this one; null: it stands for itself. */
  readonly carriedBy: string | null;
}

/** What one letter asks. */
export interface MatrixRow {
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
  const rows = selections.map((selection) => rowOf(selection, ids));
  const chosen = new Set(selections.flatMap(chosenTexts));
  return {
    letter: letter.id,
    demands,
    rows,
    skipped: targets.flatMap((target) => (target.kind === 'skipped' ? [target.addressing.recipient.id] : [])),
    nobodyGets: {
      demands: ids.filter((_, column) => rows.every(({ cells }) => cells[column] === null)),
      texts: [...new Set(textsOf(letter).map(({ text }) => text))].filter((text) => !chosen.has(text)),
    },
  };
}

function rowOf(selection: Selection, ids: readonly string[]): MatrixRow {
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

function chosenTexts({ body, passages, demands }: Selection): readonly string[] {
  return [body.text, ...passages.flatMap(({ choice }) => choice?.text ?? []), ...demands.map(({ text }) => text)];
}
