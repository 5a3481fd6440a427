import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { inSourcePlaces } from '../../../src/cli/source-places.ts';
import { temporaryFolder } from '../../support/run-demarche.ts';

test('a stack trace tells the place in the source where a bundled file has a map of it', () => {
  const folder = temporaryFolder();
  const program = pathToFileURL(join(folder, 'dist/program/part-a1.js')).href;
  const trace = `Error: x\n    at set (${program}:1:1)\n    at async ${program.replace('part', 'other')}:9:22`;
  expect(inSourcePlaces(trace)).toBe(trace);

  writeMap(join(folder, 'part-a1.js.map'));
  const here = pathToFileURL(join(folder, 'part-a1.js')).href;
  expect(inSourcePlaces(`    at set (${here}:1:1)`)).toBe(`    at set (${join(folder, 'src/cli/quoted.ts')}:3:4)`);
});

/** The first character of the bundled file comes from the third line, fourth column. */
function writeMap(path: string): void {
  writeFileSync(path, JSON.stringify({ version: 3, sources: ['src/cli/quoted.ts'], names: [], mappings: 'AAEG' }));
}
