import { expect, test } from 'vitest';
import { createDiagnosticCollector } from '../../../src/commands/generate/run-report.ts';
import { fault, warning } from '../../../src/model/diagnostic.ts';

test('each fault is kept once, and no more of them than anybody reads; all are counted', () => {
  const gathered = createDiagnosticCollector(2);
  const at = (line: number) => ({ file: 'a.csv', line, column: 1 });
  for (const line of [1, 1, 2, 3, 1]) gathered.add([fault('csv/ragged-row', at(line), ['x'])]);
  gathered.add([warning('csv/ragged-row', at(4), ['x'])]);
  expect(gathered.all().map(({ span }) => span.line)).toEqual([1, 2]);
  expect([gathered.faults(), gathered.notShown()]).toEqual([3, 2]);
});
