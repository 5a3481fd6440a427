import type { LetterStatus } from '../../model/letter-status.ts';
import { formatCount } from '../../report/format-count.ts';

/** What keeps a letter from being sent. A letter can have several. */
export type NotReadyReason = 'specimen' | 'draft' | 'no-file' | 'clearances-missing' | 'no-address';

/** What is known of a letter before it is sent. */
export interface LetterToSend {
  /** The status that the pages of the letter state. */
  readonly status: LetterStatus;
  /** The path of the current file; null if there is none. */
  readonly file: string | null;
  /** The functions whose approval is missing. */
  readonly missing: readonly string[];
  /** The postal or e-mail addresses. */
  readonly to: readonly string[];
}

/** Returns what keeps a letter from being sent, in the order in which to deal with it; none if the letter is ready. */
export function notReadyReasons({ status, file, missing, to }: LetterToSend): readonly NotReadyReason[] {
  return [
    ...(status === 'final' ? [] : [status]),
    ...(missing.length > 0 ? (['clearances-missing'] as const) : []),
    ...(file === null ? (['no-file'] as const) : []),
    ...(to.length === 0 ? (['no-address'] as const) : []),
  ];
}

/** The words for each reason: in a cell of the sheet, and after the number of letters, with what to do. */
const WORDS: Readonly<Record<NotReadyReason, { readonly cell: string; readonly advice: string }>> = {
  specimen: { cell: 'a specimen', advice: 'status: specimen, as each page says; a specimen is never sent' },
  draft: { cell: 'a draft', advice: 'status: draft, as each page says; letter.yaml needs status: final' },
  'clearances-missing': {
    cell: 'clearances missing',
    advice: 'clearances missing; demarche check --approved lists them',
  },
  'no-file': { cell: 'no current file', advice: 'no current file; demarche generate writes it' },
  'no-address': { cell: 'no address', advice: 'neither an address nor an e-mail address in the profile' },
};

/** Formats the reasons of one letter as a cell of the dispatch sheet; empty if there are none. */
export function notReadyCell(reasons: readonly NotReadyReason[]): string {
  return reasons.map((reason) => WORDS[reason].cell).join('; ');
}

/** Formats why letters are not ready to be sent: a line for each kind of reason, with the number of letters. */
export function notReadyLines(letters: readonly (readonly NotReadyReason[])[]): string {
  return REASONS.flatMap((reason) => {
    const count = letters.filter((reasons) => reasons.includes(reason)).length;
    return count === 0 ? [] : [`not ready: ${formatCount(count, 'letter')} (${WORDS[reason].advice})\n`];
  }).join('');
}

const REASONS: readonly NotReadyReason[] = ['specimen', 'draft', 'clearances-missing', 'no-file', 'no-address'];
