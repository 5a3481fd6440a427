import { LANGUAGE_TAG_PATTERN } from '../../model/language-tag.ts';
import type { Language } from '../../model/language.ts';
import type { ProfileCells } from './profile-cells.ts';

/**
 * Matches the column of a value that may be for all languages or for each, or a line or lines: the path of the value, and
 * the steps within it.
 */
const VALUE_COLUMN =
  /^(fields\.[^.]+|office\.title|holder\.family|envelope|short|salutation|close|copies\.\d+(?:\.name)?|reference\.(?:yours|ours)|address\.lines)(?![^.])(.*)$/su;

/** Matches a first step that is a language, and a last step that is the position of a line. */
const LANGUAGE_STEP = new RegExp(String.raw`^\.(${LANGUAGE_TAG_PATTERN})(?:\.|$)`, 'u');
const LINE_STEP = /\.\d+$/u;

/**
 * Gives each field, and each other value of such a form, the same columns in all profiles. One profile may have one
 * text for all languages and another one for each, or one may have a line and another a list of lines, but no table can
 * have both `fields.ward` and `fields.ward.en`. A text of all languages is then written for each of `languages`, those
 * of the letters and of the other profiles, and a line as a list of one, which has the same meaning.
 */
export function alignValues(profiles: readonly ProfileCells[], languages: Iterable<Language>): readonly ProfileCells[] {
  const aligned = alignCopies(profiles);
  const languagesByValue = new Map<string, Set<Language>>();
  const valuesWithLists = new Set<string>();
  for (const cells of aligned) {
    for (const column of cells.keys()) {
      const [, value, steps = ''] = VALUE_COLUMN.exec(column) ?? [];
      if (value === undefined) continue;
      const language = LANGUAGE_STEP.exec(steps)?.[1];
      if (language !== undefined)
        languagesByValue.set(value, (languagesByValue.get(value) ?? new Set(languages)).add(language));
      if (LINE_STEP.test(steps)) valuesWithLists.add(value);
    }
  }
  if (languagesByValue.size === 0 && valuesWithLists.size === 0) return aligned;
  return aligned.map(withAddressLanguage).map(
    (cells) =>
      new Map(
        [...cells].flatMap(([column, text]): readonly (readonly [string, string])[] => {
          const [, value, steps = ''] = VALUE_COLUMN.exec(column) ?? [];
          if (value === undefined) return [[column, text]];
          const lineSteps = valuesWithLists.has(value) && !LINE_STEP.test(steps) ? `${steps}.1` : steps;
          const valueLanguages = LANGUAGE_STEP.test(steps)
            ? undefined
            : languagesWritten(value, cells, languagesByValue);
          return valueLanguages === undefined
            ? [[`${value}${lineSteps}`, text]]
            : [...valueLanguages].map((language) => [`${value}.${language}${lineSteps}`, text]);
        }),
      ),
  );
}

/** Writes the name of a copy under the key `name` where that copy has an e-mail address in another profile. */
function alignCopies(profiles: readonly ProfileCells[]): readonly ProfileCells[] {
  const withKeys = new Set(
    profiles.flatMap((cells) => [...cells.keys()].flatMap((key) => KEYED_COPY.exec(key)?.[1] ?? [])),
  );
  if (withKeys.size === 0) return profiles;
  const rename = (column: string): string => {
    const [, copy = '', steps = ''] = COPY_COLUMN.exec(column) ?? [];
    return withKeys.has(copy) && !KEYED_COPY.test(column) ? `${copy}.name${steps}` : column;
  };
  return profiles.map((cells) => new Map([...cells].map(([column, text]) => [rename(column), text])));
}

/** Matches a column of a copy, and one of a copy with keys. The first group is the copy. */
const COPY_COLUMN = /^(copies\.\d+)(.*)$/su;
const KEYED_COPY = /^(copies\.\d+)\.(?:name|email)(?:\.|$)/su;

/**
 * Returns the languages for which a value of all languages is written; undefined if it stays as it is. The lines of an
 * address that states their language are written for it alone: other letters have them too, marked with it.
 */
function languagesWritten(
  value: string,
  cells: ProfileCells,
  languagesByValue: ReadonlyMap<string, ReadonlySet<Language>>,
): Iterable<Language> | undefined {
  const addressLanguage = value === 'address.lines' ? cells.get(ADDRESS_LANGUAGE) : undefined;
  const languages = languagesByValue.get(value);
  return languages === undefined || addressLanguage === undefined ? languages : [addressLanguage];
}

/**
 * Adds the language of the country to the address of a profile with lines for each language, if it is the first of them:
 * the columns of a table are in the order of another profile.
 */
function withAddressLanguage(cells: ProfileCells): ProfileCells {
  if (cells.has(ADDRESS_LANGUAGE)) return cells;
  const [, first] =
    [...cells.keys()].map((column) => ADDRESS_COLUMN.exec(column)).find((match) => match !== null) ?? [];
  return first === undefined ? cells : new Map([...cells, [ADDRESS_LANGUAGE, first]]);
}

const ADDRESS_LANGUAGE = 'address.language';

/** Matches the column of lines in a language, which it captures. */
const ADDRESS_COLUMN = new RegExp(String.raw`^address\.lines\.(${LANGUAGE_TAG_PATTERN})(?:\.|$)`, 'u');
