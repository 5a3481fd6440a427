import type { Diagnostic } from '../model/diagnostic.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import type { OutputFolder } from '../world.ts';
import {
  type LetterRecord,
  encoded,
  inTheWay,
  isHeader,
  isLetterRecord,
  isClosingLine,
  letterKey,
  notWritten,
  parseLine,
  unreadable,
} from './manifest.ts';
import { type PlacedLine, readLines } from './read-lines.ts';

/**
 * A manifest while a run works on it. It stays on the disk: in memory is only where each letter's line stands, so that a
 * hundred thousand letters need a few megabytes. A letter is entered before its files are written, and the line that
 * was there is kept until they are: whenever a run is cut short, each file has a line that says it is ours.
 */
export interface ManifestWriter {
  /** What is recorded of a letter, the newest last; more than one if a run was cut short there. */
  readonly recordsOf: (key: string) => Promise<Outcome<readonly LetterRecord[]>>;
  /** Enters a letter whose files are about to be written. */
  readonly enter: (record: LetterRecord) => Promise<readonly Diagnostic[]>;
  /** The letter's files are as its newest record says: older ones do not count any more. */
  readonly confirm: (key: string) => void;
  /** They are made from what this run would make them from. */
  readonly settle: (key: string) => void;
  /** Nothing of this letter was written, and nothing had been before. */
  readonly strike: (key: string) => void;
  /** The letters that are not settled. */
  readonly unsettled: () => readonly string[];
  /** Puts the lines in order, with this one as the last, unless all is as it should be. */
  readonly close: (last?: object) => Promise<readonly Diagnostic[]>;
}

/** Where a letter's line stands; `older` is one that still counts. */
interface Entry {
  readonly start: number;
  readonly end: number;
  readonly older: Entry | undefined;
  isSettled: boolean;
}

/** What is known of the file. */
interface Book {
  readonly entries: Map<string, Entry>;
  readonly exists: boolean;
  /** The header, then lines in order of key, each letter once, then perhaps a closing line. */
  readonly isInOrder: boolean;
  /** The text of the closing line, if it is the last. */
  readonly last: string | undefined;
  /** Where the next line will stand; undefined after half a line. */
  readonly size: number | undefined;
}

/** Opens the manifest at a path; none yet is an empty one. A fault if it cannot be read. */
export async function openManifestWriter(
  output: OutputFolder,
  path: string,
  header: object,
): Promise<Outcome<ManifestWriter>> {
  const opened = await readBook(output, path);
  if (!opened.ok) return opened;
  let book = opened.value;
  let size = book.size;
  let { isInOrder } = book;
  let isChanged = false;

  const rewrite = async (last: string | undefined): Promise<readonly Diagnostic[]> => {
    const gone = new Error('a line of the manifest cannot be read any more');
    try {
      const result = await output.write(path, inOrder(output, path, book, { header, last, gone }));
      return result.ok ? [] : notWritten(output, path, result.reason);
    } catch (error) {
      if (error !== gone) throw error;
      return [inTheWay(output, path)];
    }
  };

  const reopen = async (): Promise<readonly Diagnostic[]> => {
    const before = book.entries;
    const again = await readBook(output, path);
    if (!again.ok) return again.diagnostics;
    book = again.value;
    size = book.size;
    for (const [key, entry] of book.entries) entry.isSettled = before.get(key)?.isSettled ?? false;
    return [];
  };

  const enter = async (record: LetterRecord): Promise<readonly Diagnostic[]> => {
    if (size === undefined) {
      const faults = [...(await rewrite(undefined)), ...(await reopen())];
      if (faults.length > 0) return faults;
    }
    const at = size ?? 0;
    const line = encoded([record]);
    const start = at === 0 ? encoded([header]).length : at;
    const appended = await output.append(path, at === 0 ? encoded([header, record]) : line);
    size = appended.ok ? start + line.length : undefined;
    if (!appended.ok) return notWritten(output, path, appended.reason);
    const key = letterKey(record);
    const older = book.entries.get(key);
    book.entries.set(key, { start, end: start + line.length, older, isSettled: false });
    isChanged = true;
    isInOrder = false;
    return [];
  };
  // One line after the other, though several letters may be on their way.
  let entering: Promise<unknown> = Promise.resolve();

  return success({
    recordsOf: async (key) => {
      const records: LetterRecord[] = [];
      for (let entry = book.entries.get(key); entry !== undefined; entry = entry.older) {
        const bytes = await output.readPart(path, entry.start, entry.end);
        const record = bytes instanceof Uint8Array ? parseLine(new TextDecoder().decode(bytes)) : undefined;
        if (!isLetterRecord(record)) return failure(inTheWay(output, path));
        records.unshift(record);
      }
      return success(records);
    },
    enter: (record) => {
      const entered = entering.then(() => enter(record));
      entering = entered.catch(() => undefined);
      return entered;
    },
    confirm: (key) => {
      const entry = book.entries.get(key);
      if (entry?.older === undefined) return;
      book.entries.set(key, { ...entry, older: undefined });
      isChanged = true;
    },
    settle: (key) => {
      const entry = book.entries.get(key);
      if (entry !== undefined) entry.isSettled = true;
    },
    strike: (key) => {
      isChanged = book.entries.delete(key) || isChanged;
    },
    unsettled: () => [...book.entries].flatMap(([key, { isSettled }]) => (isSettled ? [] : [key])),
    close: async (last) => {
      const text = last === undefined ? undefined : JSON.stringify(last);
      if (isInOrder && !isChanged && (text === undefined || text === book.last)) return [];
      if (!book.exists && !isChanged && text === undefined) return [];
      return rewrite(text);
    },
  });
}

