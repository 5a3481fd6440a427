import { isFault } from '../model/diagnostic.ts';
import { counted } from './counted.ts';
import { type DiagnosticRecord, type LocationRecord, WITHHELD } from './diagnostic-records.ts';
import { EXPLAINED_CODES } from './explained-codes.ts';
import type { Paint } from './paint.ts';
import { terminalWidth } from './terminal-width.ts';

/** Groups of diagnostics that are shown in full; the rest is only counted. */
const MAX_GROUPS = 20;

/** Of one group: related locations that are shown with their lines, and further messages at the same location. */
const MAX_DETAILS = 3;

/** Further locations of one message that are listed one by one. */
const MAX_LOCATIONS = 5;

/**
 * Formats diagnostics for people: the message, its location, the line with a mark below it, related locations, the
 * reason and the hint. Diagnostics that are one mistake to the reader are grouped. The text ends with a line feed, or
 * is empty.
 */
export function diagnosticsText(records: readonly DiagnosticRecord[], paint: Paint): string {
  const groups = groupRecords(records);
  const [firstGroup] = groups;
  if (firstGroup === undefined) return '';
  const explained = new Set<string>();
  const shown = groups.slice(0, MAX_GROUPS).map((group) => {
    const withWhy = !explained.has(group[0].code);
    explained.add(group[0].code);
    return groupText(group, paint, withWhy);
  });
  const rest = groups.slice(MAX_GROUPS).flat();
  const withheld = records.some(({ message }) => message.includes(WITHHELD));
  const last = [
    ...(rest.length === 0 ? [] : [`and ${severityCounts(rest)} more; --json has all of them`]),
    ...(withheld ? ['what profiles hold is not shown under CI; --show-values shows it'] : []),
    `demarche explain CODE explains a code, as in: demarche explain ${firstGroup[0].code}`,
  ];
  return [...shown, last.map((line) => `${line}\n`).join('')].join('\n');
}

/** Diagnostics that are one mistake to the reader; the first is shown in full. */
type RecordGroup = [DiagnosticRecord, ...DiagnosticRecord[]];

/**
 * Groups the diagnostics that are one mistake to the reader: the same message at several locations, or the same code at
 * one location, for several recipients. The groups are in the order of their first records.
 */
function groupRecords(records: readonly DiagnosticRecord[]): readonly RecordGroup[] {
  const groups = new Map<string, RecordGroup>();
  for (const record of records) {
    const { code, severity, file, line, column, message, hint, related } = record;
    const messageKey = JSON.stringify([code, severity, message, hint, related.map((other) => other.message)]);
    const locationKey = JSON.stringify([code, severity, file, line, column]);
    const existing = groups.get(messageKey) ?? groups.get(locationKey);
    if (existing !== undefined) {
      existing.push(record);
      continue;
    }
    const group: RecordGroup = [record];
    groups.set(messageKey, group);
    groups.set(locationKey, group);
  }
  return [...new Set(groups.values())];
}

/** `withWhy`: whether to say why the code matters, which is done for its first group only. */
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
    ...related.flatMap((other, index) => [
      `${margin} ${paint('frame', '├─')} ${locationText(other)}: ${other.message}`,
      ...(index < MAX_DETAILS ? frameLines(other, paint, gutter) : []),
    ]),
    ...otherOccurrences(first, others).map((text) => note('also', text)),
    ...(withWhy ? [note('why', EXPLAINED_CODES[code].why)] : []),
    ...(hint === null ? [] : [note('hint', hint)]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The numbered lines of an excerpt, with a mark below; none without an excerpt. `gutter`: columns for line numbers. */
function frameLines({ excerpt, line }: LocationRecord, paint: Paint, gutter: number): readonly string[] {
  if (excerpt === null) return [];
  const { lines, from, to } = excerpt;
  const numbered = lines.map((text, index) => {
    const number = String(line - lines.length + 1 + index).padStart(gutter);
    return `${paint('frame', `${number} │`)} ${text}`.trimEnd();
  });
  const last = lines.at(-1) ?? '';
  return [...numbered, `${paint('frame', `${' '.repeat(gutter)} │`)} ${paint('mark', markBelow(last, from, to))}`];
}

/** Right-to-left letters. Terminals disagree about the columns in which they show them. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Carets below the marked part of a line. If it contains or follows right-to-left letters, its columns depend on the
 * terminal, so the marked text is repeated instead.
 */
function markBelow(line: string, from: number, to: number): string {
  if (RIGHT_TO_LEFT.test(line.slice(0, to))) return `^ here: “${line.slice(from, to)}”`;
  return ' '.repeat(terminalWidth(line.slice(0, from))) + '^'.repeat(Math.max(1, terminalWidth(line.slice(from, to))));
}

/** The other locations of a group, and its other messages at the location of the first record. */
function otherOccurrences(first: DiagnosticRecord, others: readonly DiagnosticRecord[]): readonly string[] {
  const elsewhere = others.filter((other) => locationText(other) !== locationText(first));
  const here = [
    ...new Set(others.filter((other) => locationText(other) === locationText(first)).map(({ message }) => message)),
  ];
  const more = here.length - MAX_DETAILS;
  return [
    ...(elsewhere.length === 0 ? [] : [listedLocations(elsewhere.map(locationText))]),
    ...here.slice(0, MAX_DETAILS),
    ...(more > 0 ? [`${more} more at this location`] : []),
  ];
}

/** `file:line:column`, which editors and terminals recognise as a link; in a table also the cell: `(C12)`. */
function locationText({ file, line, column, cell }: LocationRecord): string {
  return `${file}:${line}:${column}${cell === undefined ? '' : ` (${cell})`}`;
}

function severityCounts(records: readonly DiagnosticRecord[]): string {
  const faults = records.filter(isFault).length;
  const warnings = records.length - faults;
  return [
    ...(faults > 0 ? [counted(faults, 'fault')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ].join(' and ');
}

/** "recipients/a.yaml:3:1, recipients/b.yaml:4:1 and 24 more places". */
function listedLocations(locations: readonly string[]): string {
  const more = locations.length - MAX_LOCATIONS;
  if (more <= 1) return locations.join(', ');
  return `${locations.slice(0, MAX_LOCATIONS).join(', ')} and ${counted(more, 'more place')}`;
}
