import type { Diagnostic } from '../model/diagnostic.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import type { OutputFolder } from '../world.ts';
import {
  type LetterRecord,
  encoded,
  inTheWay,
  isLetterRecord,
  letterKey,
  notWritten,
  parseLine,
  readLine,
  unreadableManifest,
} from './manifest.ts';
import { readLines } from './read-lines.ts';

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
  /** All files of the letter are current: this run made them, or would make the same. */
  readonly settle: (key: string) => void;
  /** Takes a letter out of which there is no file. */
  readonly strike: (key: string) => void;
  /** The letters that are not settled. */
  readonly unsettled: () => readonly string[];
  /** Writes the lines in order, with this one as the last, unless the manifest is so already. */
  readonly close: (last?: object) => Promise<readonly Diagnostic[]>;
}

/** Where a letter's line stands, in bytes; `older` is an earlier line of the letter that still counts. */
interface LineRange {
  readonly start: number;
  readonly end: number;
  readonly older: LineRange | undefined;
}

/** What was found on the disk. */
interface ManifestContents {
  readonly entries: Map<string, LineRange>;
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
  const opened = await readContents(output, path);
  if (!opened.ok) return opened;
  let contents = opened.value;
  let { isInOrder, size } = contents;
  const unsettled = new Set(contents.entries.keys());

  const rewrite = async (last: string | undefined): Promise<readonly Diagnostic[]> => {
    try {
      const result = await output.write(path, inOrder(output, path, contents.entries, { header, last }));
      return result.ok ? [] : notWritten(output, path, result.reason);
    } catch (error) {
      if (error !== GONE) throw error;
      return [inTheWay(output, path)];
    }
  };

  /** Takes away half a line, which nothing may be added to. */
  const mend = async (): Promise<readonly Diagnostic[]> => {
    const faults = await rewrite(undefined);
    const again = await readContents(output, path);
    if (!again.ok) return [...faults, ...again.diagnostics];
    contents = again.value;
    size = contents.size;
    return faults;
  };

  const enter = async (record: LetterRecord): Promise<readonly Diagnostic[]> => {
    const faults = size === undefined ? await mend() : [];
    if (faults.length > 0) return faults;
    const at = size ?? 0;
    const key = letterKey(record);
    const line = encoded([record]);
    unsettled.add(key);
    const start = at === 0 ? encoded([header]).length : at;
    const appended = await output.append(path, at === 0 ? encoded([header, record]) : line);
    size = appended.ok ? start + line.length : undefined;
    if (!appended.ok) return notWritten(output, path, appended.reason);
    contents.entries.set(key, { start, end: start + line.length, older: contents.entries.get(key) });
    isInOrder = false;
    return [];
  };
  // Lines are added one at a time, though several letters are written at once.
  let entering: Promise<unknown> = Promise.resolve();

  return success({
    recordsOf: async (key) => {
      const records: LetterRecord[] = [];
      for (const { start, end } of placesOf(contents.entries.get(key))) {
        const bytes = await output.readPart(path, start, end);
        const record = bytes instanceof Uint8Array ? parseLine(new TextDecoder().decode(bytes)) : undefined;
        if (!isLetterRecord(record)) return failure(inTheWay(output, path));
        records.push(record);
      }
      return success(records);
    },
    enter: (record) => {
      const entered = entering.then(() => enter(record));
      entering = entered.catch(() => undefined);
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
    strike: (key) => {
      if (contents.entries.delete(key)) isInOrder = false;
    },
    unsettled: () => [...contents.entries.keys()].filter((key) => unsettled.has(key)),
    close: async (last) => {
      const text = last === undefined ? undefined : JSON.stringify(last);
      const isAsItShouldBe = isInOrder && (text === undefined || text === contents.last);
      return isAsItShouldBe ? [] : rewrite(text);
    },
  });
}

/** Reads where the lines stand. */
async function readContents(output: OutputFolder, path: string): Promise<Outcome<ManifestContents>> {
  const entries = new Map<string, LineRange>();
  let [number, size, before] = [0, 0, ''];
  let last: string | undefined;
  let isInOrder = true;
  let isWhole = true;
  for await (const line of readLines(output, path)) {
    if (line === 'in-the-way') return failure(inTheWay(output, path));
    number += 1;
    const found = readLine(line.text, number);
    // Half a line, which a run was adding when it was killed. It is the last.
    if (found === 'unreadable' && !line.isWhole && (number > 1 || isBegun(line.text))) {
      isWhole = false;
      break;
    }
    if (found === 'unreadable') return failure(unreadableManifest(output, path, number));
    isWhole = line.isWhole;
    size = line.end;
    if (last !== undefined) isInOrder = false;
    last = found === 'closing' ? line.text : undefined;
    if (typeof found === 'string') continue;
    const key = letterKey(found);
    if (key <= before) isInOrder = false;
    before = key;
    entries.set(key, { start: line.start, end: line.end, older: entries.get(key) });
  }
  return success({ entries, isInOrder: isInOrder && isWhole, last, size: isWhole ? size : undefined });
}

/** Is this the beginning of a manifest that was cut off? */
function isBegun(text: string): boolean {
  return text.startsWith(HEADER_BEGINS) || HEADER_BEGINS.startsWith(text);
}

const HEADER_BEGINS = '{"demarche":"manifest"';

/** The manifest as it should stand: the header, the letters in order of key, the closing line. */
async function* inOrder(
  output: OutputFolder,
  path: string,
  entries: ReadonlyMap<string, LineRange>,
  { header, last }: { readonly header: object; readonly last: string | undefined },
): AsyncGenerator<Uint8Array> {
  yield encoded([header]);
  for (const key of [...entries.keys()].sort()) {
    for (const { start, end } of placesOf(entries.get(key))) {
      const bytes = await output.readPart(path, start, end);
      if (!(bytes instanceof Uint8Array) || bytes.length < end - start) throw GONE;
      yield bytes.at(-1) === LINE_FEED ? bytes : new Uint8Array([...bytes, LINE_FEED]);
    }
  }
  if (last !== undefined) yield new TextEncoder().encode(`${last}\n`);
}

/** Stops the writing of a manifest, so that the one on the disk stays. */
const GONE = new Error('a line of the manifest cannot be read any more');

const LINE_FEED = 10;

/** Where the lines of a letter stand that count, the oldest first. */
function placesOf(entry: LineRange | undefined): readonly LineRange[] {
  return entry === undefined ? [] : [...placesOf(entry.older), entry];
}

/** Takes letters out of the manifest that nobody gets any more, as soon as none of their files is there. */
export async function strikeGone(output: OutputFolder, letter: string, manifest: ManifestWriter): Promise<void> {
  for (const key of manifest.unsettled()) {
    const records = await manifest.recordsOf(key);
    if (!records.ok) return;
    const names = new Set(records.value.flatMap(({ files }) => files.map(({ name }) => name)));
    const present = await Promise.all([...names].map((name) => output.read(`${letter}/${name}`)));
    if (present.every((bytes) => bytes === undefined)) manifest.strike(key);
  }
}
