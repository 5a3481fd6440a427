import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TablePlace, readWorkbook } from '../../../src/load/workbook/read-workbook.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { type TableRow, failFaultyRows } from '../../../src/load/table-rows.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { inPieces } from '../pieces.ts';

/** A row of a workbook as `3: text | text`, or its faults. */
export type ReadRow = string | readonly string[];

/** Reads a workbook of this folder; `name` has no ending. */
export function readFixture(name: string, place?: TablePlace): Promise<readonly ReadRow[]> {
  return readBytesOf(fixtureBytes(name), place);
}

/** The bytes of a table of this folder; `name` has no ending. */
export function fixtureBytes(name: string, ending: 'xlsx' | 'csv' = 'xlsx'): Uint8Array {
  return readFileSync(join(import.meta.dirname, `${name}.${ending}`));
}

/** Reads the bytes of a workbook. */
export async function readBytesOf(bytes: Uint8Array, place?: TablePlace): Promise<readonly ReadRow[]> {
  const outcomes = await outcomesOf(bytes, place);
  return outcomes.map((row) => {
    if (!row.ok) return row.diagnostics.map(placedFault);
    return `${row.value.number}: ${row.value.cells.map(({ text }) => text).join(' | ')}`;
  });
}

/** The results of reading the bytes of a workbook. */
export async function outcomesOf(bytes: Uint8Array, place?: TablePlace): Promise<readonly Outcome<TableRow>[]> {
  const outcomes: Outcome<TableRow>[] = [];
  for await (const outcome of failFaultyRows(readWorkbook('a.xlsx', inPieces(bytes), place))) outcomes.push(outcome);
  return outcomes;
}

/** A fault with its code, its cell or else its line and column, and its message. */
function placedFault({ code, span, message }: Diagnostic): string {
  return `${code} ${span.cell ?? `${span.line}:${span.column}`} ${plainMessage(message)}`;
}
