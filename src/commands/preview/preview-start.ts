/** What the page shows first. */
export interface PreviewStart {
  /** The recipient that the command line names; null if it names none. */
  readonly id: string | null;
  /** The letter, if the command line or the campaign has only one; null otherwise. */
  readonly letter: string | null;
  /** The editions that the command line names, which are shown side by side; empty if it names none. */
  readonly languages: readonly string[] | 'all';
}
