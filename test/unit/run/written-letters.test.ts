import { expect, test } from 'vitest';
import { type WrittenLetters, findWrittenLetters } from '../../../src/run/written-letters.ts';
import { memoryWorld } from '../../support/memory-world.ts';

/** What is found if the folder of a letter has one file, of this name, and the manifest lists none. */
function foundBeside(name: string): Promise<WrittenLetters> {
  const files = new Map([[`letter/${name}`, new Uint8Array()]]);
  return findWrittenLetters(memoryWorld({}, files).world.output, 'letter', new Map());
}

test.each(['eu-be', 'anna-müller', 'J_Smith', 'a.b', 'имя'])('a file of %s is found by its name', async (id) => {
  expect([...(await foundBeside(`${id}.en.md`)).letters.values()]).toEqual([{ id, language: 'en' }]);
});

test.each(['notes.md', 'manifest.ndjson', '.eu-be.en.md', 'eu-be.en.doc', 'eu be.en.md'])(
  '%s is not the name of a file of a letter',
  async (name) => {
    expect((await foundBeside(name)).letters.size).toBe(0);
  },
);
