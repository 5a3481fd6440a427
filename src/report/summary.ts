/** What a run did, in numbers. */
export interface Tally {
  readonly letters: number;
  readonly written: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
}

/** The last line of a run: "47 letters: 94 files written, 0 unchanged; 1 recipient skipped, 0 failed". */
export function summaryLine({ letters, written, unchanged, skipped, failed }: Tally): string {
  return `${counted(letters, 'letter')}: ${counted(written, 'file')} written, ${unchanged} unchanged; ${counted(skipped, 'recipient')} skipped, ${failed} failed`;
}

/** The last line of a dry run. */
export function plannedLine({ letters, skipped, failed }: Tally, files: number): string {
  return `${counted(letters, 'letter')}: ${counted(files, 'file')} would be written or found unchanged; ${counted(skipped, 'recipient')} skipped, ${failed} failed`;
}

/** "1 letter", "47 letters". */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
