import { english } from '../../languages/english.ts';
import {
  LANGUAGE_WORD_GROUPS,
  type LanguageWord,
  fileKeyOf,
  isWordMapping,
  wordIn,
} from '../../languages/language-words.ts';
import type { LocaleData } from '../../model/locale-data.ts';
import { wordYaml } from '../../languages/word-yaml.ts';
import type { Language } from '../../model/language.ts';

/** The words with which a file of a language begins. */
export type FirstWords =
  /** Those of the product for the language, or for `of`, from which it derives. */
  | { readonly kind: 'product'; readonly of: Language; readonly data: LocaleData }
  /** What the runtime knows of a language that the product lacks. `keys`: those that it has, for a comment. */
  | { readonly kind: 'runtime'; readonly data: Partial<LocaleData>; readonly keys: readonly string[] };

/** The width of a line, in characters. */
const WIDTH = 100;
/** The number of words of a list that a comment shows. */
const SHOWN_WORDS = 6;

/**
 * Composes the file of a language: every key that it may have, each with its purpose and what English has there in a
 * comment. A key for which there are no words is left without a value if the language has to have it, and is otherwise
 * a comment.
 */
export function composeLanguageText(language: Language, words: FirstWords): string {
  const groups = LANGUAGE_WORD_GROUPS.flatMap(({ heading, words: group }) => [
    '',
    `# ${heading}`,
    ...byParent(group).flatMap((siblings) => ['', ...siblingLines(siblings, words.data)]),
  ]);
  return `${[...headLines(language, words), ...groups].join('\n')}\n`;
}

function headLines(language: Language, words: FirstWords): readonly string[] {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  return [
    '# yaml-language-server: $schema=../schema/language.json',
    ...comment(`The words that letters in ${name} (${language}) print besides their texts.`),
    '#',
    ...comment(originOf(language, words)),
    '#',
    ...comment(
      'Above each key is what it is for, and what English has there. Words in braces are places for values: each of them stays in the line, once. Text that begins or ends with a brace, a mark or a space is in quotation marks.',
    ),
    '#',
    ...comment(
      'Editors check this file while you write if schema/language.json is there: demarche schema language > schema/language.json',
    ),
  ];
}

function originOf(language: Language, words: FirstWords): string {
  if (words.kind === 'product') {
    const whose = words.of === language ? 'this language' : `${words.of}, which letters in ${language} get`;
    return `demarche has words for ${whose}: they are below. Change those that are to differ. Every line that is left as it is may be deleted.`;
  }
  const unchecked =
    words.keys.length === 0
      ? ''
      : ` What is there for ${words.keys.join(', ')} is from the Unicode CLDR. No reader of the language has checked it here: read it.`;
  return `demarche has no words for this language. Fill in each key that has nothing after it: demarche validate names those that are missing.${unchecked}`;
}

/** The lines of words that are under one key, or of one word alone. */
function siblingLines(siblings: readonly LanguageWord[], data: Partial<LocaleData>): readonly string[] {
  const parent = siblings[0]?.path.length === 2 ? siblings[0].path[0] : undefined;
  const isStated = siblings.some((word) => word.isRequired || wordIn(data, word) !== undefined);
  const lines = siblings.flatMap((word) => wordLines(word, data, isStated));
  const all = parent === undefined ? lines : [`${parent}:`, ...lines.map((line) => `  ${line}`)];
  return isStated ? all : all.map((line) => (line.startsWith('#') ? line : `# ${line}`));
}

/** The lines of a word: its purpose, what English has, and its key. */
function wordLines(word: LanguageWord, data: Partial<LocaleData>, isStated: boolean): readonly string[] {
  const key = word.path.at(-1) ?? '';
  const value = wordIn(data, word);
  const inEnglish = word.path[0] === 'plain-forms' ? withoutSources(wordIn(english, word)) : wordIn(english, word);
  const isExample = word.path[0] === 'plain-forms' && value === undefined;
  const about = [
    ...comment(`${word.purpose.charAt(0).toUpperCase()}${word.purpose.slice(1)}.`),
    ...(word.path[0] === 'plain-forms' ? [] : [`# English: ${shortYaml(inEnglish)}`]),
  ];
  if (value !== undefined) return [...about, ...keyLines(key, value)];
  if (word.isRequired) return [...about, `${key}:`];
  const lines = isExample ? ['# English has these:', ...keyLines(key, inEnglish)] : [`${key}:`];
  return [...about, ...lines.map((line) => (isStated ? `# ${line}` : line))];
}

/** Returns forms of address with an ellipsis in the place of each source. */
function withoutSources(value: unknown): unknown {
  if (!isWordMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'source' ? '…' : withoutSources(part)]),
  );
}

/** The lines of a key with its value. Mappings, and lists that are longer than a line, are on lines of their own. */
function keyLines(key: string, value: unknown): readonly string[] {
  if (isWordMapping(value) && key !== 'plural') {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return [
      `${key}:`,
      ...entries.flatMap(([name, part]) => keyLines(fileKeyOf(name), part)).map((line) => `  ${line}`),
    ];
  }
  const line = `${key}: ${wordYaml(value)}`;
  if (line.length <= WIDTH || !Array.isArray(value)) return [line];
  const items = value.map((item, index) => `${wordYaml(item)}${index === value.length - 1 ? '' : ','}`);
  return [`${key}:`, '  [', ...fillLines(items).map((part) => `    ${part}`), '  ]'];
}

/** A value in a comment: a list is cut short. */
function shortYaml(value: unknown): string {
  if (value === undefined) return 'none';
  if (!Array.isArray(value)) return wordYaml(value);
  if (value.length === 0) return 'none';
  return value.length <= SHOWN_WORDS ? value.join(', ') : `${value.slice(0, SHOWN_WORDS).join(', ')}, …`;
}

function comment(text: string): readonly string[] {
  return fillLines(text.split(' ')).map((line) => `# ${line}`);
}

/** Joins words to lines that are not wider than the file. */
function fillLines(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Groups words that are beside each other under one key. */
function byParent(words: readonly LanguageWord[]): readonly (readonly LanguageWord[])[] {
  const groups: LanguageWord[][] = [];
  for (const word of words) {
    const previous = groups.at(-1)?.[0];
    if (word.path.length === 2 && previous?.path.length === 2 && previous.path[0] === word.path[0])
      groups.at(-1)?.push(word);
    else groups.push([word]);
  }
  return groups;
}
