import type { CellPattern, PatternFields, PatternTree } from '../model/columns-file.ts';
import type { Data, Field } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type NamedCell, fillPattern, locationOf } from './fill-pattern.ts';

/** Returns the cells of the columns of a pattern, in its order. */
export type CellsOf = (pattern: CellPattern) => readonly NamedCell[];

/** A part of a profile that was made from patterns. */
interface FilledTree {
  /** One part, several for a pattern of several lines, or none if there is no value. */
  readonly parts: readonly Data[];
  /** Whether a cell of its patterns has text; undefined if they have no columns. */
  readonly hasText: boolean | undefined;
}

/**
 * The parts of a profile or a signatory that are left out as a whole, with what they have of their own, if all their
 * cells are empty: without a name there is no holder, and without a street no address. So are the mappings in a list,
 * as in `channels`.
 */
const WHOLE_PARTS: ReadonlySet<string> = new Set(['holder', 'address', 'skip', 'image']);

/**
 * Whether what stands at a path of a profile may have several lines, each of which becomes an item of a list. Fields are
 * of any type; the validation of the profile refuses a list for those that have one value.
 */
function mayHaveLines(path: string): boolean {
  return /^(?:address\.lines|envelope)(?:\.[^.]+)?$/u.test(path) || path.startsWith('fields.');
}

/** Makes the entries of a profile from patterns and the cells of a row. Faults of cells are added to `faults`. */
export function fillProfile(profile: PatternFields, cellsOf: CellsOf, faults: Diagnostic[]): readonly Field[] {
  return fillEntries(profile, '', cellsOf, faults).entries;
}

function fillEntries(
  { entries }: PatternFields,
  path: string,
  cellsOf: CellsOf,
  faults: Diagnostic[],
): { readonly entries: readonly Field[]; readonly hasText: boolean | undefined } {
  const fields: Field[] = [];
  const texts: (boolean | undefined)[] = [];
  for (const { key, value } of entries) {
    const childPath = path === '' ? key : `${path}.${key}`;
    const { parts, hasText } = fillTree(value, childPath, cellsOf, faults);
    const [part] = parts;
    texts.push(hasText);
    if (part === undefined || (hasText === false && WHOLE_PARTS.has(childPath))) continue;
    const entry: Data = parts.length === 1 ? part : { kind: 'list', items: parts, span: part.span };
    fields.push({ key, keySpan: part.span, value: entry });
  }
  return { entries: fields, hasText: anyText(texts) };
}

function fillTree(tree: PatternTree, path: string, cellsOf: CellsOf, faults: Diagnostic[]): FilledTree {
  if (tree.kind === 'pattern') return fillLeaf(tree, path, cellsOf, faults);
  if (tree.kind === 'fields') {
    const { entries, hasText } = fillEntries(tree, path, cellsOf, faults);
    const [first] = entries;
    const parts: readonly Data[] = first === undefined ? [] : [{ kind: 'fields', entries, span: first.value.span }];
    return { parts, hasText };
  }
  const filled = tree.items.map((item) => ({ item, ...fillTree(item, path, cellsOf, faults) }));
  const items = filled.flatMap(({ item, parts, hasText }) =>
    item.kind === 'fields' && hasText === false ? [] : parts,
  );
  const hasText = anyText(filled.map((each) => each.hasText));
  // A list without patterns is kept, so that the validation of the profile sees it.
  const isLeftOut = items.length === 0 && hasText !== undefined;
  return { parts: isLeftOut ? [] : [{ kind: 'list', items, span: items[0]?.span ?? tree.span }], hasText };
}

function fillLeaf(pattern: CellPattern, path: string, cellsOf: CellsOf, faults: Diagnostic[]): FilledTree {
  if (pattern.columns.length === 0) return { parts: literalParts(pattern), hasText: undefined };
  const cells = cellsOf(pattern);
  const filled = fillPattern(pattern, cells);
  faults.push(...filled.diagnostics);
  if (!filled.ok) return { parts: [], hasText: true };
  const { lines, hasText, cell } = filled.value;
  const span = locationOf(cell, pattern.scalar.span);
  const parts = lines.map((text): Data => ({ kind: 'scalar', text, quoted: true, span }));
  if (parts.length <= 1 || mayHaveLines(path)) return { parts, hasText };
  const hint = say`write it on one line; only envelope, address.lines and fields of the type lines may have several`;
  const place = locationOf(cells.find(({ text }) => /[\r\n]/u.test(text.trim())) ?? cell, pattern.scalar.span);
  faults.push(fault('table/cell', place, ['this cell has several lines, and its value is one line'], { hint }));
  return { parts: [], hasText };
}

/** Returns the value of a pattern without columns. If nothing is done to it, it is the text as it is in its file. */
function literalParts({ scalar, texts, isUpperCase, values }: CellPattern): readonly Data[] {
  const [text = ''] = texts;
  const value = values?.get(text) ?? text;
  const inCase = isUpperCase ? value.toUpperCase() : value;
  return [inCase === scalar.text ? scalar : { ...scalar, text: inCase }];
}

/** Whether any of these parts has text; undefined if none has a column. */
function anyText(texts: readonly (boolean | undefined)[]): boolean | undefined {
  const known = texts.filter((hasText) => hasText !== undefined);
  return known.length === 0 ? undefined : known.includes(true);
}
