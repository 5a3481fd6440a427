import { codePointOf } from '../model/character-policy.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { profileEcho, say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import type { Row } from './galley.ts';
import type { StyleName } from './stylesheet.ts';

/**
 * Returns a fault for each character that the fonts have no glyph for, once for each part of the letter that contains
 * it. A letter with such a fault is not made, so that no .notdef box is ever printed.
 */
export function missingGlyphFaults(rows: readonly Row[], span: Span): readonly Diagnostic[] {
  const faults = new Map<string, Diagnostic>();
  for (const { lines } of rows) {
    for (const { style, missingCharacters } of lines) {
      const part = PART_NAMES[style];
      for (const character of missingCharacters)
        faults.set(`${part} ${character}`, missingGlyphFault(character, part, span));
    }
  }
  return [...faults.values()];
}

function missingGlyphFault(character: string, part: string, span: Span): Diagnostic {
  return fault(
    'glyph/missing',
    span,
    say`the fonts have no ${profileEcho(character)} (${codePointOf(character)}), which is in the ${part}`,
    {
      hint: say`write it in another way; only the built-in fonts can be used`,
    },
  );
}

/** The names of the parts of a letter in messages, by the style in which the part is set. */
const PART_NAMES: Readonly<Record<StyleName, string>> = {
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
