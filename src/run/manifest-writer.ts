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
  parseLine,
  readLine,
  unreadableManifest,
} from './manifest.ts';
import { readLines } from './read-lines.ts';

/**
 * A manifest that a run is writing. The records stay on the disk; memory holds only the byte range of each line, so
 * that a hundred thousand letters need a few megabytes. A letter is entered before its files are written, and its
 * earlier record stays valid until they are: if the run is cut short at any time, each file has a record that says a
 * run wrote it.
 */
export interface ManifestWriter {
  /** Returns the valid records of a letter, the newest last; several if a run was cut short while writing its files. */
  readonly recordsOf: (key: string) => Promise<Outcome<readonly LetterRecord[]>>;
  /** Appends the record of a letter whose files are about to be written. The earlier records stay valid. */
  readonly enter: (record: LetterRecord) => Promise<readonly Diagnostic[]>;
  /** Invalidates all records of a letter but the newest: its files have been written as that one says. */
  readonly confirm: (key: string) => void;
  /** Marks a letter as settled: this run made its files, or found them current. */
  readonly settle: (key: string) => void;
  /** Removes the records of a letter, of which no file exists. */
  readonly remove: (key: string) => void;
  /** Returns the keys of the letters that are not settled. */
  readonly unsettled: () => readonly string[];
  /** Rewrites the manifest sorted, with `last` as its closing line, unless the file is like that already. */
  readonly close: (last?: object) => Promise<readonly Diagnostic[]>;
}

/** The byte range of a letter's line, including a line feed. `older`: its previous line, while that is still valid. */
interface LineRange {
  readonly start: number;
  readonly end: number;
  readonly older: LineRange | undefined;
}

/** The lines of a manifest on the disk. */
interface ManifestContents {
  /** The newest line of each letter, by `letterKey`. */
  readonly entries: Map<string, LineRange>;
  /** Whether the letters have one line each, sorted by key, and a closing line, if there is one, is the last. */
  readonly isInOrder: boolean;
  /** The closing line as text, if the file ends with one. */
  readonly last: string | undefined;
  /** The length of the file in bytes; undefined if its last line is incomplete, so that no line can be appended. */
  readonly size: number | undefined;
}

/**
 * Opens the manifest at a path; a missing file is an empty manifest. A fault if it cannot be read. `header`: the first
 * line, for when the file is created or rewritten.
 */
export async function openManifestWriter(
  output: OutputFolder,
  path: string,
  header: object,
): Promise<Outcome<ManifestWriter>> {
  const opened = await readContents(output, path);
  if (!opened.ok) return opened;
  let contents = opened.value;
  let { isInOrder, size } = contents;
  const unsettled = new Set(contents.entries.keys());

  const rewrite = async (last: string | undefined): Promise<readonly Diagnostic[]> => {
    try {
      const result = await output.write(path, sortedManifest(output, path, contents.entries, { header, last }));
      return result.ok ? [] : manifestWriteFaults(output, path, result.reason);
    } catch (error) {
      if (error !== LINE_GONE) throw error;
      return [notAFileFault(output, path)];
    }
  };

  /** Rewrites the manifest without its incomplete last line, after which nothing can be appended. */
  const repair = async (): Promise<readonly Diagnostic[]> => {
    const faults = await rewrite(undefined);
    const repaired = await readContents(output, path);
    if (!repaired.ok) return [...faults, ...repaired.diagnostics];
    contents = repaired.value;
    size = contents.size;
    return faults;
  };

  const enter = async (record: LetterRecord): Promise<readonly Diagnostic[]> => {
    const faults = size === undefined ? await repair() : [];
    if (faults.length > 0) return faults;
    const offset = size ?? 0;
    const key = letterKey(record);
    const line = encodeLines([record]);
    unsettled.add(key);
    const start = offset === 0 ? encodeLines([header]).length : offset;
    const appended = await output.append(path, offset === 0 ? encodeLines([header, record]) : line);
    size = appended.ok ? start + line.length : undefined;
    if (!appended.ok) return manifestWriteFaults(output, path, appended.reason);
    contents.entries.set(key, { start, end: start + line.length, older: contents.entries.get(key) });
    isInOrder = false;
    return [];
  };
  // Appends are serialised, because several letters are written concurrently.
  let lastEntry: Promise<unknown> = Promise.resolve();

  return success({
    recordsOf: async (key) => {
      const records: LetterRecord[] = [];
      for (const { start, end } of validRanges(contents.entries.get(key))) {
        const bytes = await output.readPart(path, start, end);
        const record = bytes instanceof Uint8Array ? parseLine(new TextDecoder().decode(bytes)) : undefined;
        if (!isLetterRecord(record)) return failure(notAFileFault(output, path));
        records.push(record);
      }
      return success(records);
    },
    enter: (record) => {
      const entered = lastEntry.then(() => enter(record));
      lastEntry = entered.catch(() => undefined);
      return entered;
    },
    confirm: (key) => {
      const entry = contents.entries.get(key);
      if (entry?.older === undefined) return;
      contents.entries.set(key, { ...entry, older: undefined });
      isInOrder = false;
    },
    settle: (key) => {
      unsettled.delete(key);
    },
    remove: (key) => {
      if (contents.entries.delete(key)) isInOrder = false;
    },
    unsettled: () => [...contents.entries.keys()].filter((key) => unsettled.has(key)),
    close: async (last) => {
      const text = last === undefined ? undefined : JSON.stringify(last);
      const isUpToDate = isInOrder && (text === undefined || text === contents.last);
      return isUpToDate ? [] : rewrite(text);
    },
  });
}

