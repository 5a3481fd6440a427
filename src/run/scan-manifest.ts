import { type Outcome, failure, success } from '../model/outcome.ts';
import type { OutputFolder } from '../world.ts';
import { notAFileFault, interpretLine, unreadableManifestFault, letterKey } from './manifest.ts';
import { readLines } from './read-lines.ts';

/** The byte range of one record of a letter. `end` is the offset after the line feed. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
  /** The range of the letter's previous record, as long as that is valid. */
  readonly olderRange: LineRange | undefined;
}

/** The byte ranges and the state of the lines of a manifest on the disk. */
interface ManifestContents {
  /** The newest record of each letter, by `letterKey`. */
  readonly newestLines: Map<string, LineRange>;
  /** Whether each letter has one record, the records are sorted by key, and no record follows a closing line. */
  readonly isInOrder: boolean;
  /** The text of the closing line; undefined if the file does not end with one. */
  readonly closingLine: string | undefined;
  /** The length of the file in bytes; undefined if its last line is incomplete. No record can be appended then. */
  readonly size: number | undefined;
}

/** Reads a manifest line by line and returns the byte ranges of its records. */
export async function scanManifest(output: OutputFolder, path: string): Promise<Outcome<ManifestContents>> {
  const newestLines = new Map<string, LineRange>();
  let [lineNumber, size, previousKey] = [0, 0, ''];
  let closingLine: string | undefined;
  let isInOrder = true;
  let isLastLineComplete = true;
  for await (const line of readLines(output, path)) {
    if (line === 'in-the-way') return failure(notAFileFault(output, path));
    lineNumber += 1;
    const parsedLine = interpretLine(line.text, lineNumber);
    // A run that was killed while appending a line leaves an incomplete last line, which is ignored. If it is also the
    // first line, it has to be the beginning of a header.
    if (parsedLine === 'unreadable' && !line.hasLineFeed && (lineNumber > 1 || isCutOffHeader(line.text))) {
      isLastLineComplete = false;
      break;
    }
    if (parsedLine === 'unreadable') return failure(unreadableManifestFault(output, path, lineNumber));
    isLastLineComplete = line.hasLineFeed;
    size = line.end;
    if (closingLine !== undefined) isInOrder = false;
    closingLine = parsedLine === 'closing' ? line.text : undefined;
    if (typeof parsedLine === 'string') continue;
    const key = letterKey(parsedLine);
    if (key <= previousKey) isInOrder = false;
    previousKey = key;
    newestLines.set(key, { start: line.start, end: line.end, olderRange: newestLines.get(key) });
  }
  return success({
    newestLines,
    isInOrder: isInOrder && isLastLineComplete,
    closingLine,
    size: isLastLineComplete ? size : undefined,
  });
}

/** Whether an incomplete line is the beginning of a header. */
function isCutOffHeader(text: string): boolean {
  return text.startsWith(HEADER_START) || HEADER_START.startsWith(text);
}

/** The first characters of every header; see `manifestHeader`. */
const HEADER_START = '{"demarche":"manifest"';
