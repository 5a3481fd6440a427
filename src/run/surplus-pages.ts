import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import type { ReplacePolicy } from './existing-file.ts';
import { readLetterFileName } from './letter-files.ts';
import { type FileRecord, letterKey, notAFileFault } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** A file of a page that a letter had when it was last written, and that it no longer has. */
export interface SurplusPage {
  readonly name: string;
  /** Whether there is a file, which has to be deleted. */
  readonly isOnDisk: boolean;
}

/**
 * Returns the names of recorded files of pages that a letter no longer has, now that it is written as `written`. Only
 * formats in which it is written are concerned, and other letters are not.
 */
export function findSurplusPages(
  recordedFiles: readonly Pick<FileRecord, 'name'>[],
  written: readonly Pick<FileRecord, 'name'>[],
): readonly string[] {
  const names = new Set(written.map(({ name }) => name));
  const pageSeries = new Set(written.flatMap(({ name }) => pageSeriesOf(name) ?? []));
  const surplusNames = recordedFiles.flatMap(({ name }) => {
    const series = names.has(name) ? undefined : pageSeriesOf(name);
    return series !== undefined && pageSeries.has(series) ? [name] : [];
  });
  return [...new Set(surplusNames)];
}

/** Returns what the files of the pages of one letter have in common; undefined for a file that shows no single page. */
function pageSeriesOf(name: string): string | undefined {
  const file = readLetterFileName(name);
  return file?.page === undefined ? undefined : `${letterKey(file)}.${file.format}`;
}

/** Returns of the named pages, which a letter no longer has, those whose files may be deleted; a fault for each other. */
export async function judgeSurplusPages(
  output: OutputFolder,
  letter: string,
  names: readonly string[],
  policyFor: (name: string) => ReplacePolicy,
): Promise<{ readonly pages: readonly SurplusPage[]; readonly faults: readonly Diagnostic[] }> {
  const pages: SurplusPage[] = [];
  const faults: Diagnostic[] = [];
  for (const name of names) {
    const judged = await judgeSurplusPage(output, letter, name, policyFor(name));
    if ('isOnDisk' in judged) pages.push(judged);
    else faults.push(judged);
  }
  return { pages, faults };
}

/** Deletes the files of pages that a letter no longer has. Returns the pages whose files are gone, and the faults. */
export async function removeSurplusPages(
  output: OutputFolder,
  letter: string,
  pages: readonly SurplusPage[],
): Promise<{ readonly removed: readonly SurplusPage[]; readonly faults: readonly Diagnostic[] }> {
  const removed: SurplusPage[] = [];
  const faults: Diagnostic[] = [];
  for (const page of pages) {
    const removalFault = await removeSurplusPage(output, letter, page);
    if (removalFault === undefined) removed.push(page);
    else faults.push(removalFault);
  }
  return { removed, faults };
}

/** Deletes the files of the named pages, which a letter no longer has, as far as they may be deleted. */
export async function deleteSurplusPages(
  output: OutputFolder,
  letter: string,
  names: readonly string[],
  policyFor: (name: string) => ReplacePolicy,
): Promise<{ readonly removed: readonly SurplusPage[]; readonly faults: readonly Diagnostic[] }> {
  const judged = await judgeSurplusPages(output, letter, names, policyFor);
  const removal = await removeSurplusPages(output, letter, judged.pages);
  return { removed: removal.removed, faults: [...judged.faults, ...removal.faults] };
}

/**
 * Decides whether the file of a page that a letter no longer has may be deleted. It may not if it was changed after a
 * run wrote it, unless the policy says `force`.
 */
async function judgeSurplusPage(
  output: OutputFolder,
  letter: string,
  name: string,
  { recordedHashes, force }: ReplacePolicy,
): Promise<SurplusPage | Diagnostic> {
  const path = `${letter}/${name}`;
  const fileOnDisk = await output.read(path);
  if (fileOnDisk === undefined) return { name, isOnDisk: false };
  if (fileOnDisk === 'in-the-way') return notAFileFault(output, path);
  if (force || recordedHashes.includes(sha256(fileOnDisk))) return { name, isOnDisk: true };
  const message = say`the letter has fewer pages now, and this file of a page was changed by hand; it was left as it is`;
  return fault('output/foreign-file', fileStart(`${output.name}/${path}`), message, {
    hint: say`move it away, or delete it with --force`,
  });
}

/** Deletes the file of a page that a letter no longer has. Returns a fault if that fails. */
async function removeSurplusPage(
  output: OutputFolder,
  letter: string,
  { name, isOnDisk }: SurplusPage,
): Promise<Diagnostic | undefined> {
  const path = `${letter}/${name}`;
  const removal = isOnDisk ? await output.remove(path) : undefined;
  if (removal?.ok !== false) return undefined;
  const message = say`the letter has fewer pages now, and this file of a page could not be deleted: ${removal.reason}`;
  return fault('output/failed', fileStart(`${output.name}/${path}`), message, { hint: say`delete it` });
}
