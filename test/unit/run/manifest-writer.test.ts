import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openManifestWriter } from '../../../src/run/manifest-writer.ts';
import { type LetterRecord, encodeLines, manifestHeader } from '../../../src/run/manifest.ts';
import type { OutputFolder } from '../../../src/world.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { valueOf } from '../../support/outcomes.ts';

const PATH = 'appeal/manifest.ndjson';

const recordOf = (id: string, wordings: readonly string[]): LetterRecord => ({
  id,
  language: 'en',
  wordings,
  files: [],
});

/** An output folder in memory, and a function that makes its next read of a part slow, as a disk may be. */
function slowFolder(files: Map<string, Uint8Array>): { readonly folder: OutputFolder; readonly slowDown: () => void } {
  const { output } = memoryWorld({}, files).world;
  let isSlow = false;
  const folder: OutputFolder = {
    ...output,
    readPart: async (path, from, to) => {
      const delay = isSlow ? 20 : 0;
      isSlow = false;
      if (delay > 0) await setTimeout(delay);
      return output.readPart(path, from, to);
    },
  };
  return { folder, slowDown: () => void (isSlow = true) };
}

test('records are read as they are while the manifest is repaired for another letter', async () => {
  const [older, newer] = [recordOf('b', ['body/older']), recordOf('b', ['body/newer'])];
  const lines = encodeLines([manifestHeader('appeal', '0.1.0-with-a-longer-name'), recordOf('z', []), older, newer]);
  // The last line is incomplete, because a run was killed while it appended it.
  const output = new Map([[PATH, Buffer.concat([lines, Buffer.from('{"id":"c"')])]]);
  const { folder, slowDown } = slowFolder(output);
  const writer = valueOf(await openManifestWriter(folder, PATH, manifestHeader('appeal', '0.2.0')));
  slowDown();
  const [records, faults] = await Promise.all([writer.recordsOf('b.en'), writer.enter(recordOf('d', []))]);
  expect(faults).toEqual([]);
  expect(valueOf(records)).toEqual([older, newer]);
  expect(valueOf(await writer.recordsOf('d.en'))).toEqual([recordOf('d', [])]);
});
