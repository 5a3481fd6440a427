/**
 * Restores the bytes of filtered rows in place (PNG, third edition, 9.2); each row is preceded by the number of its
 * filter. `step`: the distance of a byte to that of the pixel before it, at least 1.
 */
export function unfilterRows(rows: Uint8Array, rowLength: number, step: number): void {
  for (let start = 0; start < rows.length; start += rowLength + 1) {
    const row = rows.subarray(start + 1, start + 1 + rowLength);
    const above = start === 0 ? undefined : rows.subarray(start - rowLength, start);
    UNFILTERS[rows[start] ?? 0]?.(row, above ?? new Uint8Array(rowLength), step);
    rows[start] = 0;
  }
}

/** The number of filters. */
export const FILTER_COUNT = 5;

type Unfilter = (row: Uint8Array, above: Uint8Array, step: number) => void;

/** The functions that undo the filters None, Sub, Up, Average and Paeth, in this order. */
const UNFILTERS: readonly Unfilter[] = [
  () => undefined,
  (row, _, step) => {
    for (let index = step; index < row.length; index += 1) row[index] = byteAt(row, index) + byteAt(row, index - step);
  },
  (row, above) => {
    for (let index = 0; index < row.length; index += 1) row[index] = byteAt(row, index) + byteAt(above, index);
  },
  (row, above, step) => {
    for (let index = 0; index < row.length; index += 1) {
      const left = index < step ? 0 : byteAt(row, index - step);
      row[index] = byteAt(row, index) + ((left + byteAt(above, index)) >> 1);
    }
  },
  (row, above, step) => {
    for (let index = 0; index < row.length; index += 1) {
      const left = index < step ? 0 : byteAt(row, index - step);
      const corner = index < step ? 0 : byteAt(above, index - step);
      row[index] = byteAt(row, index) + predictPaeth(left, byteAt(above, index), corner);
    }
  },
];

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function predictPaeth(left: number, above: number, corner: number): number {
  const [fromLeft, fromAbove, fromCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ];
  if (fromLeft <= fromAbove && fromLeft <= fromCorner) return left;
  return fromAbove <= fromCorner ? above : corner;
}

/** The two parts of rows with an alpha channel, each with the filters of the rows. */
export interface SplitRows {
  readonly colour: Uint8Array;
  readonly alpha: Uint8Array;
}

/**
 * Divides filtered rows into colour and alpha. They keep their filters: a filter predicts a byte from those of the same
 * channel only, so that it is as good for the part. Lengths are in bytes: `colourLength` and `alphaLength` of a pixel.
 */
export function splitAlpha(rows: Uint8Array, width: number, colourLength: number, alphaLength: number): SplitRows {
  const rowLength = width * (colourLength + alphaLength) + 1;
  const height = rows.length / rowLength;
  const colour = new Uint8Array((width * colourLength + 1) * height);
  const alpha = new Uint8Array((width * alphaLength + 1) * height);
  let [from, toColour, toAlpha] = [0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    const filter = byteAt(rows, from);
    from += 1;
    colour[toColour] = filter;
    toColour += 1;
    alpha[toAlpha] = filter;
    toAlpha += 1;
    for (let x = 0; x < width; x += 1) {
      for (let end = toColour + colourLength; toColour < end; toColour += 1, from += 1)
        colour[toColour] = byteAt(rows, from);
      for (let end = toAlpha + alphaLength; toAlpha < end; toAlpha += 1, from += 1) alpha[toAlpha] = byteAt(rows, from);
    }
  }
  return { colour, alpha };
}
