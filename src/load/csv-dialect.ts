import { MAX_FILE_BYTES, type ReadResult } from '../world.ts';

/** How a table is written. */
export interface CsvDialect {
  readonly delimiter: string;
  /**
   * The length of the line `sep=;` at the beginning of the text, with its line end, in UTF-16 code units; 0 if there is
   * none. Excel writes and reads this line, which names the delimiter, and does not show it as a row.
   */
  readonly separatorLineLength: number;
}

/**
 * Matches a line that names the delimiter. A program that does not know the line takes it for a row: it saves it in
 * quotation marks, followed by its own delimiters for the empty cells.
 */
const SEPARATOR_LINE = /^(?:sep=([^\p{L}\p{N}"\r\n ])|"sep=([^\p{L}\p{N}"\r\n ])")([,;\t]*) *(?:\r?\n|$)/iu;

/** The delimiters that need no line that names them, in order of precedence. */
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Determines how a table is written from the text of its first row that is not blank: the delimiter is the comma,
 * semicolon or tab that is most frequent outside quotation marks, or the comma if none occurs.
 */
export function detectDialect(text: string): CsvDialect {
  const separatorLine = SEPARATOR_LINE.exec(text);
  if (separatorLine !== null) {
    const [line, unquoted, quoted = ',', emptyCells = ''] = separatorLine;
    const [emptyCellDelimiter] = emptyCells;
    return { delimiter: unquoted ?? emptyCellDelimiter ?? quoted, separatorLineLength: line.length };
  }
  const scanner = createRowScanner();
  scanner.scan(text);
  const { delimiter } = DELIMITERS.map((candidate) => ({
    delimiter: candidate,
    count: scanner.count(candidate),
  })).reduce((best, candidate) => (candidate.count > best.count ? candidate : best));
  return { delimiter, separatorLineLength: 0 };
}

/**
 * Yields the same text in chunks, the first of which contains the whole first row that is not blank, because the
 * dialect is detected in it. The row may have line breaks in quotation marks.
 */
export async function* joinFirstRowChunks(
  chunks: AsyncIterable<ReadResult<string>>,
): AsyncGenerator<ReadResult<string>> {
  let bufferedText: string | undefined = '';
  const scanner = createRowScanner();
  for await (const chunk of chunks) {
    if (!chunk.ok || bufferedText === undefined) {
      yield chunk;
      continue;
    }
    bufferedText += chunk.value;
    if (!scanner.scan(chunk.value) && bufferedText.length < MAX_FILE_BYTES) continue;
    yield { ok: true, value: bufferedText };
    bufferedText = undefined;
  }
  if (bufferedText !== undefined && bufferedText !== '') yield { ok: true, value: bufferedText };
}

/** Creates a scanner that finds the end of the first row that is not blank, and counts the delimiters of that row. */
function createRowScanner() {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  let isBlank = true;
  let isComplete = false;
  return {
    /** Scans the next chunk of the text. Returns whether the row is complete. */
    scan: (chunk: string): boolean => {
      for (let index = 0; index < chunk.length && !isComplete; index += 1) {
        const character = chunk.charAt(index);
        // Each quotation mark toggles the quoted state; a doubled one toggles it twice.
        if (character === '"') isQuoted = !isQuoted;
        else if (!isQuoted) {
          isComplete = character === '\n' && !isBlank;
          const count = counts.get(character);
          if (count !== undefined) counts.set(character, count + 1);
        }
        if (!/\s/u.test(character) || counts.has(character)) isBlank = false;
      }
      return isComplete;
    },
    /** Returns how often a delimiter occurs in the row outside quotation marks. */
    count: (delimiter: string): number => counts.get(delimiter) ?? 0,
  };
}
