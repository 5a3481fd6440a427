import type { DiagnosticRecord } from '../diagnostic-records.ts';

/** What a command found, for a program that shows it elsewhere. Paths are relative to the repository. */
export interface Report {
  /** The tool's version. */
  readonly version: string;
  /** Faults before warnings. */
  readonly records: readonly DiagnosticRecord[];
}
