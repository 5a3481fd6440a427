import * as v from 'valibot';
import { type Data, dataAt, keySpanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import {
  FIELD_NAME_PATTERN,
  FIELD_TYPES,
  type FieldDeclaration,
  type FieldDeclarations,
  type FieldType,
  fieldNameRequirement,
} from '../model/field.ts';
import type { Localised } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import { findSimilarNames } from '../model/name.ts';
import { minorUnitsOf } from '../languages/currencies.ts';
import { decode } from './decode.ts';
import {
  lineOfText,
  nameSchema,
  oneOf,
  recordOf,
  strictMapping,
  textMatching,
  localised,
  yesNo,
} from './value-schemas.ts';

/** The fields that `recipients/fields.yaml` declares. */
export interface DeclaredFields {
  /** The declarations without faults. */
  readonly declarations: FieldDeclarations;
  /** The names of all fields, with and without faults, so that their use is not reported as unknown too. */
  readonly names: ReadonlySet<string>;
  readonly faults: readonly Diagnostic[];
}

/** Validates `fields.yaml`. */
export function validateFields(data: Data): DeclaredFields {
  const { value, faults } = decode(fieldsSchema, data);
  const names = new Set(data.kind === 'fields' ? data.entries.map(({ key }) => key) : []);
  const declarations = new Map<string, FieldDeclaration>();
  const ruleFaults: Diagnostic[] = [];
  for (const [name, entry] of Object.entries(value ?? entriesWithoutFaults(data))) {
    const faultsOfEntry = entryFaults(data, name, entry);
    ruleFaults.push(...faultsOfEntry);
    if (faultsOfEntry.length === 0) declarations.set(name, buildDeclaration(data, name, entry));
  }
  return { declarations, names, faults: [...faults, ...ruleFaults, ...similarFieldFaults(data, names)] };
}

/**
 * Returns the declarations with which texts are checked if the campaign has faults. A declaration with faults counts as
 * that of an optional number, which a text can use in every way, so that only the faults of the declaration are reported.
 */
export function usableFields(data: Data): FieldDeclarations {
  const { declarations, names } = validateFields(data);
  const assumed = (name: string): FieldDeclaration => ({
    name,
    type: 'number',
    meaning: '',
    required: false,
    currency: undefined,
    options: new Map(),
    span: data.span,
  });
  return new Map([...names].map((name) => [name, declarations.get(name) ?? assumed(name)]));
}

/** Returns the entries that are valid by themselves, if the file as a whole is not. */
function entriesWithoutFaults(data: Data): Readonly<Record<string, FieldEntry>> {
  if (data.kind !== 'fields') return {};
  return Object.assign(
    {},
    ...data.entries.map((entry) => decode(fieldsSchema, { ...data, entries: [entry] }).value ?? {}),
  );
}

function buildDeclaration(data: Data, name: string, entry: FieldEntry): FieldDeclaration {
  const { meaning, required = false, currency, 'one-of': options = {} } = entry;
  return {
    name,
    type: typeOfEntry(entry),
    meaning,
    required,
    currency,
    options: new Map(
      Object.entries(options).map(([option, text]) => [
        option,
        { text, span: keySpanAt(data, [name, 'one-of', option]) },
      ]),
    ),
    span: keySpanAt(data, [name]),
  };
}

/** Returns the type of a field: `one-of` if it lists options, and otherwise `text` unless it says another. */
function typeOfEntry({ type, 'one-of': options }: FieldEntry): FieldType {
  return type ?? (options === undefined ? 'text' : 'one-of');
}

/** Returns the faults of a declaration whose keys are valid each, but not together. */
function entryFaults(data: Data, name: string, entry: FieldEntry): readonly Diagnostic[] {
  const { currency, 'one-of': options } = entry;
  const type = typeOfEntry(entry);
  const refuse = (key: string, message: Message, hint: Message): Diagnostic =>
    fault(
      'data/wrong-value',
      dataAt(data, [name, key]) === undefined ? keySpanAt(data, [name]) : keySpanAt(data, [name, key]),
      message,
      { hint },
    );
  if (type === 'one-of' && (options === undefined || Object.keys(options).length === 0)) {
    const hint = say`write one-of: with the name of each value and its text, as in ${'one-of: { green: { en: Greens } }'}`;
    return [refuse('one-of', say`the field ${name} lists no values to choose from`, hint)];
  }
  return [
    ...(options !== undefined && type !== 'one-of'
      ? [refuse('type', say`a field with one-of has no other type`, say`leave type: out, or one-of:`)]
      : []),
    ...(currency !== undefined && type !== 'amount'
      ? [
          refuse(
            'currency',
            say`only a field of type amount has a currency`,
            say`write type: amount, or leave currency: out`,
          ),
        ]
      : []),
  ];
}

/** Returns a fault for each name that differs from an earlier one only in capitals, width or composition. */
function similarFieldFaults(data: Data, names: Iterable<string>): readonly Diagnostic[] {
  return findSimilarNames(names).map(([first, second]) => {
    const message = say`the names ${first} and ${second} differ only in capitals, width or the composition of letters`;
    const related = [{ span: keySpanAt(data, [first]), message: say`the other one` }];
    return fault('data/wrong-value', keySpanAt(data, [second]), message, { hint: say`rename one of them`, related });
  });
}

const CURRENCY_MESSAGE = "a currency's three-letter code (ISO 4217), as in EUR";

/** A declaration as in the YAML file. */
interface FieldEntry {
  readonly type?: FieldType;
  readonly meaning: string;
  readonly required?: boolean;
  readonly currency?: string;
  readonly 'one-of'?: Readonly<Record<string, Localised>>;
}

/** The schema of a field's name. `model/field.ts` has the rule, which is that for names and what paths need besides. */
const fieldNameSchema: v.GenericSchema<string, string> = v.pipe(
  v.string('a name'),
  v.check(
    (text) => fieldNameRequirement(text) === undefined,
    ({ input }) => fieldNameRequirement(input) ?? '',
  ),
  v.metadata({ jsonSchema: { type: 'string', pattern: FIELD_NAME_PATTERN, maxLength: 100 } }),
);

/** The schema of the code of a currency (ISO 4217). */
const currencySchema: v.GenericSchema<string, string> = v.pipe(
  textMatching(/^[A-Z]{3}$/u, CURRENCY_MESSAGE),
  v.check((code) => minorUnitsOf(code) !== undefined, CURRENCY_MESSAGE),
);

const fieldSchema: v.GenericSchema<unknown, FieldEntry> = strictMapping({
  type: v.exactOptional(oneOf(FIELD_TYPES)),
  meaning: lineOfText,
  required: v.exactOptional(yesNo),
  currency: v.exactOptional(currencySchema),
  'one-of': v.exactOptional(recordOf(localised, nameSchema)),
});

/** The schema of `fields.yaml`: name → declaration. */
export const fieldsSchema: v.GenericSchema<unknown, Readonly<Record<string, FieldEntry>>> = recordOf(
  fieldSchema,
  fieldNameSchema,
);
