/** The version of the JSON documents on standard output; it changes when a field is renamed, removed or means another thing. */
export const SCHEMA_VERSION = 1;

/** A JSON document for standard output. */
export function jsonDocument(fields: object): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...fields }, null, 2)}\n`;
}
