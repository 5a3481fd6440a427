import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/load/read-yaml.ts';
import { faultsOf } from '../support/outcomes.ts';

const faults = (text: string): readonly string[] => faultsOf(readYaml('f.yaml', text));

describe('bombs', () => {
  const MAX_CPU_MS = 1500;
  const measureFaults = (text: string): { readonly faults: readonly string[]; readonly cpuMs: number } => {
    const before = process.cpuUsage();
    const measuredFaults = faults(text);
    const { user, system } = process.cpuUsage(before);
    return { faults: measuredFaults, cpuMs: (user + system) / 1000 };
  };

  test.each([
    ['brackets', '['],
    ['braces', '{a: '],
    ['dashes', '- '],
    ['question marks', '? '],
  ])('refuses a hundred thousand characters of nested %s', (_, opening) => {
    const result = measureFaults(opening.repeat(100_000 / opening.length));
    expect(result.faults).toContainEqual(expect.stringMatching(/^yaml\/unsupported 1:\d+$/));
    expect(result.cpuMs).toBeLessThan(MAX_CPU_MS);
  });

  test('finds a duplicate after twenty thousand keys', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: v`);
    const result = measureFaults(`${keys.join('\n')}\nk7: v\n`);
    expect(result.faults).toEqual(['yaml/duplicate-key 20001:1']);
    expect(result.cpuMs).toBeLessThan(MAX_CPU_MS);
  });
});
