import { expect, test } from 'vitest';
import { loadProfiles } from '../../../src/pipeline.ts';
import { dataAt } from '../../../src/model/data.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';
import { placedFaultsOf } from '../../support/outcomes.ts';

/** The location and id of each profile, or the faults of a file that could not be read. */
async function loadSummaries(
  files: Readonly<Record<string, MemoryFile>>,
): Promise<readonly (string | readonly string[])[]> {
  const summaries: (string | readonly string[])[] = [];
  for await (const outcome of loadProfiles(memoryWorld(files).world)) {
    if (!outcome.ok) summaries.push(placedFaultsOf(outcome));
    else {
      const id = dataAt(outcome.value, ['id']);
      summaries.push(`${outcome.value.span.file}:${outcome.value.span.line} ${id?.kind === 'scalar' ? id.text : ''}`);
    }
  }
  return summaries;
}

test('reads one profile or a list of profiles from each file, in the order of the file names', async () => {
  expect(
    await loadSummaries({ 'recipients/b.yaml': '- id: two\n- id: three\n', 'recipients/a.yaml': 'id: one\n' }),
  ).toEqual(['recipients/a.yaml:1 one', 'recipients/b.yaml:1 two', 'recipients/b.yaml:2 three']);
});

test('reads no profiles from shared files, their folders and other formats', async () => {
  expect(
    await loadSummaries({
      'recipients/states.yaml': 'id: a\n',
      'recipients/groups.yaml': 'id: b\n',
      'recipients/forms/en.yaml': 'id: c\n',
      'recipients/notes.md': 'id: d\n',
      'recipients/e.yaml': 'id: e\n',
    }),
  ).toEqual(['recipients/e.yaml:1 e']);
});

test('reports a subfolder with profiles instead of ignoring it', async () => {
  expect(
    await loadSummaries({
      'recipients/eu/a.yaml': 'id: a\n',
      'recipients/notes/b.md': 'b',
      'recipients/b.yaml': 'id: b\n',
    }),
  ).toEqual([['file/not-read recipients/eu:1:1'], 'recipients/b.yaml:1 b']);
});

test.each(['a.yml', 'a.YAML', 'a.json', 'a.ndjson', 'a.XLS', 'a.ods'].map((name) => `recipients/${name}`))(
  'reports %s instead of ignoring it',
  async (path) => {
    expect(await loadSummaries({ [path]: 'id: a\n', 'recipients/b.yaml': 'id: b\n' })).toEqual([
      [`file/not-read ${path}:1:1`],
      'recipients/b.yaml:1 b',
    ]);
  },
);

test('reads no profiles from an empty list', async () => {
  expect(await loadSummaries({ 'recipients/a.yaml': '[]\n', 'recipients/b.yaml': 'id: b\n' })).toEqual([
    'recipients/b.yaml:1 b',
  ]);
});

test('reports a file that cannot be read as one failure, and reads the others', async () => {
  expect(
    await loadSummaries({
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

test('reads an empty file as an empty profile, which validation refuses later', async () => {
  expect(await loadSummaries({ 'recipients/a.yaml': '' })).toEqual(['recipients/a.yaml:1 ']);
});
