import { isFault } from '../model/diagnostic.ts';
import { counted } from './counted.ts';
import { type DiagnosticRecord, type LocationRecord, WITHHELD } from './diagnostic-records.ts';
import { EXPLAINED_CODES } from './explained-codes.ts';
import type { Paint } from './paint.ts';
import { seenWidth } from './seen-width.ts';

/** How many mistakes are shown in full; the rest is counted. */
const SHOWN = 20;

/** Related places that are shown with their lines, and other messages of one place. */
const BESIDES = 3;

/** Places that are named one by one. */
const PLACES = 5;

/**
 * Diagnostics for people: what is wrong, where, with the line and a mark below it, what belongs to it, and what to do.
 * One mistake is told once, however many files have it. Ends with a line break, or is empty.
 */
export function diagnosticsText(records: readonly DiagnosticRecord[], paint: Paint): string {
  const groups = groupRecords(records);
  const [firstGroup] = groups;
  if (firstGroup === undefined) return '';
  const explained = new Set<string>();
  const told = groups.slice(0, SHOWN).map((group) => {
    const isNew = !explained.has(group[0].code);
    explained.add(group[0].code);
    return groupText(group, paint, isNew);
  });
  const untold = groups.slice(SHOWN).flat();
  const withheld = records.some(({ message }) => message.includes(WITHHELD));
  const last = [
    ...(untold.length === 0 ? [] : [`and ${severityCounts(untold)} more; --json has all of them`]),
    ...(withheld ? ['what profiles hold is not shown under CI; --show-values shows it'] : []),
    `demarche explain CODE says more of a code, as in: demarche explain ${firstGroup[0].code}`,
  ];
  return [...told, last.map((line) => `${line}\n`).join('')].join('\n');
}

/** One mistake, wherever it stands: the first place is shown in full. */
type RecordGroup = [DiagnosticRecord, ...DiagnosticRecord[]];

/**
 * Puts together what is one mistake to its reader: the same words of several places, or one place that many recipients
 * meet. In the order of the first of each.
 */
function groupRecords(records: readonly DiagnosticRecord[]): readonly RecordGroup[] {
  const groups = new Map<string, RecordGroup>();
  for (const record of records) {
    const { code, severity, file, line, column, message, hint, related } = record;
    const sameWords = JSON.stringify([code, severity, message, hint, related.map((other) => other.message)]);
    const samePlace = JSON.stringify([code, severity, file, line, column]);
    const known = groups.get(sameWords) ?? groups.get(samePlace);
    if (known !== undefined) {
      known.push(record);
      continue;
    }
    const group: RecordGroup = [record];
    groups.set(sameWords, group);
    groups.set(samePlace, group);
  }
  return [...new Set(groups.values())];
}

/** `withWhy`: why it matters is told the first time only. */
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
      ...(index < BESIDES ? frameLines(other, paint, gutter) : []),
    ]),
    ...besides(first, others).map((text) => note('also', text)),
    ...(withWhy ? [note('why', EXPLAINED_CODES[code].why)] : []),
    ...(hint === null ? [] : [note('hint', hint)]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The lines at a place with a mark below what is meant; none if they may not be shown. `gutter`: columns of line numbers. */
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

/** Letters that are read from the right: terminals disagree about where on the line they put them. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Carets below what is meant. Where letters from the right stand in or before it, no column is the right one on every
 * terminal, so the words are repeated instead.
 */
function markBelow(line: string, from: number, to: number): string {
  if (RIGHT_TO_LEFT.test(line.slice(0, to))) return `^ here: “${line.slice(from, to)}”`;
  return ' '.repeat(seenWidth(line.slice(0, from))) + '^'.repeat(Math.max(1, seenWidth(line.slice(from, to))));
}

/** Where else the same is wrong, or for whom else at the same place. */
function besides(first: DiagnosticRecord, others: readonly DiagnosticRecord[]): readonly string[] {
  const elsewhere = others.filter((other) => locationText(other) !== locationText(first));
  const here = [
    ...new Set(others.filter((other) => locationText(other) === locationText(first)).map(({ message }) => message)),
  ];
  const more = here.length - BESIDES;
  return [
    ...(elsewhere.length === 0 ? [] : [listedLocations(elsewhere.map(locationText))]),
    ...here.slice(0, BESIDES),
    ...(more > 0 ? [`${more} more like it at this place`] : []),
  ];
}

/** `file:line:column`, as editors and terminals can follow it; in a table also the cell, as spreadsheets name it. */
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
function listedLocations(places: readonly string[]): string {
  const more = places.length - PLACES;
  if (more <= 1) return places.join(', ');
  return `${places.slice(0, PLACES).join(', ')} and ${counted(more, 'more place')}`;
}
