import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { plain } from '../../support/outcomes.ts';

/** Pieces out of which YAML goes right and wrong. */
const WORDS = ['a', 'b:', 'c: ', '- ', ', ', ' # c', '>-', '&x ', '*x', '!t ', '? ', ': ', '<<: ', '{{', '}}'];
const LINES = ['\n', '\n  ', '\n    ', '---\n', '...\n', 'key: value\n', '- item\n'];
const PIECES = [...WORDS, ...LINES, ...'[ ] { } " \' # | \t % \\ é'.split(' ')];

/** What the library itself makes of a text, every check of its own on: undefined where it complains. */
function byTheLibrary(text: string): string | undefined {
  try {
    const documents = [...parseAllDocuments(text, { schema: 'failsafe', logLevel: 'silent' })];
    if (documents.some(({ errors, warnings }) => errors.length + warnings.length > 0)) return undefined;
    return JSON.stringify(documents[0]?.toJS() ?? '').replaceAll('null', '""');
  } catch {
    return undefined;
  }
}

test('what is read is what the library reads with all its checks on; what is refused has a place', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      const outcome = readYaml('f.yaml', text);
      if (outcome.ok) {
        read += 1;
        expect(JSON.stringify(plain(outcome.value))).toBe(byTheLibrary(text));
      } else {
        expect(outcome.diagnostics.length).toBeGreaterThan(0);
        // Braces are YAML, but never what was meant.
        const isSyntax = outcome.diagnostics.every(({ code }) => code === 'yaml/syntax') && !text.includes('{{');
        if (isSyntax) expect(byTheLibrary(text)).toBeUndefined();
      }
    }),
    { numRuns: 5000, seed: 20251201 },
  );
  expect(read).toBeGreaterThan(500);
});
