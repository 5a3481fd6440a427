/**
 * The core's only interface to the outside: files and locks. The command line implements it on the disk, tests in
 * memory. Paths have forward slashes.
 */
export interface World {
  /** Reads a text file of the campaign; `path` is relative to the campaign's folder and may not lead out of it. */
  readonly readText: (path: string) => Promise<ReadResult<string>>;
  /** Lists a folder of the campaign in order of name; empty if there is no such folder. */
  readonly list: (folder: string) => Promise<readonly FolderEntry[]>;
  /**
   * Reads a file of an installed package by its module specifier (`@expo-google-fonts/…/….ttf`), or its first
   * `maxBytes` bytes. Synchronous, so that layout can load a font when a word first needs it.
   */
  readonly readResource: (specifier: string, maxBytes?: number) => Uint8Array;
  readonly output: OutputFolder;
  /** Writes `approvals.yaml` of a letter, the only file of a campaign that the program writes. */
  readonly writeApprovals: (letter: string, text: string) => Promise<WriteResult>;
}

/** Recipients besides those of the campaign: a file that the user names, or standard input. */
export interface RecipientsFile {
  /** Its name in locations: the path relative to the campaign's folder. */
  readonly name: string;
  /** Reads its bytes from the beginning, in chunks. */
  readonly open: () => AsyncIterable<ReadResult<Uint8Array>>;
}

/** A file or a folder inside a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** The content of a file, or why it could not be read; line and column (from 1, in UTF-16 units) of an invalid byte. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ReadProblem; readonly line?: number; readonly column?: number };

/** Why a file could not be read. 'outside': its path leads out of the campaign's folder, through a symbolic link. */
export type ReadProblem = 'missing' | 'unreadable' | 'not-a-file' | 'too-large' | 'not-utf8' | 'outside';

/** The folder that letters are written into. Nothing is written through a symbolic link. Paths are relative to it. */
export interface OutputFolder {
  /** The path of the folder as the user knows it, for messages. */
  readonly name: string;
  /** Reads a file; undefined if there is none; 'in-the-way' if something other than a readable file has its path. */
  readonly read: (path: string) => Promise<Uint8Array | 'in-the-way' | undefined>;
  /** As `read`, from offset `from` up to, but not including, `to`, in bytes; fewer bytes at the end of the file. */
  readonly readPart: (path: string, from: number, to: number) => Promise<Uint8Array | 'in-the-way' | undefined>;
  /** Replaces a file atomically: temporary file in the same folder, flush, rename. */
  readonly write: (path: string, content: Uint8Array | AsyncIterable<Uint8Array>) => Promise<WriteResult>;
  /** Appends to a file, creating it if it is missing: for records that must survive a run that is killed. */
  readonly append: (path: string, bytes: Uint8Array) => Promise<WriteResult>;
  /** Deletes a file. */
  readonly remove: (path: string) => Promise<WriteResult>;
  /**
   * Takes a lock file, which excludes other processes until it is released or this process ends. Removes what a killed
   * process left behind: its lock file and its temporary files.
   */
  readonly lock: (path: string) => Promise<LockAttempt>;
}

/** The result of a lock attempt. */
export type LockAttempt =
  | { readonly ok: true; readonly release: () => Promise<void> }
  /** Another process has the lock; `holder` describes it, for a message. */
  | { readonly ok: false; readonly holder: string }
  /** The lock file could not be created. */
  | { readonly ok: false; readonly reason: string };

/** The result of writing a file: done, or the reason why not, for a message. */
export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The maximum size of a file of a campaign, in bytes. Larger ones are refused. */
export const MAX_FILE_BYTES = 1_000_000;
