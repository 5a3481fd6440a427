import { blankLocaleData } from '../languages/blank-locale-data.ts';
import { english } from '../languages/english.ts';
import type { LocaleData } from '../model/locale-data.ts';
import { type LanguageWord, PRINTED_WORDS, fromFileKeys, wordIn } from '../languages/language-words.ts';
import { type StatedWords, layOver } from '../languages/stated-words.ts';
import { wordYaml } from '../languages/word-yaml.ts';
import { type Data, type DataPath, dataAt, isAbsent, keySpanAt, spanAt } from '../model/data.ts';
import { hasRightToLeftCharacter } from '../model/direction.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, lineEcho, say } from '../model/message.ts';
import { type Decoded, decode } from './decode.ts';
import { languageFileSchema } from './language-schema.ts';

/**
 * Validates the words of a language, a file of `languages/`, and lays them over those that the product has. `base`: the
 * words of the product for this language; undefined if it lacks the language, so that no word may be missing.
 */
export function validateLanguage(data: Data, base: LocaleData | undefined): Decoded<LocaleData> {
  const missing = base === undefined ? missingWords(data) : [];
  const { value, faults } = decode(
    languageFileSchema,
    withoutEmpty(
      data,
      missing.map(({ path }) => path),
    ),
  );
  const missingFaults = missing.map((word) => missingWordFault(word, data));
  if (value === undefined) return { value: undefined, faults: [...faults, ...missingFaults] };
  const stated = fromFileKeys(value) as StatedWords;
  const locale = layOver(base ?? blankLocaleData(directionOf(stated)), stated);
  const ruleFaults = [...dateFaults(data, locale), ...numberFaults(data, locale), ...plainFormFaults(data, base)];
  const allFaults = [...faults, ...missingFaults, ...(missing.length === 0 ? ruleFaults : [])];
  return { value: missing.length === 0 && ruleFaults.length === 0 ? locale : undefined, faults: allFaults };
}

/** The printed words that a file does not state. */
function missingWords(data: Data): readonly LanguageWord[] {
  return PRINTED_WORDS.filter(({ path }) => {
    const stated = dataAt(data, path);
    // What is in the place of a mapping is reported for itself.
    const parent = dataAt(data, path.slice(0, -1));
    const isInMapping = parent === undefined || parent.kind === 'fields' || isAbsent(parent);
    return isInMapping && (stated === undefined || isAbsent(stated));
  });
}

function missingWordFault(word: LanguageWord, data: Data): Diagnostic {
  const { path, purpose } = word;
  const key = String(path.at(-1));
  const message: Message = [...say`${path.join('.')} is missing: `, purpose];
  const within = path.length === 1 ? [] : say` under ${`${path[0]}:`}`;
  const hint = say`add ${`${key}: …`}${within}; in English, it is  ${lineEcho(`${key}: ${wordYaml(wordIn(english, word))}`)}`;
  return fault('language/missing-word', keySpanAt(data, path), message, { hint });
}

/** Returns the data without the keys at these paths, and above them, that have no value. */
function withoutEmpty(data: Data, paths: readonly DataPath[]): Data {
  if (data.kind !== 'fields' || paths.length === 0) return data;
  const entries = data.entries.flatMap((entry) => {
    const below = paths.filter(([step]) => step === entry.key).map((path) => path.slice(1));
    if (below.length > 0 && isAbsent(entry.value)) return [];
    return [
      {
        ...entry,
        value: withoutEmpty(
          entry.value,
          below.filter((path) => path.length > 0),
        ),
      },
    ];
  });
  return { ...data, entries };
}

/** The direction of writing of a language whose file does not state it: that of its months. */
function directionOf({ months = [] }: StatedWords): LocaleData['writingDirection'] {
  return hasRightToLeftCharacter(months.join(' ')) ? 'rtl' : 'ltr';
}

/** Returns a fault if two numbers of a date are beside each other, so that it has several readings: 1 11 2026. */
function dateFaults(data: Data, { date, months }: LocaleData): readonly Diagnostic[] {
  const areNumbersBeside = /\{(?:day|year)\}\{(?:day|year)\}/u.test(date);
  const isAfterNumber = /\{(?:day|year)\}\{month\}/u.test(date) && months.some((month) => /^\p{N}/u.test(month));
  const isBeforeNumber = /\{month\}\{(?:day|year)\}/u.test(date) && months.some((month) => /\p{N}$/u.test(month));
  if (!areNumbersBeside && !isAfterNumber && !isBeforeNumber) return [];
  const message = say`two numbers of a date are beside each other, as ${'{day}{year}'} would be`;
  return [
    fault('data/wrong-value', spanAt(data, ['date']), message, { hint: say`put a space or a word between them` }),
  ];
}

/** Returns a fault if the signs of numbers are the same: 1.500 would be a thousand and a half or one and a half. */
function numberFaults(data: Data, { numbers: { groupSeparator, decimalSign } }: LocaleData): readonly Diagnostic[] {
  if (groupSeparator !== decimalSign) return [];
  const span = spanAt(data, [
    'numbers',
    dataAt(data, ['numbers', 'decimal-sign']) === undefined ? 'group-separator' : 'decimal-sign',
  ]);
  return [
    fault('data/wrong-value', span, say`${groupSeparator} both separates groups of digits and stands before decimals`),
  ];
}

/** What each plain form must have. */
const FORM_KEYS = ['salutation', 'in-text', 'close', 'source'];
/** The forms that plain forms consist of, with the keys that each must have. */
const PLAIN_FORMS: readonly (readonly [DataPath, readonly string[]])[] = [
  [['office'], FORM_KEYS],
  ...['f', 'm', 'unknown'].map(
    (gender) =>
      [
        ['person', gender],
        ['envelope', ...FORM_KEYS],
      ] as const,
  ),
];

/** Returns a fault for each missing text of plain forms, if the campaign states some and the product has none. */
function plainFormFaults(data: Data, base: LocaleData | undefined): readonly Diagnostic[] {
  const isStated = dataAt(data, ['plain-forms']) !== undefined;
  if (!isStated || base?.plainForms !== undefined) return [];
  return PLAIN_FORMS.flatMap(([form, keys]) =>
    keys
      .map((key) => ['plain-forms', ...form, key])
      .filter((path) => dataAt(data, path) === undefined)
      .map((path) => missingPlainFormFault(path, data)),
  );
}

function missingPlainFormFault(path: DataPath, data: Data): Diagnostic {
  const message = say`${path.join('.')} is missing: who states plain forms of address states the whole of them`;
  const hint = say`add ${`${path.at(-1)}: …`}; or leave ${'plain-forms:'} out, and write the forms of each rank into recipients/forms/`;
  return fault('language/missing-word', keySpanAt(data, path), message, { hint });
}
