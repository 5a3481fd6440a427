import type { LetterSettings } from '../../model/campaign.ts';
import type { Matrix, MatrixCell, MatrixRow } from '../../model/matrix.ts';
import type { Selection, Target } from '../../model/selection.ts';
import { textsOf } from './texts-of.ts';

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
