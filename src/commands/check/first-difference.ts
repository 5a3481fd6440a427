import type { Artifact } from '../../model/artifact.ts';
import type { ComparedState } from '../../run/compare-file.ts';
import type { FileRecord } from '../../run/manifest.ts';
import { findPageDifference } from '../../run/page-trace.ts';

/**
 * The first difference between a file and the file that a run would write: a line of a text file, or a line on a page
 * of a PDF. Lines and pages count from 1. `line` is 0 if the whole page is new. `wouldRead` is empty if only the old
 * file has the line. `unseen`: the lines that the manifest records of a PDF are the same, so that other parts of the
 * file differ.
 */
export type Difference =
  | { readonly kind: 'line'; readonly line: number; readonly reads: string; readonly wouldRead: string }
  | { readonly kind: 'page'; readonly page: number; readonly line: number; readonly wouldRead: string }
  | { readonly kind: 'unseen' };

/** The maximum length of an excerpt, in UTF-16 units. */
const MAX_EXCERPT_LENGTH = 60;

/** The maximum length of the part of an excerpt before the first difference, in UTF-16 units. */
const MAX_LENGTH_BEFORE = 20;

/**
 * Finds the first difference between a file in this state and `artifact`, the file as it would be written. Markdown is
 * compared as text; a PDF is compared by its page trace, the description of its lines in the manifest record. Returns
 * undefined if the state is no difference of content, if there is no file or trace to compare with, or if a PDF was
 * edited.
 */
export function findFirstDifference(
  artifact: Artifact,
  fileRecord: FileRecord | undefined,
  fileOnDisk: Uint8Array | 'in-the-way' | undefined,
  state: ComparedState,
): Difference | undefined {
  if (state !== 'stale' && state !== 'misrecorded' && state !== 'edited') return undefined;
  if (artifact.shared !== undefined) return undefined;
  if (artifact.layout === undefined)
    return fileOnDisk instanceof Uint8Array ? findTextDifference(fileOnDisk, artifact.bytes) : undefined;
  // The text of an edited PDF cannot be read back, and the trace describes only the recorded file.
  if (state === 'edited' || typeof fileRecord?.trace !== 'string') return undefined;
  const pageDifference = findPageDifference(fileRecord.trace, artifact.layout());
  if (pageDifference === undefined) return { kind: 'unseen' };
  const { page, line, words } = pageDifference;
  return { kind: 'page', page, line, wouldRead: excerptAround(words, 0) };
}

function findTextDifference(oldBytes: Uint8Array, newBytes: Uint8Array): Difference | undefined {
  const [oldLines, newLines] = [oldBytes, newBytes].map((bytes) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n'),
  );
  if (oldLines === undefined || newLines === undefined) return undefined;
  const index = newLines.findIndex((line, position) => line !== oldLines[position]);
  const lineIndex = index < 0 ? newLines.length : index;
  const [reads, wouldRead] = [oldLines[lineIndex] ?? '', newLines[lineIndex] ?? ''];
  const offset = findFirstDifferentOffset(reads, wouldRead);
  return {
    kind: 'line',
    line: lineIndex + 1,
    reads: excerptAround(reads, offset),
    wouldRead: excerptAround(wouldRead, offset),
  };
}

/** Returns the offset of the first UTF-16 unit in which the strings differ; the length of `first` if it is a prefix. */
function findFirstDifferentOffset(first: string, second: string): number {
  let offset = 0;
  while (offset < first.length && first[offset] === second[offset]) offset += 1;
  return offset;
}

/** Returns the part of a line around an offset, cut at word boundaries, with ellipses where text is cut off. */
function excerptAround(line: string, offset: number): string {
  // The start of the first word at most MAX_LENGTH_BEFORE before the offset, or the offset if no word starts there.
  const wordStart = offset <= MAX_LENGTH_BEFORE ? 0 : line.indexOf(' ', offset - MAX_LENGTH_BEFORE) + 1 || offset;
  const start = Math.min(wordStart, offset);
  const clippedText = line.slice(start, start + MAX_EXCERPT_LENGTH);
  const excerptText =
    start + MAX_EXCERPT_LENGTH >= line.length
      ? clippedText
      : clippedText.slice(0, Math.max(clippedText.lastIndexOf(' '), offset - start + 1));
  return `${start > 0 ? '… ' : ''}${excerptText}${start + excerptText.length < line.length ? ' …' : ''}`;
}
