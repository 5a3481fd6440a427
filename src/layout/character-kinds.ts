/** The kinds of characters in messages about missing glyphs: scripts by their names, then what belongs to no script. */
export interface CharacterKind {
  /** The name of the script as Unicode has it, or what the character is: `emoji`, `symbol`. */
  readonly name: string;
  /** `supported`: the built-in fonts have letters of the script. `other`: the characters belong to no script. */
  readonly support: 'supported' | 'unsupported' | 'other';
}

/** The scripts of which the built-in fonts have letters. */
export const SUPPORTED_SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Arabic'] as const;

/** The other scripts that names and addresses are written in today (Unicode Standard Annex 31, tables 5 to 7). */
const UNSUPPORTED_SCRIPTS = `
  Adlam Armenian Balinese Bengali Bopomofo Canadian_Aboriginal Cham Cherokee Coptic Devanagari Ethiopic Georgian Gothic
  Gujarati Gurmukhi Han Hangul Hebrew Hiragana Javanese Kannada Katakana Khmer Lao Lisu Malayalam Meetei_Mayek Mongolian
  Myanmar Nko Ol_Chiki Oriya Samaritan Sinhala Sundanese Syriac Tai_Le Tamil Telugu Thaana Thai Tibetan Tifinagh Vai Yi
`
  .trim()
  .split(/\s+/u);

/** The kinds of characters that belong to no script. The first pattern that matches applies. */
const KINDS_WITHOUT_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u, 'emoji'],
  [/\p{S}/u, 'symbols'],
  [/\p{P}/u, 'punctuation marks'],
  [/\p{M}/u, 'combining marks'],
  [/[^]/u, 'characters'],
];

/** Returns the kind of a character: its script (Unicode property Script), or what it is if it belongs to none. */
export function kindOfCharacter(character: string): CharacterKind {
  const isIn = (script: string): boolean => new RegExp(`^\\p{Script=${script}}`, 'u').test(character);
  const supported = SUPPORTED_SCRIPTS.find(isIn);
  if (supported !== undefined) return { name: supported, support: 'supported' };
  const unsupported = UNSUPPORTED_SCRIPTS.find(isIn);
  if (unsupported !== undefined) return { name: unsupported.replaceAll('_', ' '), support: 'unsupported' };
  const name = KINDS_WITHOUT_SCRIPT.find(([pattern]) => pattern.test(character))?.[1] ?? '';
  return { name, support: 'other' };
}
