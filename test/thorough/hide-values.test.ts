import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceFields, hideValues } from '../../src/commands/check/hide-values.ts';
import { readYaml } from '../../src/load/read-yaml.ts';
import type { Data } from '../../src/model/data.ts';
import { valueOf } from '../support/outcomes.ts';

const PROFILE = `id: be-minister
roles: [minister]
state: BE
office: { title: { en: Minister of Foreign Affairs }, rank: minister }
holder: { name: Aline van den Berg, honorific: Ms, gender: f, since: 2024-01-01 }
address: { lines: [2 Ministry Street, 1000 BRUSSELS] }
channels: [{ email: a.berg@example.org, purpose: letters, source: x }]
copies: [{ en: The secretariat }]
source: the ministry
`;

const profile = (text: string): Data => valueOf(readYaml('recipients/x.yaml', text));

/** The texts of a difference as they are shown in public. */
function inPublic(reads: string, wouldRead: string, text = PROFILE) {
  const difference = hideValues({ kind: 'line', line: 1, reads, wouldRead }, profile(text));
  return differenceFields(difference, { showValues: false });
}

test('no value, earlier or new, is shown, in whatever words and wherever in the line', () => {
  const words = fc.array(fc.constantFrom('we', 'turn', 'to', 'you', 'as', 'the', 'of'), { maxLength: 5 });
  const value = fc.array(fc.constantFrom('Kim', 'Ríos', 'Łoś', 'Nguyễn', 'O’Neil', 'van'), {
    minLength: 1,
    maxLength: 4,
  });
  const line = (before: readonly string[], middle: readonly string[], after: readonly string[]): string =>
    [...before, ...middle, ...after].join(' ');
  fc.assert(
    fc.property(words, words, words, words, value, value, (a, b, c, d, old, current) => {
      const text = PROFILE.replace('Aline van den Berg', current.join(' '));
      const shown = JSON.stringify(inPublic(line(a, old, b), line(c, current, d), text));
      expect(shown).not.toMatch(/Kim|Ríos|Łoś|Nguyễn|Neil|van/u);
    }),
    { numRuns: 600, seed: 20251201 },
  );
});
