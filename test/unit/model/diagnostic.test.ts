import { expect, test } from 'vitest';
import { fault, withoutRepeats } from '../../../src/model/diagnostic.ts';
import { say } from '../../../src/model/message.ts';

test('the same fault is said once; another place, kind or wording is another fault', () => {
  const at = (line: number) => ({ file: 'a.md', line, column: 1 });
  const same = [fault('yaml/syntax', at(1), say`x ${'y'}`), fault('yaml/syntax', at(1), say`x ${'y'}`)];
  const others = [
    fault('yaml/syntax', at(2), say`x ${'y'}`),
    fault('yaml/unsupported', at(1), say`x ${'y'}`),
    fault('yaml/syntax', at(1), say`x ${'z'}`),
  ];
  expect(withoutRepeats([...same, ...others])).toEqual([same[0], ...others]);
});
