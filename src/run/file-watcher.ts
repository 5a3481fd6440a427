/** Reports which files of a campaign were changed while a command runs. */
export interface FileWatcher {
  /**
   * Calls the listener after files were added, changed or removed, with their names in the locations of diagnostics,
   * sorted: paths from the campaign's folder. Changes that come close together are reported together. A folder that was
   * added or removed is named too. There is one listener: a later one replaces it.
   */
  readonly onChange: (listener: (names: readonly string[]) => void) => void;
  /** Resolves when the files can no longer be watched, with the reason as a sentence: the campaign was deleted. */
  readonly ended: Promise<string>;
  /** Ends the watching. */
  readonly close: () => void;
}
