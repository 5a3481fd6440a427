import { expect, test } from 'vitest';
import { keepReads } from '../../../src/run/kept-world.ts';
import { MAX_FILE_BYTES, type World } from '../../../src/world.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';

/** Keeps the reads of a world in memory; `calls` lists what it reads. */
function kept(files: Readonly<Record<string, MemoryFile>>) {
  const { world } = memoryWorld(files);
  const calls: string[] = [];
  const counting: World = {
    ...world,
    readText: (path) => {
      calls.push(path);
      return world.readText(path);
    },
    readChunks: (path) => {
      calls.push(path);
      return world.readChunks(path);
    },
    list: (folder) => {
      calls.push(`${folder}/`);
      return world.list(folder);
    },
  };
  return { ...keepReads(counting), calls };
}

async function readAll(world: World, path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of world.readChunks(path)) if (chunk.ok) chunks.push(chunk.value);
  return Buffer.concat(chunks).toString();
}

test('a file is read once until it has changed; an equal reading is the same object', async () => {
  const files: Record<string, string> = { 'a/b/text.md': 'one', 'a/c.md': 'other' };
  const { world, drop, calls } = kept(files);
  const first = await world.readText('a/b/text.md');
  await world.readText('a/c.md');
  files['a/b/text.md'] = 'two';
  expect(await world.readText('a/b/text.md')).toBe(first);
  drop(['a/b/text.md']);
  expect(await world.readText('a/b/text.md')).toEqual({ ok: true, value: 'two' });
  await world.readText('a/c.md');
  expect(calls).toEqual(['a/b/text.md', 'a/c.md', 'a/b/text.md']);
});

test('a file that is missing is looked for again when it was added', async () => {
  const files: Record<string, string> = {};
  const { world, drop } = kept(files);
  expect((await world.readText('a.md')).ok).toBe(false);
  files['a.md'] = 'text';
  expect((await world.readText('a.md')).ok).toBe(false);
  drop(['a.md']);
  expect((await world.readText('a.md')).ok).toBe(true);
});

test('the folders above a file that has changed are listed again, and no others', async () => {
  const { world, drop, calls } = kept({ 'a/b/text.md': '', 'a/c/text.md': '' });
  const listAll = async (): Promise<void> => {
    for (const folder of ['a', 'a/b', 'a/c']) await world.list(folder);
  };
  await listAll();
  drop(['a/b/text.md']);
  await listAll();
  expect(calls).toEqual(['a/', 'a/b/', 'a/c/', 'a/', 'a/b/']);
});

test('a table and a picture are kept, unless they are large or changed while they were read', async () => {
  const files: Record<string, string> = { 'small.csv': 'x'.repeat(5000), 'large.csv': 'x'.repeat(MAX_FILE_BYTES + 1) };
  const { world, drop, calls } = kept(files);
  expect(await readAll(world, 'small.csv')).toBe(files['small.csv']);
  expect(await readAll(world, 'small.csv')).toBe(files['small.csv']);
  expect(await readAll(world, 'large.csv')).toBe(files['large.csv']);
  expect(await readAll(world, 'large.csv')).toBe(files['large.csv']);
  expect(calls).toEqual(['small.csv', 'large.csv', 'large.csv']);
  drop(['small.csv']);
  const chunks = world.readChunks('small.csv')[Symbol.asyncIterator]();
  await chunks.next();
  drop(['small.csv']);
  while ((await chunks.next()).done !== true);
  files['small.csv'] = 'new';
  expect(await readAll(world, 'small.csv')).toBe('new');
});

test('a read that failed with an error is tried again', async () => {
  const { world } = memoryWorld({ 'a/text.md': '' });
  let failures = 1;
  const list: World['list'] = (folder) => {
    failures -= 1;
    return failures < 0 ? world.list(folder) : Promise.reject(new Error('busy'));
  };
  const { world: keptWorld } = keepReads({ ...world, list });
  await expect(keptWorld.list('a')).rejects.toThrow('busy');
  expect(await keptWorld.list('a')).toHaveLength(1);
});
