import { describe, expect, test } from 'vitest';
import { createDiagnosticCollector } from '../../../src/report/diagnostic-collector.ts';
import { fault, warning } from '../../../src/model/diagnostic.ts';
import { say } from '../../../src/model/message.ts';

const at = (line: number) => ({ file: 'a.csv', line, column: 1 });

describe('the collector of diagnostics', () => {
  test('keeps each fault once and at most the given number of a kind, and counts all', () => {
    const collector = createDiagnosticCollector(2);
    for (const line of [1, 1, 2, 3, 1]) collector.add([fault('csv/ragged-row', at(line), say`row ${line} is short`)]);
    expect(collector.all().map(({ span }) => span.line)).toEqual([1, 2]);
    expect([collector.faults(), collector.notKept()]).toEqual([3, { faults: 1, warnings: 0 }]);
    expect(collector.notKeptText()).toBe('csv/ragged-row: 1 more, like the first 2\n');
  });

  test('keeps the first fault of a kind after any number of warnings of another', () => {
    const collector = createDiagnosticCollector(2);
    for (let line = 1; line < 9; line += 1)
      collector.add([warning('page/hole', at(line), say`page ${line} has a hole`)]);
    collector.add([fault('page/hole', at(9), say`page ${9} has a hole`)]);
    expect(collector.all().map(({ span }) => span.line)).toEqual([1, 2, 9]);
    expect([collector.faults(), collector.notKept()]).toEqual([1, { faults: 0, warnings: 6 }]);
  });

  test('keeps all of them without a limit', () => {
    const collector = createDiagnosticCollector(Infinity);
    for (let line = 1; line <= 2000; line += 1) collector.add([fault('csv/ragged-row', at(line), say`row ${line}`)]);
    expect([collector.all().length, collector.notKept(), collector.notKeptText()]).toEqual([
      2000,
      { faults: 0, warnings: 0 },
      '',
    ]);
  });
});
