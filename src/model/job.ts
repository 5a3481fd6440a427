import { FORMATS, type Format } from './artifact.ts';
import { type Day, isDay } from './date.ts';
import type { RequestedEditions } from './edition.ts';
import { FLAG, type OptionChecks, TEXT, TEXTS, optional } from './options.ts';

/** What a run (one execution of a command) makes: a letter, and the options for it. */
export interface Job {
  /** The name of the letter's folder under `templates/`. */
  readonly letter: string;
  /** The date of the letter; if left out, the date in `letter.yaml`. */
  readonly date?: Day;
  /** The requested languages. If left out, each recipient gets one edition, in a language that it reads if possible. */
  readonly editions?: RequestedEditions;
  /** The formats of the files to write. */
  readonly formats: readonly Format[];
  /** Whether each PDF has the letter as a Markdown file attached. */
  readonly attachSource: boolean;
  /** Whether each PDF has the files embedded that the letter encloses; if left out, it has not. */
  readonly embed?: boolean;
  /** Whether a final letter is made although approvals are lacking that it needs; if left out, it is not. */
  readonly allowsUncleared?: boolean;
}

/** The options of a job that say which files are embedded in PDFs. */
export type PdfOptions = Pick<Job, 'attachSource' | 'embed'>;

/** The options of a job that commands choose themselves, not by the options that all of them have. */
export type JobOptions = Pick<Job, 'formats' | 'allowsUncleared'> & PdfOptions;

/** Returns the options with `embed` only if it is set, so that jobs that are alike are equal. */
export function pdfOptions({ attachSource, embed }: PdfOptions): PdfOptions {
  return { attachSource, ...(embed === true ? { embed } : {}) };
}

/** The checks of a job that a caller passes. */
export const JOB_CHECKS: OptionChecks<Job> = {
  letter: TEXT,
  date: optional({
    mustBe: 'a day of the calendar, as in "2025-12-01"',
    accepts: (value) => typeof value === 'string' && isDay(value),
  }),
  editions: optional({
    mustBe: '"all" or a list of language codes that is not empty',
    accepts: (value) => value === 'all' || (Array.isArray(value) && TEXTS.accepts(value) && value.length > 0),
  }),
  // Empty for commands that ask about a letter without making it.
  formats: {
    mustBe: `a list of formats (${FORMATS.join(', ')})`,
    accepts: (value) => Array.isArray(value) && value.every((format) => FORMATS.some((known) => known === format)),
  },
  attachSource: FLAG,
  embed: optional(FLAG),
  allowsUncleared: optional(FLAG),
};
