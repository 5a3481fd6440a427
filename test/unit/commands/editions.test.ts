import { describe, expect, test } from 'vitest';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { type MemoryWorld, memoryWorld } from '../../support/memory-world.ts';
import { type SaidInMemory, runInMemory } from '../../support/run-in-memory.ts';

function command({ world }: MemoryWorld, ...args: readonly string[]): Promise<SaidInMemory> {
  return runInMemory(args, world);
}

/** The Markdown letters in the output campaign. */
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
  test('gives each recipient the first language it reads, and none that is unchecked', async () => {
    const revised = memoryWorld(aBilingualCampaign('revised'));
    expect(await command(revised, 'generate', '--to', 'md')).toMatchObject({ code: 0 });
    expect(lettersIn(revised)).toEqual(['be-minister.fr.md', 'the-chair.en.md']);
    const unchecked = memoryWorld(aBilingualCampaign('unchecked'));
    expect(await command(unchecked, 'generate', '--to', 'md')).toMatchObject({ code: 0 });
    expect(lettersIn(unchecked)).toEqual(['be-minister.en.md', 'the-chair.en.md']);
  });

  test('writes the edition that is asked for, for everybody, and every edition of all', async () => {
    const campaign = memoryWorld(aBilingualCampaign('unchecked'));
    await command(campaign, 'generate', '--to', 'md', '--language', 'fr');
    expect(lettersIn(campaign)).toEqual(['be-minister.fr.md', 'the-chair.fr.md']);
    await command(campaign, 'generate', '--to', 'md', '--language', 'en');
    expect(lettersIn(campaign)).toHaveLength(4);
    const said = await command(campaign, 'generate', '--language', 'all');
    expect(said.err).toBe('4 letters: 4 files written, 4 unchanged; 0 recipients skipped, 0 failed\n');
    expect(lettersIn(campaign)).toEqual([
      'be-minister.en.md',
      'be-minister.fr.md',
      'the-chair.en.md',
      'the-chair.fr.md',
    ]);
    const manifest = textIn(campaign, 'manifest.ndjson');
    expect(manifest.match(/"language"/gu)).toHaveLength(4);
    const again = await command(campaign, 'generate', '--language', 'all');
    expect(again.err).toBe('4 letters: 0 files written, 8 unchanged; 0 recipients skipped, 0 failed\n');
  });

  test('writes a whole letter in its language, with the words of its furniture', async () => {
    const campaign = memoryWorld(aBilingualCampaign('revised'));
    await command(campaign, 'generate', 'the-chair', '--to', 'md', '--language', 'fr');
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

  test('puts one edition on standard output, and refuses to put several there', async () => {
    const campaign = memoryWorld(aBilingualCampaign('unchecked'));
    const one = await command(campaign, 'generate', 'the-chair', '--to', 'md', '--language', 'fr', '-o', '-');
    expect([one.code, one.out.includes('# La Charte')]).toEqual([0, true]);
    const two = await command(campaign, 'generate', 'the-chair', '--to', 'md', '--language', 'all', '-o', '-');
    expect([two.code, two.out]).toEqual([2, '']);
  });

  test('knows that another edition was asked for when everything of the last one stands', async () => {
    const campaign = memoryWorld(aBilingualCampaign('unchecked'));
    await command(campaign, 'generate', '--to', 'md');
    const said = await command(campaign, 'generate', '--to', 'md', '--language', 'all');
    expect(said.err).toBe('4 letters: 2 files written, 2 unchanged; 0 recipients skipped, 0 failed\n');
  });

  test('skips a recipient once, whatever the number of editions', async () => {
    const files = aBilingualCampaign('unchecked');
    files['recipients/chair.yaml'] += 'skip: { reason: vacant }\n';
    const said = await command(memoryWorld(files), 'generate', '--to', 'md', '--language', 'all');
    expect(said.err).toContain('2 letters: 2 files written, 0 unchanged; 1 recipient skipped, 0 failed');
  });

  test('fails the edition for which a profile has no words, and no other', async () => {
    const files = aBilingualCampaign('unchecked');
    files['recipients/chair.yaml'] = (files['recipients/chair.yaml'] ?? '').replace(', fr: Le secrétariat', '');
    const said = await command(memoryWorld(files), 'generate', '--to', 'md', '--language', 'all');
    expect(said.err).toContain('3 letters: 3 files written, 0 unchanged; 0 recipients skipped, 1 failed');
    expect(said.err).toContain('data/missing-key');
  });

  test.each([
    ['de', 'en, fr'],
    ['french', 'two-letter code'],
  ])('refuses the language %s, which the letter does not have', async (language, hint) => {
    const said = await command(memoryWorld(aBilingualCampaign('unchecked')), 'generate', '--language', language);
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining(hint) });
  });
});

test('list and explain speak of the edition that is asked for', async () => {
  const campaign = memoryWorld(aBilingualCampaign('unchecked'));
  const listed = await command(campaign, 'list', '--json', '--language', 'all');
  const { recipients } = JSON.parse(listed.out) as { recipients: { file: string }[] };
  expect(recipients.map(({ file }) => file)).toEqual([
    'appeal/the-chair.en',
    'appeal/the-chair.fr',
    'appeal/be-minister.en',
    'appeal/be-minister.fr',
  ]);
  const explained = await command(campaign, 'explain', 'be-minister', '--language', 'fr');
  expect(explained.out).toContain('templates/appeal/fr/body/minister.md');
});

describe('validate', () => {
  const BODY = 'templates/appeal/fr/body/chair.md';

  test('looks at all languages, unchecked ones too, and generate at those that go out', async () => {
    const campaign = memoryWorld(aBilingualCampaign('unchecked', { [BODY]: '# La Charte\n\n{{holder}}\n' }));
    const said = await command(campaign, 'validate');
    expect([said.code, said.err.includes(BODY)]).toEqual([1, true]);
    expect(await command(campaign, 'validate', '--language', 'en')).toMatchObject({ code: 0 });
    expect(await command(campaign, 'generate', '--to', 'md')).toMatchObject({ code: 0 });
    expect(await command(campaign, 'generate', '--to', 'md', '--language', 'fr')).toMatchObject({ code: 1 });
  });

  test('misses a text that only one language lacks', async () => {
    const said = await command(memoryWorld(aBilingualCampaign('unchecked', { [BODY]: undefined })), 'validate');
    expect([said.code, said.err.includes('letter/unknown-text')]).toEqual([1, true]);
  });

  test('counts every edition', async () => {
    const said = await command(memoryWorld(aBilingualCampaign('unchecked')), 'validate');
    expect(said).toMatchObject({ code: 0, err: expect.stringContaining('4 letters sound') });
  });
});
