import { includePageFiles, needSharedFiles } from '../model/artifact.ts';
import { copyOfEnclosure } from '../model/enclosed-file.ts';
import type { Job } from '../model/job.ts';
import { picturesOf } from '../model/letter-pictures.ts';
import { type Outcome, mapOutcome, success } from '../model/outcome.ts';
import type { Selection } from '../model/selection.ts';
import { countPages, mergeSelection } from '../pipeline.ts';
import type { Plan } from '../plan.ts';
import { letterFileNames, recordedFilesIn } from './letter-files.ts';
import { type LetterRecord, recordedSharedFiles } from './manifest.ts';
import { type SharedMark, markOf, sharedKindOf } from './shared-mark.ts';

/** A file of a letter that is not looked at: its path in the folder of the letters, and what it is. */
export interface NamedFile extends SharedMark {
  readonly name: string;
}

/**
 * Returns the files that a run would write for a letter, those that it shares with others last, by name. A format of which
 * each page is a file needs the number of pages, for which the letter is set.
 */
export async function planFiles(plan: Plan, selection: Selection): Promise<Outcome<readonly NamedFile[]>> {
  const { formats } = plan.job;
  const letter = { id: selection.recipient.id, language: selection.language };
  const pageCount = includePageFiles(formats) ? await countPages(plan, selection) : success(0);
  return mapOutcome(pageCount, (pages) => [
    ...formats.flatMap((format) => letterFileNames(letter, format, pages)).map((name) => ({ name })),
    ...planSharedFiles(plan, selection),
  ]);
}

/** Returns the recorded files of a letter in these formats, in the order of `planFiles`. */
export function listRecordedFiles(record: LetterRecord, formats: Job['formats']): readonly NamedFile[] {
  const letterFiles = formats.flatMap((format) => recordedFilesIn(record, format));
  return [...letterFiles, ...recordedSharedFiles(record, formats)].map((file) => ({
    name: file.name,
    ...markOf(sharedKindOf(file)),
  }));
}

/** Returns the files that a letter shares with others, each once. A letter that cannot be merged has none. */
function planSharedFiles(plan: Plan, selection: Selection): readonly NamedFile[] {
  const { campaign, job } = plan;
  if (campaign.pictures.size === 0 && campaign.enclosedFiles.size === 0) return [];
  const merged = mergeSelection(plan, selection);
  if (!merged.ok) return [];
  const pictures = needSharedFiles(job.formats, 'picture') ? picturesOf(merged.value) : [];
  const names = {
    picture: pictures.map(({ file }) => file),
    enclosure: merged.value.enclosures.flatMap(({ file }) => (file === undefined ? [] : [copyOfEnclosure(file)])),
  };
  return (['enclosure', 'picture'] as const)
    .flatMap((kind) => [...new Set(names[kind])].map((name) => ({ name, ...markOf(kind) })))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
