import type { Row, BreakAfter, SetPicture } from './galley.ts';
import { type VerticalSpace, NO_SPACE, fixedSpace, type SpaceFactor, lengthOf } from './vertical-space.ts';

/** The fields of a row that is created. A space above it that is a number, in points, does not give. */
export type RowFields = Pick<Row, 'height'> &
  Partial<Omit<Row, 'spaceAbove'>> & { readonly spaceAbove?: VerticalSpace | number };

/** Creates a row, with default values for all fields that are not given. */
export function createRow(fields: RowFields): Row {
  const { height, lines = [], rules = [], pictures = [], noteNumbers = [], breakAfter = 'free', bookmark } = fields;
  const { repeatedHead = [], excessWidth = 0, span } = fields;
  const spaceAbove = asSpace(fields.spaceAbove ?? NO_SPACE);
  const partsOfTables = { repeatedHead, excessWidth, span };
  return { spaceAbove, height, lines, rules, pictures, noteNumbers, breakAfter, ...partsOfTables, bookmark };
}

/** Moves the lines, rule lines and pictures of a row down. `distance` is in points. */
export function moveDown(row: Row, distance: number): Row {
  return {
    ...row,
    lines: row.lines.map((line) => ({ ...line, baseline: line.baseline + distance })),
    rules: row.rules.map((rule) => ({ ...rule, area: { ...rule.area, y: rule.area.y + distance } })),
    pictures: mapPictures(row.pictures, (picture) => ({
      ...picture,
      area: { ...picture.area, y: picture.area.y + distance },
    })),
  };
}

function asSpace(space: VerticalSpace | number): VerticalSpace {
  return typeof space === 'number' ? fixedSpace(space) : space;
}

/** Returns the rows with another space above the first one. A number, in points, is a space that does not give. */
export function withSpaceAbove(rows: readonly Row[], space: VerticalSpace | number): readonly Row[] {
  const [firstRow, ...otherRows] = rows;
  const spaceAbove = asSpace(space);
  return firstRow === undefined || firstRow.spaceAbove === spaceAbove
    ? rows
    : [{ ...firstRow, spaceAbove }, ...otherRows];
}

/** Returns the rows with another `breakAfter` of the last one. */
export function withBreakAfter(rows: readonly Row[], breakAfter: BreakAfter): readonly Row[] {
  const lastRow = rows.at(-1);
  return lastRow === undefined ? rows : [...rows.slice(0, -1), { ...lastRow, breakAfter }];
}

/**
 * Returns the height of rows at the top of a page, in points, if their spaces give by a factor. The space above the
 * first row is not counted, because it is dropped there.
 */
export function heightOfRows(rows: readonly Row[], factor: SpaceFactor = 0): number {
  return rows.reduce((sum, row, index) => sum + row.height + (index === 0 ? 0 : lengthOf(row.spaceAbove, factor)), 0);
}

/** Returns the number of rows at the start, including the first, that no page break may separate. */
export function inseparableCount(rows: readonly Row[]): number {
  return rows.findIndex(({ breakAfter }) => breakAfter !== 'never') + 1 || rows.length;
}

/** Changes the pictures of a row. Most rows have none, so that no list is made for them. */
export function mapPictures(pictures: Row['pictures'], change: (picture: SetPicture) => SetPicture): Row['pictures'] {
  return pictures.length === 0 ? pictures : pictures.map(change);
}
