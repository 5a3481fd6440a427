import type { Artifact } from '../../model/artifact.ts';
import type { FileRecord } from '../../run/manifest.ts';
import { findPageDifference } from '../../run/page-trace.ts';

/** The first place where a file differs from what would be written. Lines and pages count from 1. */
export type Difference =
  | { readonly kind: 'line'; readonly line: number; readonly reads: string; readonly wouldRead: string }
  | { readonly kind: 'page'; readonly page: number; readonly line: number; readonly wouldRead: string };

/** Characters of a line that are shown, and how many of them before the first that differs. */
const SHOWN = 60;
const BEFORE = 20;

/** Where a file first differs from what would be written: a line of Markdown, a line on a page of a PDF. */
export function firstDifference(
  artifact: Artifact,
  recorded: FileRecord | undefined,
  present: Uint8Array | undefined,
  state: 'stale' | 'edited',
): Difference | undefined {
  if (artifact.layout === undefined) return present === undefined ? undefined : inText(present, artifact.bytes);
  // What somebody did to a PDF cannot be read back.
  if (state === 'edited' || typeof recorded?.trace !== 'string') return undefined;
  const found = findPageDifference(recorded.trace, artifact.layout());
  return found && { kind: 'page', page: found.page, line: found.line, wouldRead: excerpt(found.words, 0) };
}

function inText(before: Uint8Array, after: Uint8Array): Difference | undefined {
  const [there, made] = [before, after].map((bytes) => new TextDecoder().decode(bytes).split('\n'));
  if (there === undefined || made === undefined) return undefined;
  const index = made.findIndex((line, at) => line !== there[at]);
  const at = index < 0 ? made.length : index;
  const [reads, wouldRead] = [there[at] ?? '', made[at] ?? ''];
  const from = firstOther(reads, wouldRead);
  return { kind: 'line', line: at + 1, reads: excerpt(reads, from), wouldRead: excerpt(wouldRead, from) };
}

function firstOther(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** A piece of a long line around a place, from word to word. */
function excerpt(line: string, at: number): string {
  const from = at <= BEFORE ? 0 : line.indexOf(' ', at - BEFORE) + 1 || at;
  const start = Math.min(from, at);
  const piece = line.slice(start, start + SHOWN);
  const whole = start + SHOWN >= line.length ? piece : piece.slice(0, Math.max(piece.lastIndexOf(' '), at - start + 1));
  return `${start > 0 ? '… ' : ''}${whole}${start + whole.length < line.length ? ' …' : ''}`;
}
