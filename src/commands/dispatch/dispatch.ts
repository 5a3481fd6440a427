import type { MissingByName } from '../../clearance/clearance.ts';
import { renderInsideAddress } from '../../merge/address-words.ts';
import type { Format } from '../../model/artifact.ts';
import { type Outcome, mapOutcome } from '../../model/outcome.ts';
import { type MailAddresses, hasMailAddress, mailAddressesOf, mailboxText } from '../../model/mail-addresses.ts';
import type { Recipient } from '../../model/recipient.ts';
import type { Target } from '../../model/selection.ts';
import type { Plan } from '../../plan.ts';
import { formatCount } from '../../report/format-count.ts';
import { type CsvColumns, csvTable } from '../../report/csv.ts';
import { isUpToDate } from '../../run/compare-file.ts';
import { letterKey } from '../../run/manifest.ts';
import type { CheckedFile, CheckedLetter } from '../check/check.ts';
import { clearanceOf, missingApproverLabels } from '../check/clearances.ts';
import { explainEnclosures } from '../explain/explain-enclosures.ts';
import { type NotReadyReason, notReadyReasons, notReadyLines, notReadyCell } from './readiness.ts';
import { inLanguage } from '../../model/language.ts';

/** A row of the dispatch sheet: the data for sending a recipient's letter and for recording it in the mail register. */
export interface DispatchRow {
  readonly recipient: string;
  readonly letter: string;
  /** The title of the office; null for a person without one. */
  readonly office: string | null;
  readonly language: string;
  /** The path of the file to send, relative to the output folder; null: there is no file, or it is not up to date. */
  readonly file: string | null;
  /** The SHA-256 of the file to send. */
  readonly sha256: string | null;
  /** The e-mail addresses; for a letter by post, the lines of the inside address. Empty if the profile has neither. */
  readonly to: readonly string[];
  /** Those who get a copy of the letter, with the e-mail addresses that are known: `The Council <council@example.org>`. */
  readonly cc: readonly string[];
  /**
   * `post`, or `e-mail` with the purposes of the e-mail addresses; empty if the profile has no address of either kind.
   */
  readonly via: string;
  /** The titles of the sources that are enclosed, and the paths of the files, relative to the output folder. */
  readonly enclosures: readonly string[];
  /** The functions (capacities of approvers, as `legal`) whose approval of the letter's texts is missing or expired. */
  readonly missing: readonly string[];
  /** What keeps the letter from being sent; empty if it is ready, and for a recipient who is skipped. */
  readonly notReady: readonly NotReadyReason[];
  /** The reason why the recipient is skipped; null if it is not skipped. */
  readonly skipped: string | null;
}

/**
 * Returns the row of one recipient, or the faults of its inside address. `checkedLetters`: the result of the check for
 * each letter, by `letterKey`. `missing`: the missing approvals. A file is listed only if all files of its letter are up
 * to date.
 */
export function dispatchRow(
  plan: Plan,
  target: Exclude<Target, { kind: 'not-addressed' }>,
  checkedLetters: ReadonlyMap<string, CheckedLetter>,
  missing: MissingByName,
): Outcome<DispatchRow> {
  const { letter } = plan.campaign;
  const addressing = target.kind === 'letter' ? target.selection : target.addressing;
  const { recipient, language } = addressing;
  const checkedLetter = checkedLetters.get(letterKey({ id: recipient.id, language }));
  const fileToSend = target.kind === 'letter' ? findFileToSend(checkedLetter) : undefined;
  return mapOutcome(renderInsideAddress(plan.campaign, plan.templates, addressing), (address) => {
    const mail = mailAddressesOf(recipient, language);
    const known = {
      file: fileToSend?.path ?? null,
      missing:
        target.kind === 'letter' ? missingApproverLabels(clearanceOf(plan.campaign, missing, target.selection)) : [],
      to: addressesOf(recipient, mail, address),
    };
    return {
      ...known,
      recipient: recipient.id,
      letter: letter.id,
      office: (recipient.office && inLanguage(recipient.office.title, language)) ?? null,
      language,
      sha256: fileToSend?.sha256 ?? null,
      cc: [...mail.cc.map(mailboxText), ...mail.namedOnly],
      via: viaOf(recipient),
      enclosures: enclosedWith(plan, target),
      notReady: target.kind === 'letter' ? notReadyReasons({ ...known, status: letter.status }) : [],
      skipped: target.kind === 'skipped' ? target.skip.reason : null,
    };
  });
}

