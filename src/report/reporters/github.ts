import { isFault } from '../../model/diagnostic.ts';
import { counted } from '../counted.ts';
import type { DiagnosticRecord } from '../diagnostic-records.ts';

/** GitHub shows at most this many annotations of each severity for a step, and silently drops the rest. */
const MAX_ANNOTATIONS = 10;

/** Diagnostics that the job summary lists; the rest is only counted. */
const MAX_SUMMARY_LINES = 500;

/** Formats workflow commands that annotate the lines of a pull request, faults before warnings. */
export function githubAnnotations(records: readonly DiagnosticRecord[]): string {
  return (['error', 'warning'] as const)
    .flatMap((severity) => records.filter((record) => record.severity === severity).slice(0, MAX_ANNOTATIONS))
    .map(annotation)
    .join('');
}

function annotation({ severity, code, file, line, column, endColumn, message, hint }: DiagnosticRecord): string {
  const properties = Object.entries({ file, line, endLine: line, col: column, endColumn, title: code })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(',');
  return `::${severity} ${properties}::${escapedData(hint === null ? message : `${message}\nhint: ${hint}`)}\n`;
}

/**
 * Formats a job summary (Markdown). The diagnostics are in a fenced code block, so that nothing in them becomes a link,
 * a mention or an image; the fence is longer than any run of backticks in them.
 */
export function githubSummary(records: readonly DiagnosticRecord[]): string {
  const faults = records.filter(isFault).length;
  const title = `### demarche: ${counted(faults, 'fault')}, ${counted(records.length - faults, 'warning')}\n`;
  if (records.length === 0) return title;
  const lines = records
    .slice(0, MAX_SUMMARY_LINES)
    .map(
      ({ severity, code, file, line, column, message }) =>
        `${file}:${line}:${column}: ${severity}[${code}]: ${message}`,
    );
  const more = records.length > MAX_SUMMARY_LINES ? [`and ${records.length - MAX_SUMMARY_LINES} more`] : [];
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return `${[title, `${fence}text`, ...lines, ...more, fence].join('\n')}\n`;
}

/**
 * Escapes the message of a workflow command as the runner unescapes it:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes the value of a property of a workflow command, in which separators are escaped too. */
function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
