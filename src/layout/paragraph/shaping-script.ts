import { kindOfCharacter } from '../character-kinds.ts';

/**
 * What a code point requires of shaping: `plain` for Latin, Greek, Cyrillic and Arabic letters and all that is below
 * them in Unicode, which can be shaped as one; the name of any other script, which is shaped by itself; `any` for what
 * belongs to no script, and is shaped with the text before it.
 */
export type ShapingScript = string;

const PLAIN: ShapingScript = 'plain';
export const ANY_SCRIPT: ShapingScript = 'any';

/** U+0530, before the Armenian letters. No lower code point belongs to a script that is shaped by itself. */
const FIRST_OF_OTHER_SCRIPTS = 0x530;

const PLAIN_LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]$/u;
const NO_SCRIPT = /^[\p{Script=Common}\p{Script=Inherited}]$/u;
/** The scripts of Chinese and Japanese, which are shaped alike. */
const IDEOGRAPHIC: ReadonlySet<string> = new Set(['Han', 'Hiragana', 'Katakana', 'Bopomofo']);

const knownScripts = new Map<number, ShapingScript>();

/** Returns what a code point requires of shaping. */
export function shapingScriptOf(codePoint: number): ShapingScript {
  if (codePoint < FIRST_OF_OTHER_SCRIPTS) return PLAIN;
  const known = knownScripts.get(codePoint);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(codePoint);
  const script = findScript(character);
  knownScripts.set(codePoint, script);
  return script;
}

function findScript(character: string): ShapingScript {
  if (PLAIN_LETTER.test(character)) return PLAIN;
  if (NO_SCRIPT.test(character)) return ANY_SCRIPT;
  const { name } = kindOfCharacter(character);
  return IDEOGRAPHIC.has(name) ? 'Han' : name;
}

/** Letters that are written from right to left and are not Arabic: Hebrew, Syriac, Thaana, N'Ko, Adlam and others. */
const OTHER_RIGHT_TO_LEFT = /[\u0590-\u05FF\u0700-\u074F\u0780-\u085F\uFB1D-\uFB4F\u{1E800}-\u{1EFFF}]/u;
const ARABIC_LETTER = /\p{Script=Arabic}/u;

/** Whether the right-to-left letters of a text are of scripts other than Arabic alone. */
export function isOtherRightToLeft(text: string): boolean {
  return OTHER_RIGHT_TO_LEFT.test(text) && !ARABIC_LETTER.test(text);
}
