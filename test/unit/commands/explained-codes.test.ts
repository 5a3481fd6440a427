import { expect, test } from 'vitest';
import { explainedCodeText, isDiagnosticCode } from '../../../src/commands/explain/run-code.ts';
import { EXPLAINED_CODES } from '../../../src/report/explained-codes.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const codes = Object.keys(EXPLAINED_CODES).filter(isDiagnosticCode);
const { world } = memoryWorld({});

test('every code has sentences, and an example that differs from its mended form', () => {
  expect(codes.length).toBeGreaterThan(50);
  for (const code of codes) {
    const { meaning, why, fix: mend, wrong, right } = EXPLAINED_CODES[code];
    for (const sentence of [meaning, why, mend]) expect(sentence).toMatch(/^[\p{Lu}“#{].*[.”]$/u);
    expect(wrong).not.toBe(right);
  }
});

test('a code is explained in lines that fit a terminal', () => {
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

test('the command explains it without a campaign', async () => {
  const said = await runInMemory(['explain', 'data/unknown-key', '-C', '/nowhere'], world);
  expect([said.code, said.err]).toEqual([0, '']);
  expect(said.out).toContain('A key is not known at this place.');
  const record: unknown = JSON.parse((await runInMemory(['explain', 'yaml/syntax', '--json'], world)).out);
  expect(record).toMatchObject({ schemaVersion: 1, code: 'yaml/syntax', wrong: 'title: Charter: a proposal' });
});

test('a code that there is not is a wrong command line, which names those of its area', async () => {
  const said = await runInMemory(['explain', 'yaml/sintax'], world);
  expect([said.code, said.out]).toEqual([2, '']);
  expect(said.err).toMatch(/there is no code “yaml\/sintax”[\s\S]*yaml\/syntax/);
});
