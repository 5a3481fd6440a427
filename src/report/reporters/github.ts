import { countBySeverity } from '../../model/diagnostic.ts';
import { groupAlike } from '../alike.ts';
import { formatCount } from '../format-count.ts';
import { type DiagnosticRecord, namedCellText, locationText } from '../diagnostic-records.ts';

/** The maximum number of annotations of each severity for a step. GitHub silently drops all others. */
const MAX_ANNOTATIONS = 10;

/** The maximum number of diagnostics that the job summary lists; the others are counted. */
const MAX_SUMMARY_LINES = 500;

/**
 * Formats workflow commands that annotate the lines of a pull request. Faults come before warnings. As GitHub shows few
 * of them, the first of each kind comes before further ones of any kind. If not all of a kind are annotated, its first
 * annotation says how many more there are.
 */
export function githubAnnotations(records: readonly DiagnosticRecord[]): string {
  return (['error', 'warning'] as const)
    .flatMap((severity) => annotationsOf(records.filter((record) => record.severity === severity)))
    .join('');
}

/** Formats the annotations of records of one severity. */
function annotationsOf(records: readonly DiagnosticRecord[]): readonly string[] {
  const kinds = groupAlike(records, (record) => record);
  const ranked = kinds.flatMap((kind) => kind.map((record, rank) => ({ kind, record, rank })));
  const annotated = ranked.toSorted((a, b) => a.rank - b.rank).slice(0, MAX_ANNOTATIONS);
  return annotated.map(({ kind, record, rank }) => {
    const unannotatedCount = kind.length - annotated.filter((other) => other.kind === kind).length;
    return formatAnnotation(record, rank === 0 && unannotatedCount > 0 ? `\nand ${unannotatedCount} more like it` : '');
  });
}

/** Formats an annotation. `addition` follows the message and the hint. */
function formatAnnotation(record: DiagnosticRecord, addition: string): string {
  const { severity, code, file, line, column, endColumn, message, hint } = record;
  const cell = namedCellText(record);
  const properties = Object.entries({ file, line, endLine: line, col: column, endColumn, title: code })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${severity} ${properties}::${escapeData(`${cell === '' ? '' : `${cell}: `}${message}${hint === null ? '' : `\nhint: ${hint}`}${addition}`)}\n`;
}

/**
 * Formats a job summary (Markdown). The diagnostics are in a fenced code block, so that nothing in them becomes a link,
 * a mention or an image. A fence must be longer than any run of backticks in the block.
 */
export function githubSummary(records: readonly DiagnosticRecord[]): string {
  const { faults, warnings } = countBySeverity(records);
  const title = `### demarche: ${formatCount(faults, 'fault')}, ${formatCount(warnings, 'warning')}\n`;
  if (records.length === 0) return title;
  const lines = records
    .slice(0, MAX_SUMMARY_LINES)
    .map((record) => `${locationText(record)}: ${record.severity}[${record.code}]: ${record.message}`);
  const closingLines = records.length > MAX_SUMMARY_LINES ? [`and ${records.length - MAX_SUMMARY_LINES} more`] : [];
  const longestBacktickRun = Math.max(
    2,
    ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const fence = '`'.repeat(longestBacktickRun + 1);
  return `${[title, `${fence}text`, ...lines, ...closingLines, fence].join('\n')}\n`;
}

/**
 * Escapes the message of a workflow command as the runner unescapes it:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes the value of a property of a workflow command, in which separators have to be escaped too. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
