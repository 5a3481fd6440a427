import { describe, expect, test } from 'vitest';
import { fault } from '../../../src/model/diagnostic.ts';
import { say } from '../../../src/model/message.ts';
import { collectFields, failure, requireBoth, success } from '../../../src/model/outcome.ts';
import { fileStart } from '../../../src/model/span.ts';

const missing = (file: string) => fault('file/missing', fileStart(file), say`${file} is missing`);

describe('the diagnostics of steps that do not depend on each other', () => {
  test('are all kept if the first step fails, and if the second does', () => {
    expect(requireBoth(failure(missing('a')), failure(missing('b')))).toEqual(failure(missing('a'), missing('b')));
    expect(requireBoth(failure(missing('a')), success(1, []))).toEqual(failure(missing('a')));
    expect(requireBoth(success('x'), failure(missing('b')))).toEqual(failure(missing('b')));
  });

  test('come with the second value if neither step fails', () => {
    expect(requireBoth(success('x'), success(1))).toEqual(success(1));
  });

  test('are all kept if one of the steps that have names fails', () => {
    const outcome = collectFields({ a: failure(missing('a')), b: success(1), c: failure(missing('c')) });
    expect(outcome).toEqual(failure(missing('a'), missing('c')));
  });

  test('come with the values by name if no step fails', () => {
    expect(collectFields({ a: success('x'), b: success(undefined) })).toEqual(success({ a: 'x', b: undefined }));
  });
});
