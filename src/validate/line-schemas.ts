import * as v from 'valibot';
import { type InLanguages, type Language, inAllLanguages } from '../model/language.ts';
import {
  LANGUAGE_JSON_SCHEMA,
  LINE_OF_TEXT_JSON_SCHEMA,
  languageSchema,
  lineOfText,
  nonEmptyListOf,
  recordOf,
} from './value-schemas.ts';

/** One line or a list of lines, as in the YAML file. */
export type LinesEntry = string | readonly string[];

/** Lines for all languages, or for each of several, as in the YAML file. */
type LocalisedLinesEntry = LinesEntry | Readonly<Record<Language, LinesEntry>>;

/**
 * The schema of one line. It is an object of its own, because the conversion to JSON Schema refers to what a lazy schema
 * returns by a name, wherever it is.
 */
const singleLine: v.GenericSchema<unknown, string> = v.pipe(lineOfText, v.metadata({})) as v.GenericSchema<
  unknown,
  string
>;

/** The JSON Schema of a text, which may have line breaks, and which editors may parse as a number or a boolean. */
const TEXT_JSON_SCHEMA = { type: ['string', 'number', 'boolean'], pattern: String.raw`\S` };
const LINES_JSON_SCHEMA = {
  anyOf: [TEXT_JSON_SCHEMA, { type: 'array', items: LINE_OF_TEXT_JSON_SCHEMA, minItems: 1 }],
};

/** The schema of one text or a list of them. `lazy` selects by the input, so that issues are those of one of the two. */
export const linesSchema: v.GenericSchema<unknown, LinesEntry> = v.pipe(
  v.lazy((input): v.GenericSchema<unknown, LinesEntry> =>
    Array.isArray(input) ? nonEmptyListOf(lineOfText) : singleLine,
  ),
  v.metadata({ jsonSchema: LINES_JSON_SCHEMA }),
);

/** The schema of lines that are the same in all languages, or others in each. */
export const localisedLines: v.GenericSchema<unknown, InLanguages<readonly string[]>> = v.pipe(
  v.lazy((input): v.GenericSchema<unknown, LocalisedLinesEntry> =>
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? v.pipe(
          recordOf(linesSchema, languageSchema),
          v.check((lines) => Object.keys(lines).length > 0, 'a text in at least one language (en: text)'),
        )
      : linesSchema,
  ),
  v.metadata({
    jsonSchema: {
      anyOf: [
        ...LINES_JSON_SCHEMA.anyOf,
        {
          type: 'object',
          propertyNames: LANGUAGE_JSON_SCHEMA,
          additionalProperties: LINES_JSON_SCHEMA,
          minProperties: 1,
        },
      ],
    },
  }),
  v.transform(linesInLanguages),
);

/** Returns lines as a list, which has one item for a single line. */
function listOfLines(entry: LinesEntry): readonly string[] {
  return typeof entry === 'string' ? [entry] : entry;
}

function linesInLanguages(entry: LocalisedLinesEntry): InLanguages<readonly string[]> {
  if (typeof entry === 'string' || isListOfLines(entry)) return inAllLanguages(listOfLines(entry));
  return Object.fromEntries(Object.entries(entry).map(([language, lines]) => [language, listOfLines(lines)]));
}

/** Whether an entry is a list. `Array.isArray` alone does not narrow a `readonly` array. */
function isListOfLines(entry: LocalisedLinesEntry): entry is readonly string[] {
  return Array.isArray(entry);
}
