/**
 * The only interface of the program to files and locks, except in `cli/`, which implements it on the disk; tests
 * implement it in memory. Paths have forward slashes.
 */
export interface World {
  /** Reads a text file of the campaign; `path` is relative to the campaign's folder and may not lead out of it. */
  readonly readText: (path: string) => Promise<ReadResult<string>>;
  /**
   * Reads a file of the campaign in chunks of bytes, for tables, which may be larger than `MAX_FILE_BYTES`, and for
   * pictures. A failure is the last result. `path` is as in `readText`.
   */
  readonly readChunks: (path: string) => AsyncIterable<ReadResult<Uint8Array>>;
  /** Lists a folder of the campaign, sorted by name. The list is empty if there is no such folder. */
  readonly list: (folder: string) => Promise<readonly FolderEntry[]>;
  /**
   * Reads a file of an installed package by its module specifier (`@expo-google-fonts/…/….ttf`), or its first
   * `maxBytes` bytes. Synchronous, so that layout can load a font when a word first needs it.
   */
  readonly readResource: (specifier: string, maxBytes?: number) => Uint8Array;
  /** The folder that letters are written into. */
  readonly output: OutputFolder;
  /** Changes the files of a campaign that the program writes. */
  readonly changeRecordFile: ChangeRecordFile;
}

/**
 * Changes a file of records in a letter's folder under `templates/`. No other process changes it meanwhile. `change` is
 * called once: it reads the file and returns its new text, or undefined to leave it as it is. If `change` throws,
 * nothing is written.
 */
export type ChangeRecordFile = (
  letter: string,
  file: 'approvals.yaml' | 'translations.yaml',
  change: () => Promise<string | undefined>,
) => Promise<WriteResult>;

/** A source of recipients in addition to the campaign's own: a file that the user names, or standard input. */
export interface RecipientsFile {
  /** The file name in source locations: a path relative to the campaign's folder. */
  readonly name: string;
  /** Reads the file from the beginning, in chunks of bytes. */
  readonly open: () => AsyncIterable<ReadResult<Uint8Array>>;
}

/** An entry of a folder. `other` is neither a file nor a folder, such as a device. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/**
 * The content of a file, or the reason why it could not be read. `line` and `column` locate an invalid byte of a file
 * that is not UTF-8; both count from 1, and columns are UTF-16 units. `reason`: what the system says about a file that is
 * unreadable, for a message.
 */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problem: ReadProblem;
      readonly line?: number;
      readonly column?: number;
      readonly reason?: string;
    };

/**
 * Why a file could not be read. 'utf-16': it is text in that encoding, which is not UTF-8 either. 'outside': a symbolic
 * link on its path leads out of the campaign's folder.
 */
export type ReadProblem = 'missing' | 'unreadable' | 'not-a-file' | 'too-large' | 'not-utf8' | 'utf-16' | 'outside';

/** The folder that letters are written into. Nothing is written through a symbolic link. Paths are relative to it. */
export interface OutputFolder {
  /** The path of the folder as the user knows it, for messages. */
  readonly name: string;
  /** Returns the names of the entries of a folder, sorted. The list is empty if there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Reads a file. Undefined: there is none. 'in-the-way': something other than a readable file is at the path. */
  readonly read: (path: string) => Promise<Uint8Array | 'in-the-way' | undefined>;
  /**
   * Why the last read of a path gave 'in-the-way', if a system call failed, for a message; undefined if something other
   * than a file is there, or if the implementation does not know.
   */
  readonly whyUnreadable?: (path: string) => string | undefined;
  /** Reads the bytes from offset `from` (inclusive) to `to` (exclusive), fewer if the file ends before `to`. */
  readonly readPart: (path: string, from: number, to: number) => Promise<Uint8Array | 'in-the-way' | undefined>;
  /** Replaces a file atomically: temporary file in the same folder, flush, rename. */
  readonly write: (path: string, content: Uint8Array | AsyncIterable<Uint8Array>) => Promise<WriteResult>;
  /** Appends to a file, or creates it. Used for records that must be on the disk even if the run is killed. */
  readonly append: (path: string, bytes: Uint8Array) => Promise<WriteResult>;
  /** Deletes a file. */
  readonly remove: (path: string) => Promise<WriteResult>;
  /**
   * Takes a lock file, which excludes other processes until it is released or this process ends. Removes what a killed
   * process left behind, namely its lock file and its temporary files.
   */
  readonly lock: (path: string) => Promise<LockOutcome>;
}

/** The result of `OutputFolder.lock`. */
export type LockOutcome =
  | { readonly ok: true; readonly release: () => Promise<void> }
  /** Another process has the lock; `holder` describes it, for a message. */
  | { readonly ok: false; readonly holder: string }
  /** The lock file could not be created. */
  | { readonly ok: false; readonly reason: string };

/** The result of writing a file. `reason`: why it failed, for a message. */
export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The maximum size of a text file of a campaign, in bytes. Larger ones are refused; tables may be larger. */
export const MAX_FILE_BYTES = 1_000_000;
