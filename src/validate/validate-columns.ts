import * as v from 'valibot';
import { type ColumnsFile, type NamedAt, type PatternTree, headerKey } from '../model/columns-file.ts';
import { type Data, type Fields, type Scalar, dataAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { isPatternMapping, parsePattern } from './cell-pattern.ts';
import { decode } from './decode.ts';
import {
  type SchemaParts,
  cellPatternSchema,
  openValueSchema,
  fieldPatternsSchema,
  localisedPatternSchema,
  patternEntriesOf,
  structureOf,
} from './pattern-schema.ts';
import { signatorySchema } from './letter-schema.ts';
import { profileSchema } from './profile-schema.ts';
import { lineOfText, listOf, strictMapping, textMatching, wholeNumber } from './value-schemas.ts';

/** The schemas of the keys of a columns file that describe the table beside it. */
const TABLE_ENTRIES = {
  sheet: v.exactOptional(lineOfText),
  header: v.exactOptional(wholeNumber),
  delimiter: v.exactOptional(textMatching(/^[^\p{L}\p{N}"\r\n ]$/u, 'one character, as in ";" or "\\t"')),
  ignore: v.exactOptional(listOf(textMatching(/\S/u, 'the name of a column'))),
};

/** The schema of the key that names a table of recipients. That of signatories is named in `letter.yaml`. */
const tableSchema = textMatching(
  /^[^/\\]+\.(?:[cC][sS][vV]|[tT][sS][vV]|[xX][lL][sS][xX])$/u,
  'the name of a .csv, .tsv or .xlsx file in recipients/',
);

/** What the rows of a table become, by the schemas of their keys. */
interface RowKind {
  readonly schema: v.GenericSchema<unknown, { readonly header?: number }>;
  /** The schemas of the keys that have patterns. */
  readonly entries: Readonly<Record<string, v.GenericSchema>>;
  /** The key from which the id is made if the file has no `id`; undefined if the id must be there. */
  readonly nameKey: string | undefined;
}

/** The schemas of the keys of a profile, which have patterns. */
const PROFILE_ENTRIES: Readonly<Record<string, v.GenericSchema>> = {
  ...patternEntriesOf(profileSchema),
  id: cellPatternSchema,
  fields: v.exactOptional(fieldPatternsSchema) as unknown as v.GenericSchema,
};

/** The schema of a file `<name>.columns.yaml` in `recipients/`. `ColumnsFile` describes the properties. */
export const columnsSchema: RowKind['schema'] = strictMapping({
  table: v.exactOptional(tableSchema),
  ...TABLE_ENTRIES,
  ...PROFILE_ENTRIES,
});

const PROFILES: RowKind = { schema: columnsSchema, entries: PROFILE_ENTRIES, nameKey: undefined };

/** The schemas of the keys of a signatory, which have patterns. */
const SIGNATORY_ENTRIES = patternEntriesOf(signatorySchema);

/** The schema of a file `<name>.columns.yaml` beside `letter.yaml`. */
export const signatoryColumnsSchema: RowKind['schema'] = strictMapping({ ...TABLE_ENTRIES, ...SIGNATORY_ENTRIES });

const SIGNATORIES: RowKind = { schema: signatoryColumnsSchema, entries: SIGNATORY_ENTRIES, nameKey: 'name' };

/** Validates a file `<name>.columns.yaml` of recipients: everything about it that does not need the table. */
export function validateColumns(data: Data): Outcome<ColumnsFile> {
  return validateColumnsFor(PROFILES, data);
}

/** Validates a file `<name>.columns.yaml` of signatories, whose id is made of their name unless it is stated. */
export function validateSignatoryColumns(data: Data): Outcome<ColumnsFile> {
  return validateColumnsFor(SIGNATORIES, data);
}

function validateColumnsFor(kind: RowKind, data: Data): Outcome<ColumnsFile> {
  const { value, faults } = decode(kind.schema, data);
  const patternFaults: Diagnostic[] = [];
  const entries = (data.kind === 'fields' ? data.entries : []).flatMap(({ key, keySpan, value: tree }) => {
    const schema = key === 'id' || !Object.hasOwn(kind.entries, key) ? undefined : kind.entries[key];
    return schema === undefined ? [] : [{ key, keySpan, value: readPatterns(schema, tree, patternFaults) }];
  });
  const statedId = dataAt(data, ['id']);
  const idData = statedId ?? (kind.nameKey === undefined ? undefined : firstPattern(data, kind.nameKey));
  const id = idData === undefined ? undefined : parsePattern(idData);
  // The faults of a name are those of its pattern, reported above.
  if (statedId !== undefined) patternFaults.push(...(id?.diagnostics ?? []));
  if (id?.ok === true && id.value.columns.length === 0) {
    const [key, example] = statedId === undefined ? ['name', '{Name}'] : ['id', '{Last name}-{Ward}'];
    const hint = say`name a column in braces, as in ${`${key}: "${example}"`}`;
    const message = say`the ${[key]} is the same for every row`;
    patternFaults.push(fault('table/pattern', id.value.scalar.span, message, { hint }));
  }
  const diagnostics = [...faults, ...patternFaults];
  if (value === undefined || id?.ok !== true) return { ok: false, diagnostics };
  const header = dataAt(data, ['header']);
  const columns: ColumnsFile = {
    table: namedAt(data, 'table'),
    sheet: namedAt(data, 'sheet'),
    header: value.header === undefined ? undefined : { row: value.header, span: header?.span ?? data.span },
    delimiter: namedAt(data, 'delimiter'),
    id: id.value,
    profile: { kind: 'fields', entries, span: data.span },
    ignored: ignoredColumns(dataAt(data, ['ignore'])),
    span: fileStart(data.span.file),
  };
  return settle(columns, diagnostics);
}

/**
 * Converts a part of a columns file to patterns. Faults of patterns are added to `faults`. Data of a kind that the
 * schema does not accept becomes an empty list: `decode` has reported it.
 */
function readPatterns(schema: SchemaParts, data: Data, faults: Diagnostic[]): PatternTree {
  const { wrapped, item, entries, value } = structureOf(schema);
  if (wrapped !== undefined) return readPatterns(wrapped, data, faults);
  if (schema === openValueSchema && data.kind === 'list') return readList(cellPatternSchema, data.items);
  const mayBeMapping = schema === openValueSchema || schema === localisedPatternSchema;
  if (mayBeMapping && data.kind === 'fields' && !isPatternMapping(data) && hasValues(data))
    return readFields(() => (schema === openValueSchema ? openValueSchema : cellPatternSchema), data);
  if (schema === cellPatternSchema || mayBeMapping) {
    const pattern = parsePattern(data);
    faults.push(...pattern.diagnostics);
    return pattern.ok ? pattern.value : NOTHING(data);
  }
  if (item !== undefined && data.kind === 'list') return readList(item, data.items);
  if (value !== undefined && data.kind === 'fields') return readFields(() => value, data);
  if (entries !== undefined && data.kind === 'fields')
    return readFields((key) => (Object.hasOwn(entries, key) ? entries[key] : undefined), data);
  return NOTHING(data);

  function readList(itemSchema: SchemaParts, items: readonly Data[]): PatternTree {
    return { kind: 'list', items: items.map((child) => readPatterns(itemSchema, child, faults)), span: data.span };
  }

  function readFields(schemaOf: (key: string) => SchemaParts | undefined, fields: Fields): PatternTree {
    const read = fields.entries.flatMap(({ key, keySpan, value: child }) => {
      const childSchema = schemaOf(key);
      return childSchema === undefined ? [] : [{ key, keySpan, value: readPatterns(childSchema, child, faults) }];
    });
    return { kind: 'fields', entries: read, span: data.span };
  }
}

/** Returns a text that is the same in all languages, or that in the first of them. */
function firstPattern(data: Data, key: string): Data | undefined {
  const text = dataAt(data, [key]);
  return text?.kind === 'fields' && !isPatternMapping(text) ? text.entries[0]?.value : text;
}

/** In the place of data that has a fault. */
const NOTHING = ({ span }: Data): PatternTree => ({ kind: 'list', items: [], span });

/** Whether a mapping has a value: `{Ward}` without quotation marks is a mapping that has none. */
function hasValues({ entries }: Fields): boolean {
  return entries.some(({ value }) => value.kind !== 'scalar' || value.quoted || value.text !== '');
}

function namedAt(data: Data, key: string): NamedAt | undefined {
  const named = dataAt(data, [key]);
  return named?.kind === 'scalar' ? { name: named.text, span: named.span } : undefined;
}

function ignoredColumns(data: Data | undefined): readonly NamedAt[] {
  const items = data?.kind === 'list' ? data.items : [];
  return items
    .filter((item): item is Scalar => item.kind === 'scalar')
    .map(({ text, span }) => ({ name: headerKey(text), span }));
}
