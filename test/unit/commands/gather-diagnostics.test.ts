import { expect, test } from 'vitest';
import { createDiagnosticCollector } from '../../../src/commands/generate/run-report.ts';
import { fault, warning } from '../../../src/model/diagnostic.ts';

test('keeps each fault once and at most the given number of faults, and counts all', () => {
  const collector = createDiagnosticCollector(2);
  const at = (line: number) => ({ file: 'a.csv', line, column: 1 });
  for (const line of [1, 1, 2, 3, 1]) collector.add([fault('csv/ragged-row', at(line), ['x'])]);
  collector.add([warning('csv/ragged-row', at(4), ['x'])]);
  expect(collector.all().map(({ span }) => span.line)).toEqual([1, 2]);
  expect([collector.faults(), collector.notShown()]).toEqual([3, 2]);
});
