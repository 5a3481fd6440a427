import { isFault } from '../../model/diagnostic.ts';
import { counted } from '../counted.ts';
import type { DiagnosticRecord } from '../diagnostic-records.ts';

/** GitHub shows so many annotations of each kind for a step, and drops the rest without a word. */
const SHOWN = 10;

/** Lines of a job summary; the rest is counted. */
const SUMMARISED = 500;

/** Annotations at the lines of a pull request: workflow commands, the worst first. */
export function githubAnnotations(records: readonly DiagnosticRecord[]): string {
  return (['error', 'warning'] as const)
    .flatMap((severity) => records.filter((record) => record.severity === severity).slice(0, SHOWN))
    .map(annotation)
    .join('');
}

function annotation({ severity, code, file, line, column, endColumn, message, hint }: DiagnosticRecord): string {
  const properties = Object.entries({ file, line, endLine: line, col: column, endColumn, title: code })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(',');
  return `::${severity} ${properties}::${escapedData(hint === null ? message : `${message}\nhint: ${hint}`)}\n`;
}

/** What is told beside the job: everything, in a fence, where nothing in it can become a link, a name or a picture. */
export function githubSummary(records: readonly DiagnosticRecord[]): string {
  const faults = records.filter(isFault).length;
  const title = `### demarche: ${counted(faults, 'fault')}, ${counted(records.length - faults, 'warning')}\n`;
  if (records.length === 0) return title;
  const lines = records
    .slice(0, SUMMARISED)
    .map(
      ({ severity, code, file, line, column, message }) =>
        `${file}:${line}:${column}: ${severity}[${code}]: ${message}`,
    );
  const more = records.length > SUMMARISED ? [`and ${records.length - SUMMARISED} more`] : [];
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return `${[title, `${fence}text`, ...lines, ...more, fence].join('\n')}\n`;
}

/** As the runner reads it back: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
