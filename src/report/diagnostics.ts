import { isFault } from '../model/diagnostic.ts';
import { formatCount } from './format-count.ts';
import { type DiagnosticRecord, type LocationRecord, WITHHELD } from './diagnostic-records.ts';
import { EXPLAINED_CODES } from './explained-codes.ts';
import type { Paint } from './paint.ts';
import { terminalWidth } from './terminal-width.ts';

/** The maximum number of groups of diagnostics that are shown; the others are counted. */
const MAX_GROUPS = 20;

/** For one group: the maximum number of related locations shown with their lines, and of further messages. */
const MAX_DETAILS = 3;

/** The maximum number of further locations of one message that are listed; the others are counted. */
const MAX_LOCATIONS = 5;

/**
 * Formats diagnostics for people: the message, its location, the line with a mark below it, related locations, the
 * reason and the hint. Diagnostics that a reader regards as one mistake are grouped. The text ends with a line feed,
 * unless it is empty.
 */
export function diagnosticsText(records: readonly DiagnosticRecord[], paint: Paint): string {
  const groups = groupRecords(records);
  const [firstGroup] = groups;
  if (firstGroup === undefined) return '';
  const explainedCodes = new Set<string>();
  const groupTexts = groups.slice(0, MAX_GROUPS).map((group) => {
    const withWhy = !explainedCodes.has(group[0].code);
    explainedCodes.add(group[0].code);
    return groupText(group, paint, withWhy);
  });
  const unshownRecords = groups.slice(MAX_GROUPS).flat();
  const hasWithheldValues = records.some(({ message, hint, related }) =>
    [message, hint ?? '', ...related.map((location) => location.message)].some((text) => text.includes(WITHHELD)),
  );
  const closingLines = [
    ...(unshownRecords.length === 0 ? [] : [`and ${severityCounts(unshownRecords)} more; --json has all of them`]),
    ...(hasWithheldValues ? ['what profiles hold is not shown under CI; --show-values shows it'] : []),
    `demarche explain CODE explains a code, as in: demarche explain ${firstGroup[0].code}`,
  ];
  return [...groupTexts, closingLines.map((line) => `${line}\n`).join('')].join('\n');
}

/** Diagnostics that a reader regards as one mistake. The first is shown in full. */
type RecordGroup = [DiagnosticRecord, ...DiagnosticRecord[]];

/**
 * Groups the diagnostics that a reader regards as one mistake: the same message at several locations, or the same code
 * at one location for several recipients. The groups are in the order of their first records.
 */
function groupRecords(records: readonly DiagnosticRecord[]): readonly RecordGroup[] {
  const groups = new Map<string, RecordGroup>();
  for (const record of records) {
    const { code, severity, file, line, column, message, hint, related } = record;
    const messageKey = JSON.stringify([code, severity, message, hint, related.map((location) => location.message)]);
    const locationKey = JSON.stringify([code, severity, file, line, column]);
    const existingGroup = groups.get(messageKey) ?? groups.get(locationKey);
    if (existingGroup !== undefined) {
      existingGroup.push(record);
      continue;
    }
    const group: RecordGroup = [record];
    groups.set(messageKey, group);
    groups.set(locationKey, group);
  }
  return [...new Set(groups.values())];
}

/** Formats a group. `withWhy`: whether to explain why the code matters, as is done for the first group of a code. */
function groupText([first, ...others]: RecordGroup, paint: Paint, withWhy: boolean): string {
  const { severity, code, message, hint, related } = first;
  const gutter = Math.max(...[first, ...related].map(({ line }) => String(line).length));
  const margin = ' '.repeat(gutter);
  const note = (kind: string, text: string): string =>
    `${margin} ${paint('frame', '=')} ${paint('hint', kind)}: ${text}`;
  const lines = [
    `${paint(severity, severity)}[${code}]: ${paint('strong', message)}`,
    `${margin} ${paint('frame', '┌─')} ${locationText(first)}`,
    ...frameLines(first, paint, gutter),
    ...related.flatMap((location, index) => [
      `${margin} ${paint('frame', '├─')} ${locationText(location)}: ${location.message}`,
      ...(index < MAX_DETAILS ? frameLines(location, paint, gutter) : []),
    ]),
    ...otherOccurrences(first, others).map((text) => note('also', text)),
    ...(withWhy ? [note('why', EXPLAINED_CODES[code].why)] : []),
    ...(hint === null ? [] : [note('hint', hint)]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Formats the numbered lines of an excerpt with a mark below, if there is one. `gutter`: the width of line numbers. */
function frameLines({ excerpt, line }: LocationRecord, paint: Paint, gutter: number): readonly string[] {
  if (excerpt === null) return [];
  const { lines, from, to } = excerpt;
  const numberedLines = lines.map((text, index) => {
    const number = String(line - lines.length + 1 + index).padStart(gutter);
    return `${paint('frame', `${number} │`)} ${text}`.trimEnd();
  });
  const lastLine = lines.at(-1) ?? '';
  return [
    ...numberedLines,
    `${paint('frame', `${' '.repeat(gutter)} │`)} ${paint('mark', markBelow(lastLine, from, to))}`,
  ];
}

/** Matches a right-to-left letter. Terminals differ in the columns in which they show such letters. */
const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Returns carets for the line below the marked part of an excerpt. If a right-to-left letter is in or before the marked
 * part, its columns depend on the terminal, so the marked text is repeated instead.
 */
function markBelow(line: string, from: number, to: number): string {
  if (RIGHT_TO_LEFT_LETTER.test(line.slice(0, to))) return `^ here: “${line.slice(from, to)}”`;
  return ' '.repeat(terminalWidth(line.slice(0, from))) + '^'.repeat(Math.max(1, terminalWidth(line.slice(from, to))));
}

/** Formats the other locations of a group, and its other messages at the location of the first record. */
function otherOccurrences(first: DiagnosticRecord, others: readonly DiagnosticRecord[]): readonly string[] {
  const recordsElsewhere = others.filter((other) => locationText(other) !== locationText(first));
  const messagesHere = [
    ...new Set(others.filter((other) => locationText(other) === locationText(first)).map(({ message }) => message)),
  ];
  const unshownCount = messagesHere.length - MAX_DETAILS;
  return [
    ...(recordsElsewhere.length === 0 ? [] : [locationList(recordsElsewhere.map(locationText))]),
    ...messagesHere.slice(0, MAX_DETAILS),
    ...(unshownCount > 0 ? [`${unshownCount} more at this location`] : []),
  ];
}

/** Formats `file:line:column`, which editors and terminals recognise as a link; in a table also the cell: `(C12)`. */
function locationText({ file, line, column, cell }: LocationRecord): string {
  return `${file}:${line}:${column}${cell === undefined ? '' : ` (${cell})`}`;
}

function severityCounts(records: readonly DiagnosticRecord[]): string {
  const faults = records.filter(isFault).length;
  const warnings = records.length - faults;
  return [
    ...(faults > 0 ? [formatCount(faults, 'fault')] : []),
    ...(warnings > 0 ? [formatCount(warnings, 'warning')] : []),
  ].join(' and ');
}

/** Formats a list: "recipients/a.yaml:3:1, recipients/b.yaml:4:1 and 24 more places". */
function locationList(locations: readonly string[]): string {
  const unlistedCount = locations.length - MAX_LOCATIONS;
  if (unlistedCount <= 1) return locations.join(', ');
  return `${locations.slice(0, MAX_LOCATIONS).join(', ')} and ${formatCount(unlistedCount, 'more place')}`;
}
