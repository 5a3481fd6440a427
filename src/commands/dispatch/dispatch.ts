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

/** A row of the dispatch sheet: what is needed to send a recipient's letter, and to enter it in the register. */
export interface DispatchRow {
  readonly recipient: string;
  readonly letter: string;
  readonly office: string;
  readonly language: string;
  /** The file to send, below the output folder, and its SHA-256; null: there is none, or none that may be sent. */
  readonly file: string | null;
  readonly sha256: string | null;
  /** Addresses of e-mail, or the inside address for the post. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly via: string;
  readonly enclosures: readonly string[];
  /** Functions that have not approved the letter's texts as they stand. */
  readonly missing: readonly string[];
  /** Why nothing is sent; null: it is. */
  readonly skipped: string | null;
}

/** The row of one recipient. `checked`: how files stand, by letter; only what would be written now is put down to be sent. */
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
  const files = checked.get(letterKey({ id: recipient.id, language }));
  const sent = target.kind === 'letter' ? await fileToSend(files, output) : undefined;
  return mapOutcome(insideAddress(plan.campaign, plan.templates, addressing), (address) => ({
    recipient: recipient.id,
    letter: letter.id,
    office: recipient.office.title[language] ?? '',
    language,
    file: sent?.path ?? null,
    sha256: sent?.hash ?? null,
    to: channels.length === 0 ? address : channels.map(({ email }) => email),
    cc: recipient.copies.map((copy) => copy[language] ?? ''),
    via: channels.length === 0 ? 'post' : `e-mail (${[...new Set(channels.map(({ purpose }) => purpose))].join(', ')})`,
    enclosures: letter.enclosures.map((key) => sources.get(key)?.title[language] ?? key),
    missing: target.kind === 'letter' ? missingFunctions(clearanceOf(plan.campaign, target.selection)) : [],
    skipped: target.kind === 'skipped' ? target.skip.reason : null,
  }));
}

/** The PDF, or what else there is, if all of the letter's files are as they would be written. */
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
  // For the register, to be filled in by hand.
  sent: () => '',
  acknowledged: () => '',
  reply: () => '',
};

/** The dispatch sheet as a table for a spreadsheet. */
export function dispatchCsv(rows: readonly DispatchRow[]): string {
  return csvTable(COLUMNS, rows);
}

/** The last line: how many letters are ready to be sent. */
export function dispatchSummary(rows: readonly DispatchRow[]): string {
  const ready = rows.filter(({ file, missing }) => file !== null && missing.length === 0).length;
  const skipped = rows.filter((row) => row.skipped !== null).length;
  return `${counted(rows.length - skipped, 'letter')}: ${ready} ready to be sent; ${counted(skipped, 'recipient')} skipped\n`;
}
