import { formatCount } from '../../report/format-count.ts';
import { neutralise, printableLines } from '../../report/neutralise.ts';

/** A draft that was composed. */
export interface WrittenDraft {
  readonly recipient: string;
  /** The name of the letter's folder in `templates/`. */
  readonly letter: string;
  readonly language: string;
  /** The path of the file, relative to the folder of the drafts. Drafts in an mbox file share it. */
  readonly file: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  /** The attached files, with their SHA-256. */
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[];
}

/** The result of a run. */
export interface DraftsResult {
  readonly drafts: readonly WrittenDraft[];
  /** The paths of the files that were written or would be, for the user. */
  readonly files: readonly string[];
  /** The paths of files of an earlier run that no draft has any more, for the user. */
  readonly removed: readonly string[];
  /** The ids of recipients of letters who have no e-mail address. */
  readonly withoutAddress: readonly string[];
  /** The names of those who get a copy and have no e-mail address, by recipient. */
  readonly namedOnly: readonly { readonly recipient: string; readonly names: readonly string[] }[];
  /** The drafts whose attachments together are larger than many servers accept, with their size. */
  readonly large: readonly { readonly recipient: string; readonly bytes: number }[];
  /** The number of letters that are not drafted because they are not ready. */
  readonly notReady: number;
}

/** Formats the files, one a line. */
export function draftsText({ files }: DraftsResult): string {
  return printableLines([...files]);
}

/** Formats the summary: how many drafts there are, and who gets none. */
export function draftsSummary(result: DraftsResult, isDryRun: boolean): string {
  const { drafts, removed, withoutAddress, namedOnly, large, notReady } = result;
  const verb = isDryRun ? ' would be written' : '';
  const lines = [
    `${formatCount(drafts.length, 'draft')}${verb}; nothing is sent`,
    ...(notReady === 0 ? [] : [`not drafted: ${formatCount(notReady, 'letter')}, for the reasons above`]),
    ...(withoutAddress.length === 0
      ? []
      : [
          `not drafted: ${formatCount(withoutAddress.length, 'recipient')} without an e-mail address: ${withoutAddress.join(', ')}`,
        ]),
    ...(namedOnly.length === 0
      ? []
      : [
          `copies that only the letter names, as they have no e-mail address: ${namedOnly
            .map(({ recipient, names }) => `${recipient}: ${names.join(', ')}`)
            .join('; ')}`,
        ]),
    ...large.map(
      ({ recipient, bytes }) =>
        `${recipient}: attachments of ${Math.round(bytes / 1_000_000)} MB, and many servers refuse more than 20 MB`,
    ),
    ...(removed.length === 0 ? [] : [`removed: ${removed.join(', ')}`]),
  ];
  return lines.map((line) => `${neutralise(line)}\n`).join('');
}
