import type { Language } from '../../model/language.ts';
import type { ProfileCells } from './profile-cells.ts';
import { LANGUAGE_TAG_PATTERN } from '../../model/language-tag.ts';

/** Matches the column of a field or of another text: the path of its key, and the steps within its value. */
const TEXT_COLUMN =
  /^(fields\.[^.]+|office\.title|holder\.family|envelope|salutation|close|copies\.\d+|reference\.(?:yours|ours))(.*)$/su;

/** Matches a first step that is a language, and a last step that is the position of a line. */
const LANGUAGE_STEP = new RegExp(String.raw`^\.(${LANGUAGE_TAG_PATTERN})(?:\.|$)`, 'u');
const LINE_STEP = /\.\d+$/u;

/**
 * Gives each field and each other text the same columns in all profiles. One profile may have one text for all languages and another one for
 * each, or one may have a line and another a list of lines, but no table can have both `fields.ward` and
 * `fields.ward.en`. A text of all languages is then written for each of `languages`, those of the letters and of the
 * other profiles, and a line as a list of one, which has the same meaning.
 */
export function alignFields(profiles: readonly ProfileCells[], languages: Iterable<Language>): readonly ProfileCells[] {
  const languagesByField = new Map<string, Set<Language>>();
  const fieldsWithLists = new Set<string>();
  for (const cells of profiles) {
    for (const column of cells.keys()) {
      const [, name, steps = ''] = TEXT_COLUMN.exec(column) ?? [];
      if (name === undefined) continue;
      const language = LANGUAGE_STEP.exec(steps)?.[1];
      if (language !== undefined)
        languagesByField.set(name, (languagesByField.get(name) ?? new Set(languages)).add(language));
      if (LINE_STEP.test(steps)) fieldsWithLists.add(name);
    }
  }
  if (languagesByField.size === 0 && fieldsWithLists.size === 0) return profiles;
  return profiles.map(
    (cells) =>
      new Map(
        [...cells].flatMap(([column, text]): readonly (readonly [string, string])[] => {
          const [, name, steps = ''] = TEXT_COLUMN.exec(column) ?? [];
          if (name === undefined) return [[column, text]];
          const lineSteps = fieldsWithLists.has(name) && !LINE_STEP.test(steps) ? `${steps}.1` : steps;
          const fieldLanguages = LANGUAGE_STEP.test(steps) ? undefined : languagesByField.get(name);
          return fieldLanguages === undefined
            ? [[`${name}${lineSteps}`, text]]
            : [...fieldLanguages].map((language) => [`${name}.${language}${lineSteps}`, text]);
        }),
      ),
  );
}
