import { UNSAFE_IN_LOGS } from './neutralise.ts';

/** The version of the JSON documents on standard output; it changes when a field is renamed, removed or redefined. */
export const SCHEMA_VERSION = 1;

/** Formats a JSON document for standard output, with its schema version. */
export function jsonDocument(fields: object): string {
  return `${jsonText({ schemaVersion: SCHEMA_VERSION, ...fields }, 2)}\n`;
}

/**
 * Formats a value as JSON (RFC 8259). Characters on which a terminal or a CI system would act are escaped, which JSON
 * allows for every character of a string: a program reads the same value. `indent`: the number of spaces for a level.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(UNSAFE_IN_LOGS, (characters) =>
    // An escape is of one UTF-16 unit. Line feeds outside strings are the layout of the document.
    characters === '\n' ? characters : characters.split('').map(unicodeEscape).join(''),
  );
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
