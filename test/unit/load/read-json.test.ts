import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadExternalProfiles } from '../../../src/load/load-recipients.ts';
import { readJson } from '../../../src/load/read-json.ts';
import { dataAt } from '../../../src/model/data.ts';
import { faultsOf, plain, valueOf } from '../../support/outcomes.ts';
import { inPieces, readAll } from '../../support/pieces.ts';

function read(text: string, size = 1000): Promise<readonly unknown[]> {
  return readAll(loadExternalProfiles({ name: 'a.ndjson', open: () => inPieces(text, size) }));
}

describe('a list of JSON objects', () => {
  test('has one recipient a line, with any line ends and chunk size', async () => {
    const text = '\uFEFF{"id": "be", "a": [1, {"b": "é\\u00e9"}], "c": {}, "d": null, "e": -1.50e3}\r\n\n {"id":"fr"}';
    const expected = [{ id: 'be', a: ['1', { b: 'éé' }], c: {}, d: '', e: '-1.50e3' }, { id: 'fr' }];
    for (const size of [1, 1000]) expect(await read(text, size)).toEqual(expected);
  });

  test('loses only the recipient of a faulty line, and reports its location', async () => {
    const outcomes = await read('{"id":"a"}\n{"id":"b",}\n{"id":"c"}\n');
    expect(outcomes).toEqual([{ id: 'a' }, [expect.stringContaining('a.ndjson:2:11 json/syntax')], { id: 'c' }]);
  });

  test('is refused if one line is too long', async () => {
    const outcomes = await read(`[${'{"id":"a"},\u0020'.repeat(100_000)}`, 65_536);
    expect(outcomes).toEqual([[expect.stringContaining('a.ndjson:1:1 file/too-large')]]);
  });
});

test('every value has its location', () => {
  const data = valueOf(readJson('a.ndjson', '{"id": "be", "a": [1, {"b": "x"}]}', 7));
  expect(dataAt(data, ['a', 1, 'b'])?.span).toEqual({ file: 'a.ndjson', line: 7, column: 29 });
});

test.each([
  ['{"a":1,"a":2}', ['json/duplicate-key 1:8']],
  ['{"a":"x\u200By"}', ['file/forbidden-character 1:8']],
  ['{"a":"x\u200By\\n","a":2}', ['file/forbidden-character 1:8', 'json/duplicate-key 1:14']],
  ['{"a":"x\\u200By"}', ['file/forbidden-character 1:6']],
  ['{"a":"\\ud800"}', ['file/forbidden-character 1:6']],
  ["{'a':1}", ['json/syntax 1:2']],
  ['{"a":1} x', ['json/syntax 1:9']],
  ['{"a":"x', ['json/syntax 1:6']],
  ['['.repeat(30), ['json/syntax 1:22']],
  ['NaN', ['json/syntax 1:1']],
  ['01', ['json/syntax 1:1']],
])('%s is a fault', (text, faults) => {
  expect(faultsOf(readJson('a', text, 1))).toEqual(faults);
});

test('accepts, refuses and reads texts as JSON.parse does', () => {
  const asText = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(asText);
    if (value === null) return '';
    if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]));
  };
  const jsonLikeText = fc.stringMatching(/^[ {}[\]":,\\a1\-.eE+tn]{0,12}$/);
  let accepted = 0;
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 4 }), jsonLikeText), (text) => {
      const isJson = isValidJson(text);
      const outcome = readJson('a', text, 1);
      const isRefused = outcome.diagnostics.some(({ code }) => code === 'json/syntax');
      expect(isRefused).toBe(!isJson);
      // Numbers keep the characters they were typed with, so only other values are compared.
      if (outcome.ok && !/\d/.test(text)) {
        accepted += 1;
        expect(plain(outcome.value)).toEqual(asText(JSON.parse(text)));
      }
    }),
    { numRuns: 500, seed: 8 },
  );
  expect(accepted).toBeGreaterThan(50);
});

function isValidJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
