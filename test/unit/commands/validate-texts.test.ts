import { describe, expect, test } from 'vitest';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

interface ReportedDiagnostic {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly related: readonly { readonly file: string; readonly message: string }[];
}

async function validateWithFaults(files: Record<string, string>): Promise<readonly ReportedDiagnostic[]> {
  const { code, out } = await runInMemory(['validate', '--json', '--show-values'], memoryWorld(files).world);
  expect(code).toBe(1);
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly ReportedDiagnostic[] };
  return diagnostics;
}

describe('an optional value without a guard', () => {
  const CHAIR = 'templates/appeal/en/body/chair.md';

  test('is reported with the recipients that lack it', async () => {
    const [diagnostic, ...otherDiagnostics] = await validateWithFaults(
      aCampaignWith(CHAIR, '{{recipient.title}}', '{{holder.name}}'),
    );
    expect(otherDiagnostics).toEqual([]);
    expect(diagnostic).toMatchObject({ code: 'template/no-value', file: CHAIR, line: 3, column: 22 });
    expect(diagnostic?.related.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'recipients/ministers.yaml “be-minister” has no “holder”',
    ]);
  });

  test('is reported with five recipients and the number of the others', async () => {
    const files = aCampaignWith(CHAIR, '{{recipient.title}}', '{{holder.name}}');
    const minister = files['recipients/ministers.yaml'] ?? '';
    const many = Array.from({ length: 8 }, (_, index) => minister.replace('be-minister', `minister-${index}`)).join('');
    const [diagnostic] = await validateWithFaults({ ...files, 'recipients/ministers.yaml': many });
    expect(diagnostic?.related).toHaveLength(5);
    expect(diagnostic?.related.at(-1)?.message).toBe('“minister-4” has no “holder”; neither have 3 more');
  });
});

test('faults of the letter do not hide those of its texts', async () => {
  const files = {
    ...aCampaign(),
    ...aCampaignWith('templates/appeal/letter.yaml', 'date: 2025-12-01', 'date: 2025-13-01'),
    'templates/appeal/en/body/minister.md': '# The Charter\n\n{{recipient.titel}} {{> nobody}}\n\n{{demands}}\n',
  };
  const diagnostics = await validateWithFaults(files);
  expect(diagnostics.map(({ code, file }) => `${code} ${file.split('/').at(-1)}`)).toEqual(
    expect.arrayContaining(['template/unknown-path minister.md', 'template/unknown-partial minister.md']),
  );
  expect(diagnostics.some(({ file }) => file.endsWith('letter.yaml'))).toBe(true);
});
