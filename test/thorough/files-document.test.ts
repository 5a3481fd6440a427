import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/run/sha256.ts';
import { documentCampaign, documentCampaignWith, pathOf } from '../support/document-campaign.ts';
import { exampleOf, exampleWith, flattenKeys, readFileKeys, rowOf } from '../support/file-keys.ts';
import { PARTS, fileKeysOf } from '../support/described-schemas.ts';
import { KINDS } from '../support/json-schemas.ts';
import { type MemoryFile, memoryWorld } from '../support/memory-world.ts';
import { type SaidInMemory, runInMemory } from '../support/run-in-memory.ts';

/** The kinds whose examples are no files of one campaign: demarche writes them, with hashes of its texts. */
const WRITTEN_BY_DEMARCHE = ['translations', 'approvals'];

const keys = [...KINDS.map(({ name }) => name), ...Object.keys(PARTS)].flatMap((kind) =>
  flattenKeys(fileKeysOf(kind)).map((key) => ({ kind, path: key.path.join('.'), key, table: readFileKeys(kind) })),
);

function run(files: Readonly<Record<string, MemoryFile>>, ...args: readonly string[]): Promise<SaidInMemory> {
  return runInMemory(args, memoryWorld(files).world);
}

describe('the campaign of the examples', () => {
  test('is valid without warnings, and gives a letter', async () => {
    const { code, out, err } = await run(documentCampaign(), 'generate', '--to', 'md', '-o', '-', 'upper');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('We thank you for the river treaty.');
    const validated = await run(documentCampaign(), 'validate');
    expect([validated.code, validated.err]).toEqual([0, expect.not.stringMatching(/error|warning\[/)]);
  });

  test.each(KINDS.map(({ name }) => name))(
    'has a file that must be there exactly if the table says so: %s',
    async (kind) => {
      const path = pathOf(kind);
      const others = Object.entries(documentCampaign()).filter(([other]) => other !== path);
      const { code, err } = await run(Object.fromEntries(others), 'validate');
      const isMissed = code === 2 || err.includes('error[file/missing]');
      expect(isMissed).toBe(readFileKeys(kind).mustExist);
    },
  );
});

describe('the example of a key is accepted', () => {
  test.each(keys)('$kind: $path', async ({ kind, key, table }) => {
    const content = exampleWith(table, key.path, { value: exampleOf(table, key.path) });
    const files = documentCampaignWith(kind, content);
    // Other than validate, generate does not ask for translations into languages that are unchecked.
    const command = kind === 'terms' ? ['validate'] : ['generate', '--dry-run', '--to', 'md'];
    const { code, err } = await run(files, ...command);
    if (WRITTEN_BY_DEMARCHE.includes(kind)) expect(err).not.toMatch(/error\[(?:data|yaml|file)\//);
    else expect([code, err]).toEqual([0, expect.not.stringContaining('error[')]);
  });
});

const defaults = keys.flatMap(({ key, table, ...rest }) => {
  const value = rowOf(table, key.path)?.default ?? key.schema.default;
  return value === undefined ? [] : [{ ...rest, key, table, value }];
});

describe('a default has the effect of leaving the key out', () => {
  test('and there are at least ten', () => {
    expect(defaults.length).toBeGreaterThanOrEqual(10);
  });

  test.each(defaults)('$kind: $path', async ({ kind, key, table, value }) => {
    const contents = [exampleWith(table, key.path, 'left-out'), exampleWith(table, key.path, { value })];
    expect(contents[0]).not.toEqual(contents[1]);
    const results = contents.map(async (content) => {
      const { world, output } = memoryWorld(documentCampaignWith(kind, content));
      const written = await runInMemory(['generate', '--quiet'], world);
      const { out: dispatched } = await runInMemory(['dispatch'], world);
      const files = [...output].filter(([path]) => /\.(?:md|pdf)$/.test(path));
      return { written, dispatched, files: files.map(([path, bytes]) => [path, sha256(bytes)]) };
    });
    const [leftOut, stated] = await Promise.all(results);
    expect(stated).toEqual(leftOut);
  });
});
