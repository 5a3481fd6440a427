import { isFault } from '../../model/diagnostic.ts';
import { type DiagnosticRecord, locationText } from '../diagnostic-records.ts';

/**
 * Formats JUnit XML, as Jenkins, GitLab and others read it. There is a test case for each file with diagnostics; faults
 * are its failures, and warnings are in its `system-out`. Without diagnostics, there is a single test case that passed.
 */
export function junitXml(records: readonly DiagnosticRecord[]): string {
  const byFile = groupedByFile(records);
  const cases = [...byFile].map(([file, recordsInFile]) => testCaseXml(file, recordsInFile));
  const failures = [...byFile.values()].filter((recordsInFile) => recordsInFile.some(isFault)).length;
  const counts = `tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0"`;
  const passedCase = '    <testcase classname="demarche" name="all files"/>\n';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="demarche" ${counts}>\n`,
    `  <testsuite name="demarche" ${counts}>\n`,
    ...(cases.length === 0 ? [passedCase] : cases),
    '  </testsuite>\n</testsuites>\n',
  ].join('');
}

function testCaseXml(file: string, records: readonly DiagnosticRecord[]): string {
  const [first] = records;
  const failures = records.filter(isFault).map((record) => {
    const { code, message } = record;
    return `      <failure type="${escapeXmlText(code)}" message="${escapeXmlText(message)}">${escapeXmlText(failureLine(record))}</failure>\n`;
  });
  const warnings = records.filter((record) => !isFault(record)).map((record) => escapeXmlText(failureLine(record)));
  const systemOut = warnings.length === 0 ? '' : `      <system-out>${warnings.join('\n')}</system-out>\n`;
  const attributes = `classname="demarche" name="${escapeXmlText(file)}" file="${escapeXmlText(file)}" line="${first?.line ?? 1}"`;
  return `    <testcase ${attributes}>\n${failures.join('')}${systemOut}    </testcase>\n`;
}

function groupedByFile(records: readonly DiagnosticRecord[]): ReadonlyMap<string, readonly DiagnosticRecord[]> {
  const groups = new Map<string, DiagnosticRecord[]>();
  for (const record of records) groups.set(record.file, [...(groups.get(record.file) ?? []), record]);
  return groups;
}

function failureLine(record: DiagnosticRecord): string {
  const { severity, code, message, hint } = record;
  return `${locationText(record)}: ${severity}[${code}]: ${message}${hint === null ? '' : `\nhint: ${hint}`}`;
}

/** Escapes text for XML 1.0. Characters that XML cannot contain have been escaped by `neutralise` already. */
function escapeXmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
