import { expect, test } from 'vitest';
import { readYamlFile } from '../../../src/load/read-yaml-file.ts';
import type { ReadResult, World } from '../../../src/world.ts';
import { memoryWorld } from '../../support/memory-world.ts';

/** Returns a world in which each path is read with this result. */
function worldThatReads(reading: ReadResult<string>): World {
  return { ...memoryWorld({}).world, readText: () => Promise.resolve(reading) };
}

test('the same reading of a file is parsed once, and an equal one again', async () => {
  const world = worldThatReads({ ok: true, value: 'a: 1' });
  const first = await readYamlFile(world, 'a.yaml', 'numbers');
  expect(await readYamlFile(world, 'a.yaml', 'numbers')).toBe(first);
  expect(await readYamlFile(worldThatReads({ ok: true, value: 'a: 1' }), 'a.yaml', 'numbers')).not.toBe(first);
});

test('a reading that two files share has the places of each', async () => {
  const world = worldThatReads({ ok: true, value: 'a: 1' });
  const files = [await readYamlFile(world, 'a.yaml', 'numbers'), await readYamlFile(world, 'b.yaml', 'numbers')];
  expect(files.map((file) => file.ok && file.value.span.file)).toEqual(['a.yaml', 'b.yaml']);
});

test('a file that cannot be read has a fault that says what it holds', async () => {
  const file = await readYamlFile(worldThatReads({ ok: false, problem: 'missing' }), 'a.yaml', 'numbers');
  expect(file.diagnostics).toMatchObject([{ code: 'file/missing', span: { file: 'a.yaml', line: 1 } }]);
});
