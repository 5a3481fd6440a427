import { codePointOf } from '../model/code-point.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { fromProfile, say } from '../model/message.ts';
import type { Glyph } from '../model/page.ts';
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

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\u200F\u202B\u202E\u2067]/u;

/** All characters that are written from right to left come after this one. */
const FIRST_RIGHT_TO_LEFT = '\u0590';

/** The glyph that fonts have for what they have no glyph for. */
const NOTDEF = 0;

/** Finds every character that cannot be set, once per part: none may come out as an empty box, or in the wrong order. */
export function checkCharacters(rows: readonly Row[], span: Span): readonly Diagnostic[] {
  const faults = new Map<string, Diagnostic>();
  for (const { lines } of rows) {
    for (const { style, fragments } of lines) {
      for (const { glyphs } of fragments) {
        for (const glyph of glyphs) {
          if (isSettable(glyph)) continue;
          for (const character of glyph.text) {
            const found = checkCharacter(character, glyph.id, PARTS[style], span);
            if (found !== undefined) faults.set(`${PARTS[style]} ${character}`, found);
          }
        }
      }
    }
  }
  return [...faults.values()];
}

/** Nearly every glyph can be told to be settable at a glance. */
function isSettable({ id, text }: Glyph): boolean {
  return id !== NOTDEF && (text < FIRST_RIGHT_TO_LEFT || !RIGHT_TO_LEFT.test(text));
}

function checkCharacter(character: string, glyph: number, part: string, span: Span): Diagnostic | undefined {
  if (RIGHT_TO_LEFT.test(character)) {
    return fault(
      'glyph/right-to-left',
      span,
      say`${fromProfile(character)} (${codePointOf(character)}) in the ${part} is written from right to left, which cannot be set yet`,
      { hint: say`write it in Latin letters` },
    );
  }
  if (glyph !== NOTDEF) return undefined;
  return fault(
    'glyph/missing',
    span,
    say`the fonts have no ${fromProfile(character)} (${codePointOf(character)}), which stands in the ${part}`,
    {
      hint: say`write it in another way; only the product's own fonts can be used yet`,
    },
  );
}
