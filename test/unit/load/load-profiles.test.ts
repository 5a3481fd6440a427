import { expect, test } from 'vitest';
import { loadProfiles } from '../../../src/load/load-profiles.ts';
import { dataAt } from '../../../src/model/data.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';
import { placedFaultsOf } from '../../support/outcomes.ts';

/** Where each profile stands, or the faults of what could not be read. */
async function profiles(files: Readonly<Record<string, MemoryFile>>): Promise<readonly (string | readonly string[])[]> {
  const found: (string | readonly string[])[] = [];
  for await (const outcome of loadProfiles(memoryWorld(files).world)) {
    if (!outcome.ok) found.push(placedFaultsOf(outcome));
    else {
      const id = dataAt(outcome.value, ['id']);
      found.push(`${outcome.value.span.file}:${outcome.value.span.line} ${id?.kind === 'scalar' ? id.text : ''}`);
    }
  }
  return found;
}

test('a file holds a profile, or a list of them; files come in the order of their names', async () => {
  expect(await profiles({ 'recipients/b.yaml': '- id: two\n- id: three\n', 'recipients/a.yaml': 'id: one\n' })).toEqual(
    ['recipients/a.yaml:1 one', 'recipients/b.yaml:1 two', 'recipients/b.yaml:2 three'],
  );
});

test('shared files, folders and other formats hold no profiles', async () => {
  expect(
    await profiles({
      'recipients/states.yaml': 'id: a\n',
      'recipients/groups.yaml': 'id: b\n',
      'recipients/forms/en.yaml': 'id: c\n',
      'recipients/notes.md': 'id: d\n',
      'recipients/e.yaml': 'id: e\n',
    }),
  ).toEqual(['recipients/e.yaml:1 e']);
});

test('profiles in a folder of their own are not passed over in silence', async () => {
  expect(
    await profiles({ 'recipients/eu/a.yaml': 'id: a\n', 'recipients/notes/b.md': 'b', 'recipients/b.yaml': 'id: b\n' }),
  ).toEqual([['file/not-read recipients/eu:1:1'], 'recipients/b.yaml:1 b']);
});

test.each(['a.yml', 'a.YAML', 'a.json', 'a.ndjson', 'a.CSV'].map((name) => `recipients/${name}`))(
  '%s is not passed over in silence',
  async (path) => {
    expect(await profiles({ [path]: 'id: a\n', 'recipients/b.yaml': 'id: b\n' })).toEqual([
      [`file/not-read ${path}:1:1`],
      'recipients/b.yaml:1 b',
    ]);
  },
);

test('an empty list holds nobody', async () => {
  expect(await profiles({ 'recipients/a.yaml': '[]\n', 'recipients/b.yaml': 'id: b\n' })).toEqual([
    'recipients/b.yaml:1 b',
  ]);
});

test('a file that cannot be read is one failure, and the others are read', async () => {
  expect(
    await profiles({
      'recipients/a.yaml': { problem: 'unreadable' },
      'recipients/b.yaml': '- id: *x\n- id: *y\n',
      'recipients/c.yaml': 'id: c\n',
    }),
  ).toEqual([
    ['file/unreadable recipients/a.yaml:1:1'],
    ['yaml/unsupported recipients/b.yaml:1:7', 'yaml/unsupported recipients/b.yaml:2:7'],
    'recipients/c.yaml:1 c',
  ]);
});

test('an empty file is a profile that says nothing, for others to refuse', async () => {
  expect(await profiles({ 'recipients/a.yaml': '' })).toEqual(['recipients/a.yaml:1 ']);
});
