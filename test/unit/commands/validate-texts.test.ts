import { describe, expect, test } from 'vitest';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

interface Said {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly related: readonly { readonly file: string; readonly message: string }[];
}

async function validated(files: Record<string, string>): Promise<readonly Said[]> {
  const { code, out } = await runInMemory(['validate', '--json', '--show-values'], memoryWorld(files).world);
  expect(code).toBe(1);
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly Said[] };
  return diagnostics;
}

describe('an optional value without a guard', () => {
  const CHAIR = 'templates/appeal/en/body/chair.md';

  test('is told with those who lack it', async () => {
    const [said, ...others] = await validated(aCampaignWith(CHAIR, '{{recipient.title}}', '{{holder.name}}'));
    expect(others).toEqual([]);
    expect(said).toMatchObject({ code: 'template/no-value', file: CHAIR, line: 3, column: 22 });
    expect(said?.related.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'recipients/ministers.yaml “be-minister” has no “holder”',
    ]);
  });

  test('is told with five of them and how many more there are', async () => {
    const files = aCampaignWith(CHAIR, '{{recipient.title}}', '{{holder.name}}');
    const minister = files['recipients/ministers.yaml'] ?? '';
    const many = Array.from({ length: 8 }, (_, index) => minister.replace('be-minister', `minister-${index}`)).join('');
    const [said] = await validated({ ...files, 'recipients/ministers.yaml': many });
    expect(said?.related).toHaveLength(5);
    expect(said?.related.at(-1)?.message).toBe('“minister-4” has no “holder”; neither have 3 more');
  });
});

test('faults of the letter do not hide those of its texts', async () => {
  const files = {
    ...aCampaign(),
    ...aCampaignWith('templates/appeal/letter.yaml', 'date: 2025-12-01', 'date: 2025-13-01'),
    'templates/appeal/en/body/minister.md': '# The Charter\n\n{{recipient.titel}} {{> nobody}}\n\n{{demands}}\n',
  };
  const said = await validated(files);
  expect(said.map(({ code, file }) => `${code} ${file.split('/').at(-1)}`)).toEqual(
    expect.arrayContaining(['template/unknown-path minister.md', 'template/unknown-partial minister.md']),
  );
  expect(said.some(({ file }) => file.endsWith('letter.yaml'))).toBe(true);
});
