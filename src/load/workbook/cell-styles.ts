import { type NumberFormat, numberFormatOf } from './number-format.ts';
import { readXml } from './read-xml.ts';
import type { EntryProblem } from './zip-entries.ts';

/** Returns the number format of a cell by its attribute `s`; without one, cells have style 0. */
export type CellStyles = (style: string | undefined) => NumberFormat;

/** The styles of a workbook that has no file of styles. */
export const NO_STYLES: CellStyles = () => GENERAL_FORMAT;

const GENERAL_FORMAT = numberFormatOf(0);

/** Reads the number formats of the styles of cells (ECMA-376-1, 18.8.10 and 18.8.31). */
export async function readCellStyles(
  chunks: AsyncIterable<Uint8Array | EntryProblem>,
): Promise<CellStyles | EntryProblem> {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let isInCellStyles = false;
  let isInNumberFormats = false;
  const problem = await readXml(chunks, {
    root: 'styleSheet',
    open: (name, attributes) => {
      if (name === 'numFmts') isInNumberFormats = true;
      // Formats of conditional formatting have numbers of their own.
      if (name === 'numFmt' && isInNumberFormats) {
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      }
      if (name === 'cellXfs') isInCellStyles = true;
      if (name === 'xf' && isInCellStyles) formatIds.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'numFmts') isInNumberFormats = false;
      if (name === 'cellXfs') isInCellStyles = false;
    },
  });
  if (problem !== undefined) return problem;
  const formats = new Map<number, NumberFormat>();
  const styles = formatIds.map((id) => {
    const format = formats.get(id) ?? numberFormatOf(id, codes.get(id));
    formats.set(id, format);
    return format;
  });
  return (style) => styles[Number(style ?? 0)] ?? GENERAL_FORMAT;
}
