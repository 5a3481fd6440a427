/**
 * Everything the core may ask of the outside, and nothing else. The command line answers from the disk, tests from
 * memory. Paths have forward slashes.
 */
export interface World {
  /** Text of a file of the campaign; `path` is relative to the campaign's folder and may not leave it. */
  readonly readText: (path: string) => Promise<ReadResult<string>>;
  /** Names in a folder of the campaign, sorted; empty if there is no such folder. */
  readonly list: (folder: string) => Promise<readonly FolderEntry[]>;
  /**
   * A file that comes with the product, as a package names it (`@expo-google-fonts/…/….ttf`), or its first bytes. Given
   * at once, so that nobody has to say beforehand which fonts a letter will need.
   */
  readonly readResource: (specifier: string, most?: number) => Uint8Array;
  /** The folder that letters are written into. */
  readonly output: OutputFolder;
  /** Writes `approvals.yaml` of a letter, the one file of a campaign that is ever written. */
  readonly writeApprovals: (letter: string, text: string) => Promise<WriteResult>;
}

/** Recipients that are not in the campaign's folder: a file that the user named, or standard input. */
export interface RecipientsFile {
  /** For places: relative to the campaign's folder, as all of them. */
  readonly name: string;
  /** Its bytes from the beginning, piece by piece. */
  readonly open: () => AsyncIterable<ReadResult<Uint8Array>>;
}

/** A file or a folder inside a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What became of reading a file: its content, or why not. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: ReadProblem; readonly line?: number; readonly column?: number };

export type ReadProblem = 'missing' | 'unreadable' | 'not-a-file' | 'too-large' | 'not-utf8' | 'outside';

/** Where letters go. Nothing is written through a symbolic link, and never half a file. */
export interface OutputFolder {
  /** How the user knows the folder, for messages. */
  readonly name: string;
  /** The bytes of a file; undefined if there is none. */
  readonly read: (path: string) => Promise<Uint8Array | 'in-the-way' | undefined>;
  /** Bytes of a file from one place up to another, fewer at its end; undefined if there is no file. */
  readonly readPart: (path: string, from: number, to: number) => Promise<Uint8Array | 'in-the-way' | undefined>;
  /** Writes the whole file or nothing: a temporary name in the same folder, flush, rename. */
  readonly write: (path: string, content: Uint8Array | AsyncIterable<Uint8Array>) => Promise<WriteResult>;
  /** Adds to the end of a file, which it makes if need be: for records that must outlive a run that is cut short. */
  readonly append: (path: string, bytes: Uint8Array) => Promise<WriteResult>;
  /** Takes a file away. */
  readonly remove: (path: string) => Promise<WriteResult>;
  /**
   * Keeps others from working on the same thing, until it is released or the process is gone: what a process that was
   * killed left behind, its lock and its temporary files, is cleared away.
   */
  readonly lock: (path: string) => Promise<LockAttempt>;
}

/** What became of asking for a lock. */
export type LockAttempt =
  | { readonly ok: true; readonly release: () => Promise<void> }
  /** Somebody else has it: who, in words. */
  | { readonly ok: false; readonly holder: string }
  | { readonly ok: false; readonly reason: string };

/** What became of writing a file. */
export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Files of a campaign that are larger than this many bytes are refused. */
export const LARGEST_FILE = 1_000_000;
