import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withSourceLocations } from '../../../src/cli/source-locations.ts';
import { temporaryFolder } from '../../support/run-demarche.ts';

test('a stack trace tells the place in the source where a bundled file has a map of it', () => {
  const program = join(temporaryFolder(), 'my part.cjs');
  const trace = `Error: x\n    at set (${program}:1:1)\n    at async ${program}:1:1\n    at node:fs:9:22`;
  expect(withSourceLocations(trace)).toBe(trace);

  // The first character of the bundled file comes from the third line, fourth column.
  const map = { version: 3, sources: ['src/cli/shell.ts'], names: [], mappings: 'AAEG' };
  writeFileSync(`${program}.map`, JSON.stringify(map));
  expect(withSourceLocations(trace)).toBe(trace.replaceAll(`${program}:1:1`, join(program, '../src/cli/shell.ts:3:4')));
});
