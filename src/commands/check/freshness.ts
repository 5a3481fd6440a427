import type { Format } from '../../model/artifact.ts';

/**
 * How a file stands to what would be written now. `equivalent`: other bytes, the same words on the same places, as
 * another zlib or another version of the tool may make them. `edited`: it is neither what was written nor what would be.
 */
export type Freshness = 'fresh' | 'equivalent' | 'stale' | 'missing' | 'edited' | 'orphaned' | 'skipped';

/** The first place where a file differs from what would be written. Lines and pages count from 1. */
export type Difference =
  | { readonly kind: 'line'; readonly line: number; readonly reads: string; readonly wouldRead: string }
  | { readonly kind: 'page'; readonly page: number; readonly line: number; readonly wouldRead: string };

/** A file that was looked at. */
export interface CheckedFile {
  /** Below the output folder. */
  readonly path: string;
  readonly format: Format;
  readonly state: Freshness;
  /** Undefined: none was found, or there is nothing to compare with. */
  readonly difference: Difference | undefined;
}

/** The files of one letter. */
export interface CheckedLetter {
  readonly letter: string;
  readonly recipient: string;
  readonly language: string;
  readonly files: readonly CheckedFile[];
}