/** Reads a manifest and finds the byte ranges of its lines. */
async function readContents(output: OutputFolder, path: string): Promise<Outcome<ManifestContents>> {
  const entries = new Map<string, LineRange>();
  let [number, size, previousKey] = [0, 0, ''];
  let last: string | undefined;
  let isInOrder = true;
  let isWhole = true;
  for await (const line of readLines(output, path)) {
    if (line === 'in-the-way') return failure(notAFileFault(output, path));
    number += 1;
    const parsed = readLine(line.text, number);
    // An incomplete line, which a run was appending when it was killed. It is the last.
    if (parsed === 'unreadable' && !line.isWhole && (number > 1 || isPartOfHeader(line.text))) {
      isWhole = false;
      break;
    }
    if (parsed === 'unreadable') return failure(unreadableManifest(output, path, number));
    isWhole = line.isWhole;
    size = line.end;
    if (last !== undefined) isInOrder = false;
    last = parsed === 'closing' ? line.text : undefined;
    if (typeof parsed === 'string') continue;
    const key = letterKey(parsed);
    if (key <= previousKey) isInOrder = false;
    previousKey = key;
    entries.set(key, { start: line.start, end: line.end, older: entries.get(key) });
  }
  return success({ entries, isInOrder: isInOrder && isWhole, last, size: isWhole ? size : undefined });
}

/** Whether the text is the beginning of a header that was cut off. */
function isPartOfHeader(text: string): boolean {
  return text.startsWith(HEADER_START) || HEADER_START.startsWith(text);
}

/** The first bytes of every header; see `manifestHeader`. */
const HEADER_START = '{"demarche":"manifest"';

/**
 * Yields the manifest in its final form: the header, the letters sorted by key, the closing line. Throws `LINE_GONE` if
 * a line cannot be read again.
 */
async function* sortedManifest(
  output: OutputFolder,
  path: string,
  entries: ReadonlyMap<string, LineRange>,
  { header, last }: { readonly header: object; readonly last: string | undefined },
): AsyncGenerator<Uint8Array> {
  yield encodeLines([header]);
  for (const key of [...entries.keys()].sort()) {
    for (const { start, end } of validRanges(entries.get(key))) {
      const bytes = await output.readPart(path, start, end);
      if (!(bytes instanceof Uint8Array) || bytes.length < end - start) throw LINE_GONE;
      yield bytes.at(-1) === LINE_FEED ? bytes : new Uint8Array([...bytes, LINE_FEED]);
    }
  }
  if (last !== undefined) yield new TextEncoder().encode(`${last}\n`);
}

/** Thrown to abort the rewriting of a manifest, so that the file on the disk stays as it is. */
const LINE_GONE = new Error('a line of the manifest cannot be read any more');

const LINE_FEED = 10;

/** Returns the ranges of the valid lines of a letter, the oldest first. */
function validRanges(entry: LineRange | undefined): readonly LineRange[] {
  return entry === undefined ? [] : [...validRanges(entry.older), entry];
}

/**
 * Removes from a manifest the letters that are not settled and of which no file exists. To be called only after a run
 * for all recipients: others do not know whether a letter still has a recipient.
 */
export async function strikeGone(output: OutputFolder, letter: string, manifest: ManifestWriter): Promise<void> {
  for (const key of manifest.unsettled()) {
    const records = await manifest.recordsOf(key);
    if (!records.ok) return;
    const names = new Set(records.value.flatMap(({ files }) => files.map(({ name }) => name)));
    const present = await Promise.all([...names].map((name) => output.read(`${letter}/${name}`)));
    if (present.every((bytes) => bytes === undefined)) manifest.remove(key);
  }
}
