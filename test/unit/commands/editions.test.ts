import { describe, expect, test } from 'vitest';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { type MemoryWorld, memoryWorld } from '../../support/memory-world.ts';
import { type SaidInMemory, runInMemory } from '../../support/run-in-memory.ts';

function runCommand({ world }: MemoryWorld, ...args: readonly string[]): Promise<SaidInMemory> {
  return runInMemory(args, world);
}

/** The names of the Markdown letters in the output. */
function lettersIn({ output }: MemoryWorld): readonly string[] {
  return [...output.keys()]
    .filter((path) => path.endsWith('.md'))
    .map((path) => path.replace('appeal/', ''))
    .sort();
}

function textIn({ output }: MemoryWorld, name: string): string {
  return new TextDecoder().decode(output.get(`appeal/${name}`));
}

describe('generate', () => {
  test('writes to each recipient in the first language it reads that is not unchecked', async () => {
    const revised = memoryWorld(aBilingualCampaign('revised'));
    expect(await runCommand(revised, 'generate', '--to', 'md')).toMatchObject({ code: 0 });
    expect(lettersIn(revised)).toEqual(['be-minister.fr.md', 'the-chair.en.md']);
    const unchecked = memoryWorld(aBilingualCampaign('unchecked'));
    expect(await runCommand(unchecked, 'generate', '--to', 'md')).toMatchObject({ code: 0 });
    expect(lettersIn(unchecked)).toEqual(['be-minister.en.md', 'the-chair.en.md']);
  });

  test('writes the requested edition for every recipient, and all editions with --language all', async () => {
    const campaign = memoryWorld(aBilingualCampaign('unchecked'));
    await runCommand(campaign, 'generate', '--to', 'md', '--language', 'fr');
    expect(lettersIn(campaign)).toEqual(['be-minister.fr.md', 'the-chair.fr.md']);
    await runCommand(campaign, 'generate', '--to', 'md', '--language', 'en');
    expect(lettersIn(campaign)).toHaveLength(4);
    const result = await runCommand(campaign, 'generate', '--language', 'all');
    expect(result.err).toBe('4 letters: 4 files written, 4 unchanged; 0 recipients skipped, 0 failed\n');
    expect(lettersIn(campaign)).toEqual([
      'be-minister.en.md',
      'be-minister.fr.md',
      'the-chair.en.md',
      'the-chair.fr.md',
    ]);
    const manifest = textIn(campaign, 'manifest.ndjson');
    expect(manifest.match(/"language"/gu)).toHaveLength(4);
    const again = await runCommand(campaign, 'generate', '--language', 'all');
    expect(again.err).toBe('4 letters: 0 files written, 8 unchanged; 0 recipients skipped, 0 failed\n');
  });

  test('writes all parts of a letter in its language, the fixed words too', async () => {
    const campaign = memoryWorld(aBilingualCampaign('revised'));
    await runCommand(campaign, 'generate', 'the-chair', '--to', 'md', '--language', 'fr');
    const letter = textIn(campaign, 'the-chair.fr.md');
    for (const words of [
      'Traduction de courtoisie',
      '1er décembre 2025',
      'Aline Durand, Présidente de l’Assemblée',
      '# La Charte',
      'Madame la Présidente,',
      'Nous vous demandons',
      'Pièce jointe',
      'Copie à',
      'Le secrétariat',
    ]) {
      expect(letter).toContain(words);
    }
  });

  test('prints one edition to standard output, and refuses to print several', async () => {
    const campaign = memoryWorld(aBilingualCampaign('unchecked'));
    const single = await runCommand(campaign, 'generate', 'the-chair', '--to', 'md', '--language', 'fr', '-o', '-');
    expect([single.code, single.out.includes('# La Charte')]).toEqual([0, true]);
    const several = await runCommand(campaign, 'generate', 'the-chair', '--to', 'md', '--language', 'all', '-o', '-');
    expect([several.code, several.out]).toEqual([2, '']);
  });

  test('writes a newly requested edition although the previous one is unchanged', async () => {
    const campaign = memoryWorld(aBilingualCampaign('unchecked'));
    await runCommand(campaign, 'generate', '--to', 'md');
    const result = await runCommand(campaign, 'generate', '--to', 'md', '--language', 'all');
    expect(result.err).toBe('4 letters: 2 files written, 2 unchanged; 0 recipients skipped, 0 failed\n');
  });

  test('counts a skipped recipient once for all editions', async () => {
    const files = aBilingualCampaign('unchecked');
    files['recipients/chair.yaml'] += 'skip: { reason: vacant }\n';
    const result = await runCommand(memoryWorld(files), 'generate', '--to', 'md', '--language', 'all');
    expect(result.err).toContain('2 letters: 2 files written, 0 unchanged; 1 recipient skipped, 0 failed');
  });

  test('fails only the edition for which a profile has no text', async () => {
    const files = aBilingualCampaign('unchecked');
    files['recipients/chair.yaml'] = (files['recipients/chair.yaml'] ?? '').replace(', fr: Le secrétariat', '');
    const result = await runCommand(memoryWorld(files), 'generate', '--to', 'md', '--language', 'all');
    expect(result.err).toContain('3 letters: 3 files written, 0 unchanged; 0 recipients skipped, 1 failed');
    expect(result.err).toContain('data/missing-key');
  });

  test.each([
    ['de', 'en, fr'],
    ['french', 'A language is its tag'],
  ])('refuses the language %s, which the letter does not have', async (language, hint) => {
    const result = await runCommand(memoryWorld(aBilingualCampaign('unchecked')), 'generate', '--language', language);
    expect(result).toMatchObject({ code: 2, err: expect.stringContaining(hint) });
  });
});

test('list and explain show the requested edition', async () => {
  const campaign = memoryWorld(aBilingualCampaign('unchecked'));
  const listed = await runCommand(campaign, 'list', '--json', '--language', 'all');
  const { recipients } = JSON.parse(listed.out) as { recipients: { file: string }[] };
  expect(recipients.map(({ file }) => file)).toEqual([
    'appeal/the-chair.en',
    'appeal/the-chair.fr',
    'appeal/be-minister.en',
    'appeal/be-minister.fr',
  ]);
  const explained = await runCommand(campaign, 'explain', 'be-minister', '--language', 'fr');
  expect(explained.out).toContain('templates/appeal/fr/body/minister.md');
});

describe('validate', () => {
  const BODY = 'templates/appeal/fr/body/chair.md';

  test('checks all languages, unchecked ones too, but generate only those that it writes', async () => {
    const campaign = memoryWorld(aBilingualCampaign('unchecked', { [BODY]: '# La Charte\n\n{{holder}}\n' }));
    const result = await runCommand(campaign, 'validate');
    expect([result.code, result.err.includes(BODY)]).toEqual([1, true]);
    expect(await runCommand(campaign, 'validate', '--language', 'en')).toMatchObject({ code: 0 });
    expect(await runCommand(campaign, 'generate', '--to', 'md')).toMatchObject({ code: 0 });
    expect(await runCommand(campaign, 'generate', '--to', 'md', '--language', 'fr')).toMatchObject({ code: 1 });
  });

  test('reports a text that is missing in one language', async () => {
    const result = await runCommand(memoryWorld(aBilingualCampaign('unchecked', { [BODY]: undefined })), 'validate');
    expect([result.code, result.err.includes('letter/unknown-text')]).toEqual([1, true]);
  });

  test('counts every edition', async () => {
    const result = await runCommand(memoryWorld(aBilingualCampaign('unchecked')), 'validate');
    expect(result).toMatchObject({ code: 0, err: expect.stringContaining('4 letters sound') });
  });
});
