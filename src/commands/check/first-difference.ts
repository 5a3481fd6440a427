import type { Artifact } from '../../model/artifact.ts';
import type { FileRecord } from '../../run/manifest.ts';
import { findPageDifference } from '../../run/page-trace.ts';

/**
 * The first difference between a file and the one that a run would write: a line of a text file, or a line on a page of
 * a PDF. Lines and pages count from 1; line 0 of a page means that the page itself is new. `wouldRead` of a page is
 * empty if the line is only in the old file.
 */
export type Difference =
  | { readonly kind: 'line'; readonly line: number; readonly reads: string; readonly wouldRead: string }
  | { readonly kind: 'page'; readonly page: number; readonly line: number; readonly wouldRead: string };

/** The maximum length of an excerpt, in UTF-16 units. */
const EXCERPT_LENGTH = 60;

/** The part of an excerpt before the first difference, in UTF-16 units. */
const LENGTH_BEFORE = 20;

/**
 * Finds the first difference between a file and `artifact`, the file as it would be written. Markdown is compared as
 * text, a PDF by the page trace in its manifest record. Undefined: there is no file or no trace to compare with, or a
 * PDF was edited.
 */
export function firstDifference(
  artifact: Artifact,
  recorded: FileRecord | undefined,
  present: Uint8Array | undefined,
  state: 'stale' | 'edited',
): Difference | undefined {
  if (artifact.layout === undefined) return present === undefined ? undefined : textDifference(present, artifact.bytes);
  // The text of an edited PDF cannot be read back, and the trace describes only the recorded file.
  if (state === 'edited' || typeof recorded?.trace !== 'string') return undefined;
  const found = findPageDifference(recorded.trace, artifact.layout());
  return found && { kind: 'page', page: found.page, line: found.line, wouldRead: excerpt(found.words, 0) };
}

function textDifference(before: Uint8Array, after: Uint8Array): Difference | undefined {
  const [presentLines, newLines] = [before, after].map((bytes) => new TextDecoder().decode(bytes).split('\n'));
  if (presentLines === undefined || newLines === undefined) return undefined;
  const index = newLines.findIndex((line, position) => line !== presentLines[position]);
  const at = index < 0 ? newLines.length : index;
  const [reads, wouldRead] = [presentLines[at] ?? '', newLines[at] ?? ''];
  const from = firstDifferentOffset(reads, wouldRead);
  return { kind: 'line', line: at + 1, reads: excerpt(reads, from), wouldRead: excerpt(wouldRead, from) };
}

/** The offset of the first UTF-16 unit in which the strings differ. */
function firstDifferentOffset(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** An excerpt of a line around the offset `at`, cut at word boundaries, with ellipses where text is cut off. */
function excerpt(line: string, at: number): string {
  // The first word that starts at most LENGTH_BEFORE before `at`; `at` itself if none does.
  const from = at <= LENGTH_BEFORE ? 0 : line.indexOf(' ', at - LENGTH_BEFORE) + 1 || at;
  const start = Math.min(from, at);
  const clipped = line.slice(start, start + EXCERPT_LENGTH);
  const wholeWords =
    start + EXCERPT_LENGTH >= line.length
      ? clipped
      : clipped.slice(0, Math.max(clipped.lastIndexOf(' '), at - start + 1));
  return `${start > 0 ? '… ' : ''}${wholeWords}${start + wholeWords.length < line.length ? ' …' : ''}`;
}
