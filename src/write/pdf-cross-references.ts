import type { Part } from './compression.ts';

/** Where objects with neighbouring numbers are found: their entries in the table of a file (ISO 32000-1, 7.5.8). */
export interface Run {
  readonly first: number;
  readonly count: number;
  readonly entries: Part;
}

/** One byte for the kind of place, four for the place, two for a number there. */
export const ENTRY_WIDTHS = '/W[1 4 2]';

/** Object 0 heads the list of free numbers. */
export const FREE: string = entryOf(0, 0, 0xffff);

/** The entry of an object that begins at a byte of the file. */
export function atByte(byte: number): string {
  return entryOf(1, byte, 0);
}

/** The entry of an object that stands in a container, as which of all there. */
export function inContainer(container: number, index: number): string {
  return entryOf(2, container, index);
}

function entryOf(kind: number, place: number, number: number): string {
  const bytes = [kind, place >>> 24, place >>> 16, place >>> 8, place, number >>> 8, number];
  return String.fromCharCode(...bytes.map((byte) => byte & 0xff));
}
