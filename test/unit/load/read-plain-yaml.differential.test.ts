import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../../src/load/read-plain-yaml.ts';
import { readAnyYaml } from '../../../src/load/read-yaml.ts';

const SHIPPED = ['recipients', 'recipients/forms', 'templates/open-letter', 'examples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
);

/** Files with something of everything; a few lines of them, and what somebody may type into them. */
const TYPICAL = ['recipients/asp-officers.yaml', 'recipients/groups.yaml', 'templates/open-letter/letter.yaml'].map(
  (file) => readFileSync(file, 'utf8').split('\n'),
);
const TYPED = [
  ...': - # , [ ] { } " \' > | & * ! % @ ` ~ ? < \\'.split(' '),
  ' ',
  '\t',
  '\n',
  '\u00A0',
  '\u2028',
  '  ',
  ': ',
  '- ',
  ' #',
  '>-',
  '---',
  'null',
  "''",
];

describe('where the plain reader reads at all, it reads what the library reads, place by place', () => {
  test.each(SHIPPED)('%s, of which it reads all', (file) => {
    const text = readFileSync(file, 'utf8');
    const plain = readPlainYaml(file, text);
    expect(plain).toBeDefined();
    expect(readAnyYaml(file, text)).toEqual({ ok: true, value: plain, diagnostics: [] });
  });

  test('any of their lines, with something typed into them', () => {
    const changed = fc
      .record({
        lines: fc.constantFrom(...TYPICAL),
        from: fc.nat(200),
        count: fc.integer({ min: 1, max: 9 }),
        at: fc.nat(300),
        typed: fc.constantFrom('', ...TYPED),
      })
      .map(({ lines, from, count, at, typed }) => {
        const taken = lines.slice(from % lines.length, (from % lines.length) + count);
        const indent = Math.min(...taken.filter((line) => line !== '').map((line) => line.search(/[^ ]/u)));
        const text = taken.map((line) => line.slice(indent)).join('\n');
        return text.slice(0, at % (text.length + 1)) + typed + text.slice(at % (text.length + 1));
      });
    let read = 0;
    fc.assert(
      fc.property(changed, (text) => {
        const plain = readPlainYaml('f.yaml', text);
        if (plain === undefined) return;
        read += 1;
        expect(readAnyYaml('f.yaml', text)).toEqual({ ok: true, value: plain, diagnostics: [] });
      }),
      { numRuns: 3000, seed: 20251201 },
    );
    expect(read).toBeGreaterThan(500);
  });
});
