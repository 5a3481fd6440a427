import { countBySeverity } from '../model/diagnostic.ts';
import { groupAlike } from './alike.ts';
import { formatCount } from './format-count.ts';
import { type DiagnosticRecord, type LocationRecord, locationText } from './diagnostic-records.ts';
import { EXPLAINED_CODES } from './explained-codes.ts';
import { WITHHELD } from './neutralise.ts';
import { type Paint, plain } from './paint.ts';
import { terminalWidth } from '../model/terminal-width.ts';

/** How much is shown of diagnostics that are repeated or alike; the rest is counted. */
interface Limits {
  /** The maximum number of kinds of diagnostics. */
  readonly kinds: number;
  /** The maximum number of groups of one kind that are all shown in full. If there are more, only the first is. */
  readonly inFull: number;
  /** The maximum number of groups of one kind that are listed, a line each, below the one that is shown in full. */
  readonly listed: number;
  /** The maximum number of further messages at the location of a group. */
  readonly messages: number;
  /** The maximum number of further locations of one message that are listed. */
  readonly locations: number;
}

const BRIEF: Limits = { kinds: 20, inFull: 3, listed: 5, messages: 3, locations: 5 };
const COMPLETE: Limits = {
  kinds: Infinity,
  inFull: Infinity,
  listed: Infinity,
  messages: Infinity,
  locations: Infinity,
};

/** For one group: the maximum number of related locations that are shown with their lines. */
const MAX_FRAMES = 3;

/**
 * Formats diagnostics for people: the message, its location, the line with a mark below it, related locations, the
 * reason and the hint. Diagnostics that a reader regards as one mistake are grouped. Of many groups that are alike, the
 * first is shown, some are listed, and the others are counted, unless `isComplete`. The text ends with a line feed,
 * unless it is empty.
 */
export function diagnosticsText(records: readonly DiagnosticRecord[], paint: Paint, isComplete = false): string {
  const limits = isComplete ? COMPLETE : BRIEF;
  const kinds = groupAlike(groupRecords(records), ([first]) => first);
  const [firstKind] = kinds;
  if (firstKind === undefined) return '';
  const explainedCodes = new Set<string>();
  const kindTexts = kinds.slice(0, limits.kinds).flatMap((kind) => {
    const [[{ code }]] = kind;
    const withWhy = !explainedCodes.has(code);
    explainedCodes.add(code);
    if (kind.length > limits.inFull) return [groupText(kind[0], kind.slice(1), { paint, withWhy, limits })];
    return kind.map((group, index) => groupText(group, [], { paint, withWhy: withWhy && index === 0, limits }));
  });
  const unshownRecords = kinds.slice(limits.kinds).flat(2);
  const hasWithheldValues = records.some(({ message, hint, related }) =>
    [message, hint ?? '', ...related.map((location) => location.message)].some((text) => text.includes(WITHHELD)),
  );
  const closingLines = [
    ...(unshownRecords.length === 0 ? [] : [`and ${severityCounts(unshownRecords)} more; ${ALL_ARE_LISTED}`]),
    ...(hasWithheldValues ? ['what profiles hold is not shown under CI; --show-values shows it'] : []),
    `demarche explain CODE explains a code, as in: demarche explain ${firstKind[0][0].code}`,
  ];
  return [...kindTexts, closingLines.map((line) => `${line}\n`).join('')].join('\n');
}

/** What follows a count of diagnostics that are not shown. */
const ALL_ARE_LISTED = '--verbose lists all';

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

/**
 * Formats a group, and lists groups that are alike. `withWhy`: whether to explain why the code matters, as is done for
 * the first group of a code.
 */
function groupText(
  group: RecordGroup,
  alikeGroups: readonly RecordGroup[],
  { paint, withWhy, limits }: { readonly paint: Paint; readonly withWhy: boolean; readonly limits: Limits },
): string {
  const [first, ...others] = group;
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
      ...(index < MAX_FRAMES ? frameLines(location, paint, gutter) : []),
    ]),
    ...otherOccurrences(first, others, limits).map((text) => note('also', text)),
    ...alikeList(group, alikeGroups, limits).map((text) => note('alike', text)),
    ...(withWhy ? [note('why', EXPLAINED_CODES[code].why)] : []),
    ...(hint === null ? [] : [note('hint', hint)]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Formats the lines of a location with a mark below, without colours; undefined if there are none to show. */
export function frameText(location: LocationRecord): readonly string[] | undefined {
  return location.excerpt === null ? undefined : frameLines(location, plain, String(location.line).length);
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
function otherOccurrences(
  first: DiagnosticRecord,
  others: readonly DiagnosticRecord[],
  limits: Limits,
): readonly string[] {
  const recordsElsewhere = others.filter((other) => locationText(other) !== locationText(first));
  const messagesHere = [
    ...new Set(others.filter((other) => locationText(other) === locationText(first)).map(({ message }) => message)),
  ];
  const unshownCount = messagesHere.length - limits.messages;
  return [
    ...(recordsElsewhere.length === 0 ? [] : [locationList(recordsElsewhere.map(locationText), limits)]),
    ...messagesHere.slice(0, limits.messages),
    ...(unshownCount > 0 ? [`${unshownCount} more at this location; ${ALL_ARE_LISTED}`] : []),
  ];
}

/**
 * Lists groups that are alike to the first one, a line each: the location and the message, the hint if it differs, and
 * how many more places have the same. The groups beyond the limit are counted.
 */
function alikeList(first: RecordGroup, groups: readonly RecordGroup[], { listed }: Limits): readonly string[] {
  const lines = groups.slice(0, listed).map(([record, ...others]) => {
    const hint = record.hint === null || record.hint === first[0].hint ? '' : ` (${record.hint})`;
    const places = others.length === 0 ? '' : `, and ${formatCount(others.length, 'more place')}`;
    return `${locationText(record)}: ${record.message}${hint}${places}`;
  });
  const unlistedCount = groups.slice(listed).flat().length;
  if (unlistedCount === 0) return lines;
  const count = first.length + groups.flat().length;
  return [...lines, `and ${unlistedCount} more like it, ${count} in all; ${ALL_ARE_LISTED}`];
}

function severityCounts(records: readonly DiagnosticRecord[]): string {
  const { faults, warnings } = countBySeverity(records);
  return [
    ...(faults > 0 ? [formatCount(faults, 'fault')] : []),
    ...(warnings > 0 ? [formatCount(warnings, 'warning')] : []),
  ].join(' and ');
}

/** Formats a list: "recipients/a.yaml:3:1, recipients/b.yaml:4:1 and 24 more places". */
function locationList(locations: readonly string[], limits: Limits): string {
  const unlistedCount = locations.length - limits.locations;
  if (unlistedCount <= 1) return locations.join(', ');
  return `${locations.slice(0, limits.locations).join(', ')} and ${formatCount(unlistedCount, 'more place')}; ${ALL_ARE_LISTED}`;
}
