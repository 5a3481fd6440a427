import type { DiagnosticRecord, PlaceRecord } from '../diagnostic-records.ts';
import { EXPLAINED_CODES } from '../explained-codes.ts';

/** The Static Analysis Results Interchange Format, 2.1.0 (OASIS). `version`: the tool's. */
export function sarif(records: readonly DiagnosticRecord[], version: string): string {
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
              help: { text: EXPLAINED_CODES[id].mend },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: records.map((record) => resultOf(record, codes.indexOf(record.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(record: DiagnosticRecord, ruleIndex: number): object {
  const { code, severity, message, hint, related } = record;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: hint === null ? message : `${message}\nHint: ${hint}` },
    locations: [{ physicalLocation: placeOf(record) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, id) => ({
            id,
            physicalLocation: placeOf(place),
            message: { text: place.message },
          })),
        }),
  };
}

function placeOf({ file, line, column, endColumn }: PlaceRecord): object {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line, startColumn: column, endLine: line, endColumn },
  };
}