/** Reads where the lines stand. */
async function readBook(output: OutputFolder, path: string): Promise<Outcome<Book>> {
  const entries = new Map<string, Entry>();
  const empty: Book = { entries, exists: false, isInOrder: true, last: undefined, size: 0 };
  let [number, size, before] = [0, 0, ''];
  let last: string | undefined;
  let isInOrder = true;
  let isWhole = true;
  for await (const line of readLines(output, path)) {
    if (line === 'in-the-way') return failure(inTheWay(output, path));
    number += 1;
    const kind = kindOf(line, number);
    // Half a line, which a run was adding when it was killed. It is the last.
    if (kind === 'unreadable' && !line.isWhole && (number > 1 || isBegun(line.text))) {
      isWhole = false;
      break;
    }
    if (kind === 'unreadable') return failure(unreadable(output, path, number));
    isWhole = line.isWhole;
    size = line.end;
    if (last !== undefined) isInOrder = false;
    last = kind === 'closing' ? line.text : undefined;
    if (typeof kind === 'string') continue;
    const key = letterKey(kind);
    if (key <= before) isInOrder = false;
    before = key;
    entries.set(key, { start: line.start, end: line.end, older: entries.get(key), isSettled: false });
  }
  if (number === 0) return success(empty);
  return success({ entries, exists: true, isInOrder: isInOrder && isWhole, last, size: isWhole ? size : undefined });
}

/** Is this the beginning of a manifest that was cut off? */
function isBegun(text: string): boolean {
  return text.startsWith(HEADER_BEGINS) || HEADER_BEGINS.startsWith(text);
}

const HEADER_BEGINS = '{"demarche":"manifest"';

function kindOf({ text }: PlacedLine, number: number): LetterRecord | 'header' | 'closing' | 'unreadable' {
  const value = parseLine(text);
  if (number === 1) return isHeader(value) ? 'header' : 'unreadable';
  if (isLetterRecord(value)) return value;
  return isClosingLine(value) ? 'closing' : 'unreadable';
}

/** The manifest as it should stand: the header, the letters in order of key, the closing line. */
async function* inOrder(
  output: OutputFolder,
  path: string,
  { entries }: Book,
  { header, last, gone }: { readonly header: object; readonly last: string | undefined; readonly gone: Error },
): AsyncGenerator<Uint8Array> {
  yield encoded([header]);
  for (const key of [...entries.keys()].sort()) {
    const lines: Entry[] = [];
    for (let entry = entries.get(key); entry !== undefined; entry = entry.older) lines.unshift(entry);
    for (const { start, end } of lines) {
      const bytes = await output.readPart(path, start, end);
      if (!(bytes instanceof Uint8Array) || bytes.length < end - start) throw gone;
      yield bytes.at(-1) === LINE_FEED ? bytes : new Uint8Array([...bytes, LINE_FEED]);
    }
  }
  if (last !== undefined) yield new TextEncoder().encode(`${last}\n`);
}

const LINE_FEED = 10;
