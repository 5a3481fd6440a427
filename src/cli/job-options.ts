import type { Job } from '../model/job.ts';
import type { CommonOptions, EditionOptions } from './options.ts';

/** What the command line says of the job, whatever the letter: nothing that is not asked for. */
export function jobOptions({ date, language }: Pick<CommonOptions, 'date'> & EditionOptions): Partial<Job> {
  return {
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { editions: language }),
  };
}
