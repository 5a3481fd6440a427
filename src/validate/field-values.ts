import * as v from 'valibot';
import { type Data, type Field, dataAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type FieldDeclaration, type FieldDeclarations, type FieldValue, type FieldValues } from '../model/field.ts';
import { type InLanguages, type Language, inAllLanguages, inLanguage } from '../model/language.ts';
import { keyEcho, profileEcho, say } from '../model/message.ts';
import { readFieldText } from './field-text.ts';
import { didYouMeanHint } from './hints.ts';
import { MAX_ECHO_LENGTH } from './echo.ts';
import { localisedLines } from './line-schemas.ts';
import { recordOf } from './value-schemas.ts';

/** The values of a profile's fields, and their faults. A value with a fault is left out. */
interface ReadFields {
  readonly values: FieldValues;
  readonly faults: readonly Diagnostic[];
}

/** No values. */
const NO_VALUES: FieldValues = new Map();

/**
 * Reads the values of a profile's fields by their declarations. `profile` matches the schema of profiles. A field that
 * is not declared, a value of another type and a required field without a value are faults.
 */
export function readFieldValues(profile: Data, declarations: FieldDeclarations): ReadFields {
  const data = dataAt(profile, ['fields']);
  const entries = data?.kind === 'fields' ? data.entries : [];
  if (entries.length === 0 && declarations.size === 0) return { values: NO_VALUES, faults: [] };
  const values = new Map<string, FieldValue>();
  const faults: Diagnostic[] = [];
  for (const entry of entries) {
    const declaration = declarations.get(entry.key);
    const value =
      declaration === undefined ? undeclaredFieldFault(entry, declarations) : readFieldValue(declaration, entry.value);
    if ('severity' in value) faults.push(value);
    else values.set(entry.key, value);
  }
  for (const declaration of declarations.values()) {
    if (declaration.required && !entries.some(({ key }) => key === declaration.name))
      faults.push(missingFieldFault(declaration, profile));
  }
  return { values, faults };
}

/** Returns the value, or the fault for a text that is none. */
function readFieldValue(declaration: FieldDeclaration, data: Data): FieldValue | Diagnostic {
  const { name, type } = declaration;
  if (data.kind === 'scalar') {
    const result = readFieldText(declaration, data.text);
    if (result.ok) return result.value;
    const isLong = data.text.length > MAX_ECHO_LENGTH;
    const message = say`${keyEcho(name)} must be ${result.requirement}${isLong ? [] : say`, not ${profileEcho(data.text)}`}`;
    return fault('data/wrong-value', data.span, message, { hint: result.hint });
  }
  if (type === 'text' && data.kind === 'fields') {
    const list = data.entries.find(({ value }) => value.kind === 'list')?.value;
    return list === undefined
      ? { type, text: valuesByLanguage(data.entries, scalarText) }
      : wrongKindFault(declaration, list);
  }
  if (type === 'lines')
    return {
      type,
      lines: data.kind === 'list' ? inAllLanguages(linesOf(data)) : valuesByLanguage(data.entries, linesOf),
    };
  return wrongKindFault(declaration, data);
}

function valuesByLanguage<T>(entries: readonly Field[], read: (data: Data) => T): InLanguages<T> {
  return Object.fromEntries(entries.map(({ key, value }) => [key, read(value)]));
}

function scalarText(data: Data): string {
  return data.kind === 'scalar' ? data.text : '';
}

function linesOf(data: Data): readonly string[] {
  return data.kind === 'list' ? data.items.map(scalarText) : [scalarText(data)];
}

/** Returns the fault for a list or a text for each language in the place of one value. */
function wrongKindFault({ name, type }: FieldDeclaration, data: Data): Diagnostic {
  const kind = data.kind === 'list' ? 'a list' : 'a mapping';
  const message = say`${keyEcho(name)} must be one value of the type ${type}, not ${kind === 'a list' ? say`a list` : say`a mapping`}`;
  const hint =
    data.kind === 'list'
      ? say`write one value, or declare the field as lines in recipients/fields.yaml`
      : say`write one value; only fields of the types text and lines have one for each language`;
  return fault('data/wrong-type', data.span, message, { hint });
}

function undeclaredFieldFault({ key, keySpan }: Field, declarations: FieldDeclarations): Diagnostic {
  const hint = didYouMeanHint(key, declarations.keys(), say`declare it in recipients/fields.yaml`);
  return fault('profile/unknown-name', keySpan, say`${keyEcho(key)} is not a field of this campaign`, { hint });
}

function missingFieldFault({ name, meaning, span }: FieldDeclaration, profile: Data): Diagnostic {
  const related = [{ span, message: say`declared here` }];
  const cell = profile.kind === 'fields' ? profile.cellOf?.(['fields', name]) : undefined;
  if (cell !== undefined) {
    const message = say`this cell is empty, and the field ${name} is required`;
    return fault('data/missing-key', cell, message, { hint: say`fill the cell (${meaning})`, related });
  }
  const place = spanAt(profile, ['fields']);
  return fault('data/missing-key', place, say`the field ${name} is missing here, and it is required`, {
    hint: say`add ${name} with its value under fields: (${meaning})`,
    related,
  });
}

/** Returns a fault for each field that letters in a language cannot print, because it has no text in this language. */
export function untranslatedFieldFaults(
  values: FieldValues,
  profile: Data,
  declarations: FieldDeclarations,
  language: Language,
): readonly Diagnostic[] {
  return [...values].flatMap(([name, value]) => {
    const span = spanAt(profile, ['fields', name]);
    if (value.type === 'one-of') return untranslatedOptionFaults(declarations.get(name), value.option, span, language);
    const text =
      value.type === 'text'
        ? inLanguage(value.text, language)
        : value.type === 'lines'
          ? inLanguage(value.lines, language)
          : '';
    if (text !== undefined) return [];
    const message = say`there is no ${language} text here, and this letter is in it`;
    return [fault('data/missing-key', span, message, { hint: say`add ${language} with its text` })];
  });
}

function untranslatedOptionFaults(
  declaration: FieldDeclaration | undefined,
  name: string,
  span: Diagnostic['span'],
  language: Language,
): readonly Diagnostic[] {
  const option = declaration?.options.get(name);
  if (option === undefined || inLanguage(option.text, language) !== undefined) return [];
  const message = say`${profileEcho(name)} has no text in ${language}, and this letter is in it`;
  const hint = say`add ${language} with its text in recipients/fields.yaml`;
  return [
    fault('data/missing-key', span, message, { hint, related: [{ span: option.span, message: say`declared here` }] }),
  ];
}

/** The schema of `fields` in a profile: name → value. The names are compared with the declarations later. */
export const profileFieldsSchema: v.GenericSchema<unknown, Readonly<Record<string, unknown>>> = recordOf(
  localisedLines,
  v.string('a name'),
);
