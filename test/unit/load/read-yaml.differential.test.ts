import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { plain } from '../../support/outcomes.ts';

/** Fragments that combine to valid and invalid YAML. */
const WORDS = ['a', 'b:', 'c: ', '- ', ', ', ' # c', '>-', '&x ', '*x', '!t ', '? ', ': ', '<<: ', '{{', '}}'];
const LINES = ['\n', '\n  ', '\n    ', '---\n', '...\n', 'key: value\n', '- item\n'];
const FRAGMENTS = [...WORDS, ...LINES, ...'[ ] { } " \' # | \t % \\ é'.split(' ')];

/** The JSON of what the `yaml` library reads with all its checks on; undefined if it reports an error or a warning. */
function parseWithLibrary(text: string): string | undefined {
  try {
    const documents = [...parseAllDocuments(text, { schema: 'failsafe', logLevel: 'silent' })];
    if (documents.some(({ errors, warnings }) => errors.length + warnings.length > 0)) return undefined;
    return JSON.stringify(documents[0]?.toJS() ?? '').replaceAll('null', '""');
  } catch {
    return undefined;
  }
}

test('reads what the yaml library reads with all its checks on, and reports faults for what it refuses', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 }), (fragments) => {
      const text = fragments.join('');
      const outcome = readYaml('f.yaml', text);
      if (outcome.ok) {
        accepted += 1;
        expect(JSON.stringify(plain(outcome.value))).toBe(parseWithLibrary(text));
      } else {
        expect(outcome.diagnostics.length).toBeGreaterThan(0);
        // `{{` is valid YAML, but refused, because it is meant as a template tag.
        const isSyntax = outcome.diagnostics.every(({ code }) => code === 'yaml/syntax') && !text.includes('{{');
        if (isSyntax) expect(parseWithLibrary(text)).toBeUndefined();
      }
    }),
    { numRuns: 2000, seed: 20251201 },
  );
  expect(accepted).toBeGreaterThan(200);
});
