import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withSourceLocations } from '../../../src/cli/source-locations.ts';
import { temporaryFolder } from '../../support/run-demarche.ts';

test('replaces locations in a bundled file by source locations if the file has a source map', () => {
  const program = join(temporaryFolder(), 'my part.cjs');
  const trace = `Error: x\n    at set (${program}:1:1)\n    at async ${program}:1:1\n    at node:fs:9:22`;
  expect(withSourceLocations(trace)).toBe(trace);

  // The mapping of the first character of the bundled file to line 3, column 4 of the source.
  const map = { version: 3, sources: ['src/cli/shell.ts'], names: [], mappings: 'AAEG' };
  writeFileSync(`${program}.map`, JSON.stringify(map));
  expect(withSourceLocations(trace)).toBe(trace.replaceAll(`${program}:1:1`, join(program, '../src/cli/shell.ts:3:4')));
});
