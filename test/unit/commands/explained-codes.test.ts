import { expect, test } from 'vitest';
import { explainedCodeText, isDiagnosticCode } from '../../../src/commands/explain/run-code.ts';
import { EXPLAINED_CODES } from '../../../src/report/explained-codes.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const codes = Object.keys(EXPLAINED_CODES).filter(isDiagnosticCode);
const { world } = memoryWorld({});

test('every code has explanations in sentences, and an example with its correction', () => {
  expect(codes.length).toBeGreaterThan(50);
  for (const code of codes) {
    const { meaning, why, fix, wrong, right } = EXPLAINED_CODES[code];
    for (const sentence of [meaning, why, fix]) expect(sentence).toMatch(/^[\p{Lu}“#{].*[.”]$/u);
    expect(wrong).not.toBe(right);
  }
});

test('every explanation has lines that fit a terminal', () => {
  expect(
    Math.max(
      ...codes.flatMap((code) =>
        explainedCodeText(code)
          .split('\n')
          .map((line) => line.length),
      ),
    ),
  ).toBeLessThan(110);
});

test('explain explains a code without a campaign', async () => {
  const result = await runInMemory(['explain', 'data/unknown-key', '-C', '/nowhere'], world);
  expect([result.code, result.err]).toEqual([0, '']);
  expect(result.out).toContain('A key is not known at this place.');
  const record: unknown = JSON.parse((await runInMemory(['explain', 'yaml/syntax', '--json'], world)).out);
  expect(record).toMatchObject({ schemaVersion: 1, code: 'yaml/syntax', wrong: 'title: Charter: a proposal' });
});

test('explain refuses an unknown code as a usage error, and names the codes of its area', async () => {
  const result = await runInMemory(['explain', 'yaml/sintax'], world);
  expect([result.code, result.out]).toEqual([2, '']);
  expect(result.err).toMatch(/there is no code “yaml\/sintax”[\s\S]*yaml\/syntax/);
});
