/**
 * Escapes a text for the content of an element or for an attribute in double quotes (XML 1.0, 2.4). What no XML document
 * may contain (2.2), as control characters and halves of surrogate pairs, becomes U+FFFD.
 */
export function escapeXml(text: string): string {
  return text.replaceAll(FORBIDDEN, '\uFFFD').replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

// eslint-disable-next-line no-control-regex -- these are what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
