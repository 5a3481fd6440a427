import type { Diagnostic } from '../model/diagnostic.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import type { OutputFolder } from '../world.ts';
import {
  type LetterRecord,
  encodeLines,
  notAFileFault,
  isLetterRecord,
  letterKey,
  manifestWriteFaults,
  parseJsonLine,
} from './manifest.ts';
import { scanManifest, type LineRange } from './scan-manifest.ts';

/**
 * A manifest (the file that records what runs wrote) to which a run is writing. The records stay on the disk. Memory
 * holds only the byte range of each line, so that 100,000 letters need only a few megabytes. The new record of a letter
 * is appended before its files are written, and its earlier record stays valid until they are. If the run is killed at
 * any time, one of the two records therefore identifies each file as written by demarche.
 */
export interface ManifestWriter {
  /**
   * Returns the valid records of a letter, the newest last. There are several if a run was killed while it wrote the
   * files.
   */
  readonly recordsOf: (key: string) => Promise<Outcome<readonly LetterRecord[]>>;
  /** Appends the record of a letter whose files will be written next. Earlier records of the letter stay valid. */
  readonly enter: (record: LetterRecord) => Promise<readonly Diagnostic[]>;
  /** Invalidates all records of a letter but the newest, after its files have been written. */
  readonly dropOlderRecords: (key: string) => void;
  /** Marks a letter as settled: this run made its files or found them current. */
  readonly markSettled: (key: string) => void;
  /** Removes the records of a letter that has no files. */
  readonly remove: (key: string) => void;
  /** Returns the keys of the letters that are not marked as settled. */
  readonly unsettledKeys: () => readonly string[];
  /**
   * Rewrites the manifest with its records sorted and `closingLine` at its end, unless the file is already like that.
   */
  readonly close: (closingLine?: object) => Promise<readonly Diagnostic[]>;
}

/**
 * Opens the manifest at a path. A missing file is an empty manifest. `header` is the first line, for a file that is
 * created or rewritten. Returns a fault if the manifest cannot be read.
 */
export async function openManifestWriter(
  output: OutputFolder,
  path: string,
  header: object,
): Promise<Outcome<ManifestWriter>> {
  const scanOutcome = await scanManifest(output, path);
  if (!scanOutcome.ok) return scanOutcome;
  let contents = scanOutcome.value;
  let { isInOrder, size } = contents;
  const keysToSettle = new Set(contents.newestLines.keys());

  const rewrite = async (closingLine: string | undefined): Promise<readonly Diagnostic[]> => {
    try {
      const result = await output.write(
        path,
        sortedManifest(output, path, contents.newestLines, { header, closingLine }),
      );
      return result.ok ? [] : manifestWriteFaults(output, path, result.reason);
    } catch (error) {
      if (error !== LINE_UNREADABLE) throw error;
      return [notAFileFault(output, path)];
    }
  };

  /** Rewrites the manifest without its incomplete last line, because no record could be appended after it. */
  const repair = async (): Promise<readonly Diagnostic[]> => {
    const faults = await rewrite(undefined);
    const rescanOutcome = await scanManifest(output, path);
    if (!rescanOutcome.ok) return [...faults, ...rescanOutcome.diagnostics];
    contents = rescanOutcome.value;
    size = contents.size;
    return faults;
  };

  const enter = async (record: LetterRecord): Promise<readonly Diagnostic[]> => {
    const faults = size === undefined ? await repair() : [];
    if (faults.length > 0) return faults;
    const offset = size ?? 0;
    const key = letterKey(record);
    const line = encodeLines([record]);
    keysToSettle.add(key);
    const start = offset === 0 ? encodeLines([header]).length : offset;
    const appendResult = await output.append(path, offset === 0 ? encodeLines([header, record]) : line);
    size = appendResult.ok ? start + line.length : undefined;
    if (!appendResult.ok) return manifestWriteFaults(output, path, appendResult.reason);
    contents.newestLines.set(key, { start, end: start + line.length, olderRange: contents.newestLines.get(key) });
    isInOrder = false;
    return [];
  };
  const readRecords = async (key: string): Promise<Outcome<readonly LetterRecord[]>> => {
    const records: LetterRecord[] = [];
    for (const { start, end } of validRanges(contents.newestLines.get(key))) {
      const bytes = await output.readPart(path, start, end);
      const record = bytes instanceof Uint8Array ? parseJsonLine(new TextDecoder().decode(bytes)) : undefined;
      if (!isLetterRecord(record)) return failure(notAFileFault(output, path));
      records.push(record);
    }
    return success(records);
  };
  let lastAccess: Promise<unknown> = Promise.resolve();
  /**
   * Accesses the file after all earlier accesses, although several letters are in progress. Records are appended one
   * after the other, and none is read at a range that a repair has moved.
   */
  const inTurn = <T>(access: () => Promise<T>): Promise<T> => {
    const result = lastAccess.then(access);
    lastAccess = result.catch(() => undefined);
    return result;
  };

  return success({
    recordsOf: (key) => inTurn(() => readRecords(key)),
    enter: (record) => inTurn(() => enter(record)),
    dropOlderRecords: (key) => {
      const newestLine = contents.newestLines.get(key);
      if (newestLine?.olderRange === undefined) return;
      contents.newestLines.set(key, { ...newestLine, olderRange: undefined });
      isInOrder = false;
    },
    markSettled: (key) => {
      keysToSettle.delete(key);
    },
    remove: (key) => {
      if (contents.newestLines.delete(key)) isInOrder = false;
    },
    unsettledKeys: () => [...contents.newestLines.keys()].filter((key) => keysToSettle.has(key)),
    close: async (closingLine) => {
      const text = closingLine === undefined ? undefined : JSON.stringify(closingLine);
      const isUpToDate = isInOrder && (text === undefined || text === contents.closingLine);
      return isUpToDate ? [] : rewrite(text);
    },
  });
}

/**
 * Yields the manifest in its final form: the header, the records sorted by key, the closing line. Throws
 * `LINE_UNREADABLE` if a record cannot be read from the disk again.
 */
async function* sortedManifest(
  output: OutputFolder,
  path: string,
  newestLines: ReadonlyMap<string, LineRange>,
  { header, closingLine }: { readonly header: object; readonly closingLine: string | undefined },
): AsyncGenerator<Uint8Array> {
  yield encodeLines([header]);
  for (const key of [...newestLines.keys()].sort()) {
    for (const { start, end } of validRanges(newestLines.get(key))) {
      const bytes = await output.readPart(path, start, end);
      if (!(bytes instanceof Uint8Array) || bytes.length < end - start) throw LINE_UNREADABLE;
      yield bytes.at(-1) === LINE_FEED ? bytes : new Uint8Array([...bytes, LINE_FEED]);
    }
  }
  if (closingLine !== undefined) yield new TextEncoder().encode(`${closingLine}\n`);
}

/** Thrown to abort the rewriting of a manifest, which leaves the file on the disk unchanged. */
const LINE_UNREADABLE = new Error('a line of the manifest cannot be read any more');

const LINE_FEED = 10;

/** Returns the byte ranges of the valid records of a letter, the oldest first. */
function validRanges(newestLine: LineRange | undefined): readonly LineRange[] {
  return newestLine === undefined ? [] : [...validRanges(newestLine.olderRange), newestLine];
}
