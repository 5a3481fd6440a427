import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approve, formatApprovals, readBack } from '../../../src/commands/approve/approve.ts';
import { formatTranslations, readBackTranslations } from '../../../src/commands/translations/translations.ts';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { nameRequirement } from '../../../src/model/name.ts';
import { validateApprovals } from '../../../src/validate/validate-approvals.ts';
import { anyText } from '../../support/any-text.ts';
import { valueOf } from '../../support/outcomes.ts';

const HASHES = fc.stringMatching(/^[0-9a-f]{64}$/);
/** Names that the file of a partial may have, among them some that mean something else in YAML. */
const PARTIAL_NAMES = fc.oneof(
  fc.constantFrom('no', 'null', 'true', '1e3', '012', '2025-12-01', '0x1F', '_', 'constructor', 'présentation'),
  fc
    .array(fc.constantFrom('a', 'Z', '9', 'é', 'ß', 'م', '漢', '-', '_', '.', 'e', '0'), {
      minLength: 1,
      maxLength: 40,
    })
    .map((characters) => characters.join(''))
    .filter((name) => nameRequirement(name) === undefined),
);
const PARTS = fc.dictionary(
  fc.oneof(
    fc.constantFrom('words', 'reference', 'sources/charter', 'forms/minister/f', 'signatories/constructor'),
    PARTIAL_NAMES.map((name) => `partials/${name}`),
  ),
  HASHES,
  { minKeys: 1, maxKeys: 5 },
);

test('approvals are read back as they were written, or their name is refused before', () => {
  let [refused, recorded] = [0, 0];
  fc.assert(
    fc.property(
      fc.constantFrom('en/body/x-1', 'en/passages/a/b', 'forms/en', 'signatories', 'settings'),
      fc.constantFrom('legal', 'translation', 'signatory:a-1'),
      fc.option(fc.oneof(anyText(), fc.string({ unit: 'grapheme' })), { nil: undefined }),
      PARTS,
      fc.option(PARTS, { nil: undefined }),
      (name, as, by, parts, original) => {
        const approvable = {
          name,
          language: 'en',
          file: '',
          parts: new Map(Object.entries(parts)),
          originalParts: original && new Map(Object.entries(original)),
          earlierHashes: undefined,
        };
        const approvals = approve(new Map(), [approvable], as, by);
        const text = formatApprovals(approvals);
        const { faults } = readBack(text);
        // Only a name may be refused.
        if (faults.length > 0) {
          refused += 1;
          expect([by, readBack(formatApprovals(approve(new Map(), [approvable], as, undefined))).faults]).toEqual([
            expect.any(String),
            [],
          ]);
          return;
        }
        recorded += 1;
        const { value } = validateApprovals(valueOf(readYaml('approvals.yaml', text)));
        expect({ ...value?.get(name)?.get(as), span: undefined }).toEqual({
          ...approvals.get(name)?.get(as),
          span: undefined,
        });
        expect(formatApprovals(value ?? new Map())).toBe(text);
      },
    ),
    { numRuns: 60, seed: 1 },
  );
  expect([refused > 4, recorded > 20]).toEqual([true, true]);
});

test('records of translations are read back as they were written', () => {
  const keys = fc.oneof(
    fc.constantFrom('body/minister', 'demands/publish/ask'),
    PARTIAL_NAMES.map((name) => `partials/${name}`),
  );
  const madeFrom = fc.dictionary(fc.constantFrom('fr', 'no', 'es'), fc.dictionary(keys, HASHES, { minKeys: 1 }), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(madeFrom, (languages) => {
      const hashes = new Map(
        Object.entries(languages).map(([language, texts]) => [language, new Map(Object.entries(texts))]),
      );
      expect(valueOf(readBackTranslations(formatTranslations(hashes))).madeFrom).toEqual(hashes);
    }),
    { numRuns: 30, seed: 1 },
  );
});
