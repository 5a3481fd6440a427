/** The tables that are in force at a scan: which quantisation tables are defined, Huffman codes, and the restart interval. */
export interface JpegTables {
  readonly quantisation: Set<number>;
  /** The Huffman codes by class (0: first coefficients, 1: the others) and number: `class × 16 + number`. */
  readonly codes: Map<number, HuffmanCode>;
  restartInterval: number;
}

/**
 * A Huffman code: for each beginning of 16 bits, the length of the code word times 256 plus its value; 0 if no code word
 * begins so.
 */
export type HuffmanCode = Uint16Array;

const MAX_CODE_LENGTH = 16;

/** Reads quantisation tables (T.81, B.2.4.1). Returns false if a baseline file may not have them. */
export function readQuantisation(content: Uint8Array, { quantisation }: JpegTables): boolean {
  if (content.length === 0 || content.length % 65 !== 0) return false;
  for (let start = 0; start < content.length; start += 65) {
    const number = content[start] ?? 0;
    // The upper half is the precision, which is 0 in a baseline file.
    if (number > 3 || content.subarray(start + 1, start + 65).includes(0)) return false;
    quantisation.add(number);
  }
  return true;
}

/** Reads Huffman tables (B.2.4.2). Returns false if a baseline file may not have them. */
export function readHuffmanCodes(content: Uint8Array, { codes }: JpegTables): boolean {
  let position = 0;
  while (position < content.length) {
    const number = content[position] ?? 0;
    const counts = content.subarray(position + 1, position + 1 + MAX_CODE_LENGTH);
    const valueCount = counts.reduce((sum, count) => sum + count, 0);
    const valuesStart = position + 1 + MAX_CODE_LENGTH;
    position = valuesStart + valueCount;
    if ((number & 0xee) !== 0 || position > content.length) return false;
    const values = content.subarray(valuesStart, position);
    const code = createHuffmanCode(counts, values);
    if (code === undefined || (number < 16 && values.some((value) => value > MAX_FIRST_VALUE))) return false;
    codes.set(number, code);
  }
  return content.length > 0;
}

/** The greatest value in a code of first coefficients, which libjpeg accepts in a table even where it is not used. */
const MAX_FIRST_VALUE = 15;

/**
 * Assigns the code words (annex C). Undefined if there are more of a length than possible; the word of ones alone is none.
 */
function createHuffmanCode(counts: Uint8Array, values: Uint8Array): HuffmanCode | undefined {
  const code: HuffmanCode = new Uint16Array(2 ** MAX_CODE_LENGTH);
  let [next, valueIndex] = [0, 0];
  for (const [index, count] of counts.entries()) {
    const length = index + 1;
    const covered = 2 ** (MAX_CODE_LENGTH - length);
    for (const value of values.subarray(valueIndex, valueIndex + count)) {
      if (next + covered >= code.length) return undefined;
      code.fill(length * 256 + value, next, next + covered);
      next += covered;
    }
    valueIndex += count;
  }
  return code;
}
