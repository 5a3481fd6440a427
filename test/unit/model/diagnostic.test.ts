import { expect, test } from 'vitest';
import { fault, removeRepeats } from '../../../src/model/diagnostic.ts';
import { say } from '../../../src/model/message.ts';

test('removes repeated faults; keeps those that differ in location, code or message', () => {
  const at = (line: number) => ({ file: 'a.md', line, column: 1 });
  const repeated = [fault('yaml/syntax', at(1), say`x ${'y'}`), fault('yaml/syntax', at(1), say`x ${'y'}`)];
  const different = [
    fault('yaml/syntax', at(2), say`x ${'y'}`),
    fault('yaml/unsupported', at(1), say`x ${'y'}`),
    fault('yaml/syntax', at(1), say`x ${'z'}`),
  ];
  expect(removeRepeats([...repeated, ...different])).toEqual([repeated[0], ...different]);
});