/**
 * Returns the titles of sources and the paths of files. A recipient who is skipped has the sources, which are those of
 * every letter.
 */
function enclosedWith({ campaign }: Plan, target: Exclude<Target, { kind: 'not-addressed' }>): readonly string[] {
  const enclosures =
    target.kind === 'letter'
      ? target.selection.enclosures
      : campaign.letter.enclosures.filter(({ kind }) => kind === 'source');
  const addressing = target.kind === 'letter' ? target.selection : target.addressing;
  return explainEnclosures(campaign, { ...addressing, enclosures }).map(({ title, copy }) => copy ?? title);
}

/** Returns the e-mail addresses or, for a letter by post, the lines of the inside address; none if there is neither. */
function addressesOf(
  { address }: Recipient,
  { to }: MailAddresses,
  insideAddress: readonly string[],
): readonly string[] {
  if (to.length > 0) return to.map(mailboxText);
  return address === undefined ? [] : insideAddress;
}

/** Returns how a letter is sent; empty if the profile has neither an e-mail address nor a postal one. */
function viaOf(recipient: Recipient): string {
  const { channels, address } = recipient;
  if (!hasMailAddress(recipient)) return address === undefined ? '' : 'post';
  const purposes = [...new Set(channels.flatMap(({ use, purpose }) => (use === 'to' ? (purpose ?? []) : [])))];
  return purposes.length === 0 ? 'e-mail' : `e-mail (${purposes.join(', ')})`;
}

/**
 * The formats of the file to send, the one that is preferred first: the pages, then what any program shows. A picture of
 * a page is no letter to send.
 */
const FORMATS_TO_SEND: readonly Format[] = ['pdf', 'html', 'txt', 'md'];

/**
 * Returns the file to send, by `FORMATS_TO_SEND`; undefined unless all files are up to date. The SHA-256 is that of the
 * bytes that were compared.
 */
function findFileToSend(letter: CheckedLetter | undefined): CheckedFile | undefined {
  if (letter?.files.every(({ state }) => isUpToDate(state)) !== true) return undefined;
  const files = FORMATS_TO_SEND.map((format) =>
    letter.files.find((file) => file.format === format && file.sha256 !== undefined),
  );
  return files.find((file) => file !== undefined);
}

/** The columns of the dispatch sheet. */
const COLUMNS: CsvColumns<DispatchRow> = {
  recipient: ({ recipient }) => recipient,
  letter: ({ letter }) => letter,
  office: ({ office }) => office,
  file: ({ file }) => file,
  sha256: ({ sha256 }) => sha256,
  language: ({ language }) => language,
  to: ({ to }) => to.join('\n'),
  cc: ({ cc }) => cc.join('\n'),
  via: ({ via }) => via,
  enclosures: ({ enclosures }) => enclosures.join('\n'),
  'missing clearances': ({ missing }) => missing.join(', '),
  'not ready': ({ notReady }) => notReadyCell(notReady),
  skipped: ({ skipped }) => skipped,
  // Empty columns of the mail register, which the user fills in.
  sent: () => '',
  acknowledged: () => '',
  reply: () => '',
};

/** Formats the dispatch sheet as CSV (RFC 4180). */
export function dispatchCsv(rows: readonly DispatchRow[]): string {
  return csvTable(COLUMNS, rows);
}

/** Formats the summary: how many letters are ready to be sent, and why the others are not. */
export function dispatchSummary(rows: readonly DispatchRow[]): string {
  const letters = rows.filter(({ skipped }) => skipped === null);
  const readyCount = letters.filter(({ notReady }) => notReady.length === 0).length;
  const skippedCount = rows.length - letters.length;
  const counts = `${formatCount(letters.length, 'letter')}: ${readyCount} ready to be sent; ${formatCount(skippedCount, 'recipient')} skipped\n`;
  return `${counts}${notReadyLines(letters.map(({ notReady }) => notReady))}`;
}
