/** The version of the JSON documents on standard output; it changes when a field is renamed, removed or redefined. */
export const SCHEMA_VERSION = 1;

/** Formats a JSON document for standard output, with its schema version. */
export function jsonDocument(fields: object): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...fields }, null, 2)}\n`;
}
