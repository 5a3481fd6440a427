import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { cellPatternSchema, openValueSchema, patternEntriesOf } from '../../../src/validate/pattern-schema.ts';
import { validateColumns } from '../../../src/validate/validate-columns.ts';
import { columnsFile } from '../../support/described-table.ts';
import { inFull, valueOf } from '../../support/outcomes.ts';

function faults(text: string): readonly string[] {
  return columnsFile(text).diagnostics.map(inFull);
}

test('a columns file has the keys of a profile, with patterns, and those that describe the table', () => {
  const columns = valueOf(
    columnsFile(`table: Members 2025.CSV
sheet: Sheet 1
header: 2
delimiter: "\\t"
ignore: ["Phone  no", "Notes"]
id: "{Last  name}-{Ward}"
state: { from: "{Country}", values: { Belgium: BE }, as: upper }
holder: { name: "{First name} {Last name}", gender: { from: "{Sex}", values: { Ms: f, "": unknown } } }
fields: { ward: "{Ward}", party: { en: "{Party}" } }
`),
  );
  expect(columns).toMatchObject({
    table: { name: 'Members 2025.CSV', span: { line: 1, column: 8 } },
    sheet: { name: 'Sheet 1' },
    header: { row: 2 },
    delimiter: { name: '\t' },
    ignored: [{ name: 'Phone no' }, { name: 'Notes' }],
    id: { texts: ['', '-', ''], columns: ['Last name', 'Ward'] },
  });
  expect(columns.profile.entries.map(({ key }) => key)).toEqual([
    'state',
    'holder',
    'fields',
    'roles',
    'languages',
    'office',
    'address',
    'source',
  ]);
  expect(columns.profile.entries[0]?.value).toMatchObject({
    columns: ['Country'],
    isUpperCase: true,
    values: new Map([['Belgium', 'BE']]),
  });
});

test('the name of the table may have a comment behind it, as it ends where a file name does', () => {
  expect(faults('table: members.csv # from the town hall\nid: "{Name}"')).toEqual([]);
  expect(faults('table: members #2.csv\nid: "{Name}"')).toEqual([
    expect.stringContaining('1:8 data/wrong-value table must be the name of a .csv, .tsv or .xlsx file'),
  ]);
});

test.each([
  ['id: "{Name}"\nroels: x', '2:1 data/unknown-key the key roels is not known here (did you mean roles?)'],
  ['id: "{Name}"\nholder: { nam: "{N}" }', 'data/missing-key the key name is missing here'],
  ['roles: [x]', '1:1 data/missing-key the key id is missing here'],
  ['id: "{Name}"\ntable: ../members.csv', '2:8 data/wrong-value table must be the name of a .csv, .tsv or .xlsx file'],
  ['id: "{Name}"\nheader: first', '2:9 data/wrong-value header must be a whole number'],
  ['id: "{Name}"\ndelimiter: tab', '2:12 data/wrong-value delimiter must be one character'],
  ['id: "{Name}"\nroles: councillor', '2:8 data/wrong-type roles must be a list'],
  ['id: "{Name}"\noffice: { title: { english: "{F}" }, rank: x }', 'the key english must be the tag of a language'],
  ['id: "{Name}"\nshort: { english: "{F}" }', 'the key english must be the tag of a language'],
  ['id: "{Name}"\nholder: { name: "{N}", family: ["{F}"] }', 'a value of a profile must be text here, not a list'],
  [
    'id: {Name}',
    '1:5 table/pattern a value of a profile must be text here, not a mapping (if it is text, write "{Name}"',
  ],
  ['id: [a]', '1:5 table/pattern a value of a profile must be text here, not a list'],
  ['id: x', '1:5 table/pattern the id is the same for every row'],
  ['id: "{Name"', '1:5 table/pattern a brace is not closed'],
  ['id: "Name}"', '1:5 table/pattern a brace is closed that was not opened'],
  ['id: "{A{B}}"', '1:5 table/pattern a brace is opened in the name of a column'],
  ['id: "{ }"', '1:5 table/pattern there is no name between these braces'],
  ['id: "{N}"\nstate:', '2:7 data/wrong-type there is no value here'],
  [
    'id: "{N}"\nstate: { form: "{A}", as: upper }',
    'data/unknown-key the key form is not known here (did you mean from?)',
  ],
  ['id: "{N}"\nstate: { as: upper }', '2:8 data/missing-key the key from is missing here'],
  ['id: "{N}"\nstate: { from: "{A}", as: lower }', '2:27 table/pattern as must be upper'],
  ['id: "{N}"\nstate: { from: [a] }', '2:16 table/pattern from must be a text'],
  ['id: "{N}"\nstate: { from: "{A}", values: [a] }', '2:31 table/pattern values must be a mapping'],
  [
    'id: "{N}"\nstate: { from: "{A}", values: { a: [b] } }',
    '2:36 table/pattern what takes the place of a must be a text',
  ],
  ['id: "{N}"\nstate: A {S} #4', '2:14 yaml/comment-in-text what stands behind # is a comment'],
  ['id: "{N}"\nfields: { ward: {Ward} }', '2:17 table/pattern a value of a profile must be text here, not a mapping'],
  ['id: "{N}"\nfields: { "a/b": "{Ward}" }', 'data/wrong-value the key a/b must be a name'],
])('%j is refused', (text, expected) => {
  expect(faults(text).join('\n')).toContain(expected);
});

test('a file that is no mapping is refused', () => {
  expect(validateColumns(valueOf(readYaml('a.columns.yaml', '[]'))).ok).toBe(false);
});

test('the pattern schema of a value that may be a text or a mapping accepts both', () => {
  const localisedOrText = v.exactOptional(v.union([v.string(), v.record(v.string(), v.string())]));
  const lazy = v.pipe(
    v.lazy(() => v.string()),
    v.minLength(1),
  );
  expect(patternEntriesOf(v.strictObject({ a: localisedOrText, b: lazy, c: v.picklist(['x']) }))).toMatchObject({
    a: { wrapped: openValueSchema },
    b: openValueSchema,
    c: cellPatternSchema,
  });
});
