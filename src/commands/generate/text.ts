import type { Recipient, Skip } from '../../model/recipient.ts';
import { formatCount } from '../../report/format-count.ts';
import { WITHHELD, printableLines } from '../../report/neutralise.ts';
import type { LetterResult } from '../../run/generate.ts';

/** How results are printed. `showValues`: whether messages may contain values from profiles. */
interface ValueDisplay {
  readonly showValues: boolean;
}

/** Formats the result of one recipient's letter as a line, not yet neutralised, without a line break. */
export function progressLine(result: LetterResult, { showValues }: ValueDisplay): string {
  switch (result.kind) {
    case 'done':
      return `${result.selection.recipient.id}: ${result.files.map(({ path, state }) => `${path} ${state}`).join(', ')}`;
    case 'skipped':
      return skippedLine(result.recipient, result.skip, { showValues });
    case 'failed':
      return `${result.id !== undefined && showValues ? result.id : 'a profile'}: failed`;
  }
}

/**
 * Formats the line about a skipped recipient, not yet neutralised. The reason is a value from its profile, so it may
 * have to be withheld.
 */
export function skippedLine({ id }: Recipient, { reason }: Skip, { showValues }: ValueDisplay): string {
  return showValues ? `${id} skipped: ${reason}` : `${id} skipped`;
}

/** Formats the lines about the pictures and the enclosures of a letter that is on standard output alone. */
export function sharedFilesLines(pictures: readonly string[], enclosures: readonly string[]): readonly string[] {
  const stay = "are not on standard output, and stay in the letter's folder under templates/";
  return [
    ...(pictures.length === 0 ? [] : [`the letter names ${pictures.join(', ')}: the pictures ${stay}`]),
    ...(enclosures.length === 0 ? [] : [`the letter has ${enclosures.join(', ')}: the enclosures ${stay}`]),
  ];
}

/** Lists the paths of the files that a run would write, one a line. `folder`: the output folder as displayed. */
export function plannedPaths(result: LetterResult, folder: string): string {
  const files = result.kind === 'done' ? result.files : [];
  return printableLines(files.map(({ path }) => `${folder}/${path}`));
}

/** Returns the result of one recipient's letter as an object of the JSON document, without what may not be shown. */
export function resultRecord(letter: string, result: LetterResult, { showValues }: ValueDisplay): object {
  switch (result.kind) {
    case 'done': {
      const { recipient, language } = result.selection;
      return { letter, recipient: recipient.id, language, outcome: 'done', files: result.files };
    }
    case 'skipped':
      return {
        letter,
        recipient: result.recipient.id,
        outcome: 'skipped',
        reason: showValues ? result.skip.reason : WITHHELD,
      };
    case 'failed':
      return {
        letter,
        recipient: (showValues ? result.id : undefined) ?? null,
        outcome: 'failed',
        files: result.files,
      };
  }
}

/**
 * The counts of a run so far. `letters` counts letters without faults and `failed` those with faults. `skipped` counts
 * recipients. `earlierWarnings` counts warnings about letters that were current, and so were not made again. `written`,
 * `unchanged`, `removed` and (in a dry run) `planned` count files, among them the pictures beside letters, each once.
 */
export type Tally = Readonly<
  Record<'letters' | 'written' | 'unchanged' | 'removed' | 'planned' | 'skipped' | 'failed' | 'earlierWarnings', number>
>;

/** The tally at the start of a run. */
export const EMPTY_TALLY: Tally = {
  letters: 0,
  written: 0,
  unchanged: 0,
  removed: 0,
  planned: 0,
  skipped: 0,
  failed: 0,
  earlierWarnings: 0,
};

/** Returns the tally with one more result added. */
export function addToTally(tally: Tally, result: LetterResult): Tally {
  if (result.kind === 'skipped') return { ...tally, skipped: tally.skipped + 1 };
  const count = (state: string): number => result.files.filter((file) => file.state === state).length;
  return {
    ...tally,
    letters: tally.letters + (result.kind === 'done' ? 1 : 0),
    failed: tally.failed + (result.kind === 'failed' ? 1 : 0),
    written: tally.written + count('written'),
    unchanged: tally.unchanged + count('unchanged'),
    removed: tally.removed + count('removed'),
    planned: tally.planned + count('planned'),
    earlierWarnings: tally.earlierWarnings + (result.kind === 'done' ? result.earlierWarnings : 0),
  };
}

/** Formats the summary line of a run: "47 letters: 94 files written, 0 unchanged; 1 recipient skipped, 0 failed". */
export function summaryLine({
  letters,
  written,
  unchanged,
  removed,
  skipped,
  failed,
}: Omit<Tally, 'planned' | 'earlierWarnings'>): string {
  const removedFiles = removed === 0 ? '' : `, ${removed} removed`;
  return `${formatCount(letters, 'letter')}: ${formatCount(written, 'file')} written, ${unchanged} unchanged${removedFiles}; ${formatCount(skipped, 'recipient')} skipped, ${failed} failed`;
}

/**
 * Returns the line about warnings that an earlier run reported about letters which are current, and which are therefore
 * not made again; no line if there are none. The letters still look as they did.
 */
export function earlierWarningsLines(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${formatCount(count, 'warning')} about unchanged letters, as before; demarche validate shows them`];
}

/** Formats the summary line of a dry run. */
export function plannedSummary({
  letters,
  planned,
  skipped,
  failed,
}: Omit<Tally, 'written' | 'unchanged' | 'removed' | 'earlierWarnings'>): string {
  return `${formatCount(letters, 'letter')}: ${formatCount(planned, 'file')} would be written or found unchanged; ${formatCount(skipped, 'recipient')} skipped, ${failed} failed`;
}

/** The maximum number of changed files that a line lists; the others are counted. */
const MAX_CHANGED_LISTED = 5;

/**
 * Formats the line about changed files and folders, by which letters are made again. Not yet neutralised. A folder is
 * left out if something in it has changed too. `names`: sorted, from the campaign's folder.
 */
export function changedLine(names: readonly string[], pathOf: (name: string) => string): string {
  const folders = new Set(names.map((name) => name.slice(0, name.lastIndexOf('/'))));
  const deepest = names.filter((name) => !folders.has(name));
  const listed = deepest.slice(0, MAX_CHANGED_LISTED).map(pathOf).join(', ');
  const unlistedCount = deepest.length - MAX_CHANGED_LISTED;
  return `changed: ${listed}${unlistedCount > 0 ? ` and ${unlistedCount} more` : ''}`;
}
