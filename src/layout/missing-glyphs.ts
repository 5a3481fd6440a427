import { codePointOf } from '../model/character-policy.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { profileEcho, say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { kindOfCharacter, SUPPORTED_SCRIPTS, type CharacterKind } from './character-kinds.ts';
import type { Row } from './galley.ts';
import { fontPackageOf } from './script-fonts.ts';
import type { StyleName } from './stylesheet.ts';

/** The characters of one kind that are in one part of the letter and have no glyph. */
interface MissingCharacters {
  readonly part: string;
  readonly kind: CharacterKind;
  readonly characters: Set<string>;
}

/**
 * Returns a fault for the characters that the fonts have no glyph for, once for each script and each part of the letter
 * that contains them. A letter with such a fault is not made, so that no .notdef box is ever printed.
 */
export function missingGlyphFaults(rows: readonly Row[], span: Span): readonly Diagnostic[] {
  const groups = new Map<string, MissingCharacters>();
  const addressCharacters = new Set<string>();
  for (const { lines } of rows) {
    for (const { style, missingCharacters } of lines) {
      for (const character of missingCharacters) {
        if (style === 'address') addressCharacters.add(character);
        // The running head repeats the address.
        if (style === 'running-head' && addressCharacters.has(character)) continue;
        const part = PART_NAMES[style];
        const kind = kindOfCharacter(character);
        const key = `${part} ${kind.name}`;
        const group = groups.get(key) ?? { part, kind, characters: new Set() };
        groups.set(key, group);
        group.characters.add(character);
      }
    }
  }
  return [...groups.values()].map((group) => missingGlyphFault(group, span));
}

/** The maximum number of characters that a fault lists; the others are counted. */
const MAX_CHARACTERS = 6;

function missingGlyphFault({ part, kind, characters }: MissingCharacters, span: Span): Diagnostic {
  // Sorted, so that they do not read as the name of a person.
  const sorted = [...characters].sort();
  const listed = sorted.slice(0, MAX_CHARACTERS).map((character) => `${character} ${codePointOf(character)}`);
  const unlistedCount = sorted.length - listed.length;
  const rest = unlistedCount === 0 ? say`` : say` and ${unlistedCount} more`;
  const message = say`the fonts lack ${[nounOf(kind)]} of the ${[part]}: ${profileEcho(listed.join(', '))}${rest}`;
  return fault('glyph/missing', span, message, { hint: hintForKind(kind) });
}

function nounOf({ name, support }: CharacterKind): string {
  return support === 'other' ? name : `${name} letters`;
}

function hintForKind({ name, support }: CharacterKind): Message {
  if (support === 'unsupported') return hintForScript(name);
  const scripts = [`${SUPPORTED_SCRIPTS.slice(0, -1).join(', ')} and ${SUPPORTED_SCRIPTS.at(-1)}`];
  const also = say`name a font that has them under ${'page: { fonts: { also: […] } }'}`;
  if (support === 'supported')
    return say`write it with other letters, or ${also}; the built-in fonts have most of ${scripts}, but not these`;
  if (name === 'emoji')
    return say`leave out the emoji, or write what is meant in words; no font of colours can be used`;
  return say`leave out the ${[name]}, write what is meant in words, or ${also}`;
}

/** Returns the hint for a script: where to get a font that has it, and where to put and name it. */
function hintForScript(script: string): Message {
  const fontPackage = fontPackageOf(script);
  const transliterate = say`write it in Latin letters, transliterated`;
  if (fontPackage === undefined)
    return say`${transliterate}, or name a font that has ${[script]} under ${'page: { fonts: { also: […] } }'}`;
  const others =
    script === 'Han' ? say` (noto-sans-tc has the traditional characters, noto-sans-jp those of Japanese)` : say``;
  return say`run ${['npm install ', fontPackage]}${others}, copy the .ttf file in its folder 400Regular to the folder fonts of the letter, and name it under ${'page: { fonts: { also: [fonts/….ttf] } }'}; or ${transliterate}`;
}

/** The names of the parts of a letter in messages, by the style in which the part is set. */
const PART_NAMES: Readonly<Record<StyleName, string>> = {
  notice: 'notice',
  letterhead: 'letterhead',
  sender: 'letterhead',
  date: 'date or reference',
  'return-line': 'letterhead',
  address: 'inside address',
  'address-small': 'inside address',
  'address-least': 'inside address',
  subject: 'subject',
  salutation: 'salutation',
  body: 'body',
  'heading-2': 'body',
  'heading-3': 'body',
  quotation: 'body',
  'table-head': 'body',
  table: 'body',
  close: 'close',
  signature: 'signature block',
  'closing-label': 'enclosures and copies',
  closing: 'enclosures and copies',
  note: 'notes',
  'running-head': 'running head',
  folio: 'page number',
};
