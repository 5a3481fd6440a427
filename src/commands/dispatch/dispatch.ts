import { insideAddress } from '../../merge/address-words.ts';
import { type Outcome, mapOutcome } from '../../model/outcome.ts';
import type { Target } from '../../model/selection.ts';
import type { Plan } from '../../pipeline.ts';
import { counted } from '../../report/counted.ts';
import { type CsvColumns, csvTable } from '../../report/csv.ts';
import { letterKey } from '../../run/manifest.ts';
import { sha256 } from '../../run/sha256.ts';
import type { OutputFolder } from '../../world.ts';
import type { CheckedLetter } from '../check/check.ts';
import { clearanceOf, missingFunctions } from '../check/clearances.ts';

/** A row of the dispatch sheet: the data for sending a recipient's letter and for recording it in the mail register. */
export interface DispatchRow {
  readonly recipient: string;
  readonly letter: string;
  readonly office: string;
  readonly language: string;
  /** The path of the file to send, in the output folder; null: there is no file, or it is not up to date. */
  readonly file: string | null;
  /** The SHA-256 of that file. */
  readonly sha256: string | null;
  /** E-mail addresses, or, for a letter by post, the lines of the inside address. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** `post`, or `e-mail` with the purposes of the addresses. */
  readonly via: string;
  readonly enclosures: readonly string[];
  /** The functions (`legal`, …) whose approval of the letter's texts is missing or expired. */
  readonly missing: readonly string[];
  /** The reason why the recipient is skipped; null: it is not. */
  readonly skipped: string | null;
}

/**
 * The row of one recipient. `checked`: the result of the check for each letter, by `letterKey`; a file is listed only
 * if all files of its letter are up to date. Faults: those of building the inside address.
 */
export async function dispatchRow(
  plan: Plan,
  target: Exclude<Target, { kind: 'not-addressed' }>,
  checked: ReadonlyMap<string, CheckedLetter>,
  output: OutputFolder,
): Promise<Outcome<DispatchRow>> {
  const { letter, sources } = plan.campaign;
  const addressing = target.kind === 'letter' ? target.selection : target.addressing;
  const { recipient, language } = addressing;
  const { channels } = recipient;
  const checkedLetter = checked.get(letterKey({ id: recipient.id, language }));
  const toSend = target.kind === 'letter' ? await fileToSend(checkedLetter, output) : undefined;
  return mapOutcome(insideAddress(plan.campaign, plan.templates, addressing), (address) => ({
    recipient: recipient.id,
    letter: letter.id,
    office: recipient.office.title[language] ?? '',
    language,
    file: toSend?.path ?? null,
    sha256: toSend?.hash ?? null,
    to: channels.length === 0 ? address : channels.map(({ email }) => email),
    cc: recipient.copies.map((copy) => copy[language] ?? ''),
    via: channels.length === 0 ? 'post' : `e-mail (${[...new Set(channels.map(({ purpose }) => purpose))].join(', ')})`,
    enclosures: letter.enclosures.map((key) => sources.get(key)?.title[language] ?? key),
    missing: target.kind === 'letter' ? missingFunctions(clearanceOf(plan.campaign, target.selection)) : [],
    skipped: target.kind === 'skipped' ? target.skip.reason : null,
  }));
}

/** The PDF, or else the Markdown file, if all of the letter's files are fresh or equivalent; undefined otherwise. */
async function fileToSend(
  checked: CheckedLetter | undefined,
  output: OutputFolder,
): Promise<{ readonly path: string; readonly hash: string } | undefined> {
  if (checked?.files.every(({ state }) => state === 'fresh' || state === 'equivalent') !== true) return undefined;
  for (const { path } of checked.files.toReversed()) {
    const present = await output.read(path);
    if (present instanceof Uint8Array) return { path, hash: sha256(present) };
  }
  return undefined;
}

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
  skipped: ({ skipped }) => skipped,
  // Empty columns of the mail register, which the user fills in.
  sent: () => '',
  acknowledged: () => '',
  reply: () => '',
};

/** The dispatch sheet as CSV (RFC 4180). */
export function dispatchCsv(rows: readonly DispatchRow[]): string {
  return csvTable(COLUMNS, rows);
}

/** The summary line: how many letters are ready to be sent, that is, have an up-to-date file and all approvals. */
export function dispatchSummary(rows: readonly DispatchRow[]): string {
  const ready = rows.filter(({ file, missing }) => file !== null && missing.length === 0).length;
  const skipped = rows.filter((row) => row.skipped !== null).length;
  return `${counted(rows.length - skipped, 'letter')}: ${ready} ready to be sent; ${counted(skipped, 'recipient')} skipped\n`;
}
