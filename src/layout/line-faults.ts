import { codePointOf } from '../model/character-policy.ts';
import { fault, warning, type Diagnostic } from '../model/diagnostic.ts';
import { fragmentsText } from '../model/fragment-words.ts';
import { fromProfile, say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import type { Row, SetLine } from './galley.ts';
import type { StyleName } from './stylesheet.ts';

/** Finds every character that no font has, once per part: none may come out as an empty box. */
export function missingGlyphFaults(rows: readonly Row[], span: Span): readonly Diagnostic[] {
  const faults = new Map<string, Diagnostic>();
  for (const { lines } of rows) {
    for (const { style, missing } of lines) {
      const part = PARTS[style];
      for (const character of missing) faults.set(`${part} ${character}`, missingGlyph(character, part, span));
    }
  }
  return [...faults.values()];
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

/** Finds justified lines whose white space had to grow too much: the letter can be read, but does not look well. */
export function looseLineWarnings(rows: readonly Row[], loosest: number, span: Span): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { lines } of rows) {
    for (const line of lines) if (line.stretch > loosest) found.push(looseLine(line, span));
  }
  return found;
}

function looseLine(line: SetLine, span: Span): Diagnostic {
  const message = say`the line ${fromProfile(fragmentsText(line.fragments).trim())} has wide gaps, as the word after it does not fit`;
  const hint = say`change a word of the paragraph, or set page: { justify: false }`;
  return warning('page/loose-line', span, message, { hint });
}
