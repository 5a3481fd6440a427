import { type DiagnosticRecord, type LocationRecord, namedCellText } from '../diagnostic-records.ts';
import { EXPLAINED_CODES } from '../explained-codes.ts';

/**
 * Formats a SARIF 2.1.0 log (Static Analysis Results Interchange Format, OASIS). `version`: the version of demarche.
 */
export function sarifLog(records: readonly DiagnosticRecord[], version: string): string {
  const codes = [...new Set(records.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'demarche',
            semanticVersion: version,
            rules: codes.map((id) => ({
              id,
              shortDescription: { text: EXPLAINED_CODES[id].meaning },
              fullDescription: { text: EXPLAINED_CODES[id].why },
              help: { text: EXPLAINED_CODES[id].fix },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: records.map((record) => sarifResult(record, codes.indexOf(record.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifResult(record: DiagnosticRecord, ruleIndex: number): object {
  const { code, severity, message, hint, related } = record;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: hint === null ? message : `${message}\nHint: ${hint}` },
    locations: [{ physicalLocation: physicalLocation(record), ...logicalLocations(record) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((location, id) => ({
            id,
            physicalLocation: physicalLocation(location),
            ...logicalLocations(location),
            message: { text: location.message },
          })),
        }),
  };
}

/** The cell of a table, and the name of its column (SARIF 2.1.0, 3.33); nothing outside tables. */
function logicalLocations(record: LocationRecord): object {
  const { cell } = record;
  return cell === undefined ? {} : { logicalLocations: [{ name: cell, fullyQualifiedName: namedCellText(record) }] };
}

function physicalLocation({ file, line, column, endColumn }: LocationRecord): object {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line, startColumn: column, endLine: line, endColumn },
  };
}
