import { codePointOf } from '../model/character-policy.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { fromProfile, say } from '../model/message.ts';
import type { Fragment } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import type { Row } from './galley.ts';
import type { StyleName } from './stylesheet.ts';

/** What readers call the part of a letter that is set in a style. */
const PARTS: Readonly<Record<StyleName, string>> = {
  notice: 'notice',
  letterhead: 'letterhead',
  date: 'date or reference',
  address: 'inside address',
  subject: 'subject',
  salutation: 'salutation',
  body: 'body',
  'heading-2': 'body',
  'heading-3': 'body',
  quotation: 'body',
  close: 'close',
  signature: 'signature block',
  'closing-label': 'enclosures and copies',
  closing: 'enclosures and copies',
  note: 'notes',
  'running-head': 'running head',
  folio: 'page number',
};

/** The glyph that fonts have for what they have no glyph for. */
const NOTDEF = 0;

/** Finds every character that no font has, once per part: none may come out as an empty box. */
export function checkCharacters(rows: readonly Row[], span: Span): readonly Diagnostic[] {
  const faults = new Map<string, Diagnostic>();
  for (const { lines } of rows) {
    for (const { style, missing } of lines) {
      const part = PARTS[style];
      for (const character of missing) faults.set(`${part} ${character}`, missingGlyph(character, part, span));
    }
  }
  return [...faults.values()];
}

/** The characters of a line that no font has. */
export function missingIn(fragments: readonly Fragment[]): readonly string[] {
  const missing: string[] = [];
  for (const { glyphs } of fragments)
    for (const { id, text } of glyphs) if (id === NOTDEF) missing.push(...Array.from(text));
  return missing;
}

function missingGlyph(character: string, part: string, span: Span): Diagnostic {
  return fault(
    'glyph/missing',
    span,
    say`the fonts have no ${fromProfile(character)} (${codePointOf(character)}), which stands in the ${part}`,
    {
      hint: say`write it in another way; only the product's own fonts can be used yet`,
    },
  );
}
