import { FLAG, FUNCTION, type OptionChecks, TEXT, TEXTS, optional, requireOptions } from '../model/options.ts';
import type { Filter } from './filter.ts';
import type { ReadFiles } from './recorded-world.ts';

/** Options of a run (one execution of a command over letters) that are not part of its job. */
export interface RunOptions {
  readonly filter: Filter;
  /** Whether files are overwritten that no run wrote or that a user changed. */
  readonly force: boolean;
  /** Whether the files that would be written are only reported. No letter is then made. */
  readonly dryRun: boolean;
  /** Whether letters that the manifest says are current are made and compared all the same; by default they are not. */
  readonly anew?: boolean | undefined;
  /** The version of demarche. With a new version, every letter is made again. */
  readonly tool: string;
  /** The name and version of the JavaScript runtime. */
  readonly runtime: string;
  /**
   * Returns the files and folders of the campaign that were read so far. Without it, the manifest gets no closing line.
   */
  readonly reads?: (() => ReadFiles) | undefined;
  /** Returns the hash of the recipients from outside the campaign's folder; undefined if there are none. */
  readonly recipients?: (() => string) | undefined;
}

const FILTER_CHECKS: OptionChecks<Filter> = {
  ids: TEXTS,
  roles: TEXTS,
  groups: TEXTS,
  states: TEXTS,
  fields: optional({
    mustBe: 'lists of texts by the names of fields',
    accepts: (value) => typeof value === 'object' && value !== null && Object.values(value).every(TEXTS.accepts),
  }),
  shard: optional({
    mustBe: '{ index, total } with whole numbers from 1, and no index above the total',
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      'index' in value &&
      'total' in value &&
      isCount(value.index) &&
      isCount(value.total) &&
      value.index <= value.total,
  }),
};

const RUN_CHECKS: OptionChecks<RunOptions> = {
  filter: {
    mustBe: 'a filter, such as ALL_RECIPIENTS',
    accepts: (value) => typeof value === 'object' && value !== null,
  },
  force: FLAG,
  dryRun: FLAG,
  anew: optional(FLAG),
  tool: TEXT,
  runtime: TEXT,
  reads: optional(FUNCTION),
  recipients: optional(FUNCTION),
};

/** Throws a TypeError if an option of a run is wrong. */
export function requireRunOptions(options: RunOptions): void {
  requireOptions('options', options, RUN_CHECKS);
  requireOptions('options.filter', options.filter, FILTER_CHECKS);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
