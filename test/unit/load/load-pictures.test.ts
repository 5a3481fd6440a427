import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../src/load/load-campaign.ts';
import { validateSignatoryColumns } from '../../../src/validate/validate-columns.ts';
import { MAX_PICTURE_BYTES } from '../../../src/model/picture-files.ts';
import { THE_LETTER, aCampaign } from '../../support/a-campaign.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';
import { inFull, valueOf } from '../../support/outcomes.ts';

const PARTIAL = 'templates/appeal/en/partials/map.md';

/** Loads a campaign with a partial of these words; returns the result for each picture: its size, or its faults. */
async function pictures(words: string, files: Readonly<Record<string, MemoryFile>>): Promise<Record<string, unknown>> {
  const { world } = memoryWorld({ ...aCampaign({ [PARTIAL]: words }), ...files });
  const loaded = valueOf(await loadCampaign(world, THE_LETTER, validateSignatoryColumns)).pictures;
  return Object.fromEntries(
    [...loaded].map(([path, read]) => [path, read.ok ? read.value.length : read.diagnostics.map(inFull).join()]),
  );
}

const MAP = { 'templates/appeal/maps/north.png': new Uint8Array(3000) };

describe('the pictures of a letter', () => {
  test('are read from its folder, those that its texts and its settings name and no others', async () => {
    const settings = `${aCampaign()['templates/appeal/letter.yaml']}letterhead: { logo: { file: seal.png } }\n`;
    const files = { ...MAP, 'templates/appeal/seal.png': new Uint8Array(7), 'templates/appeal/other.png': 'x' };
    expect(await pictures('![a](maps/north.png)', { ...files, 'templates/appeal/letter.yaml': settings })).toEqual({
      'seal.png': 7,
      'maps/north.png': 3000,
    });
  });

  test.each([
    ['a name in other capitals', 'Maps/north.png', 'did you mean maps/north.png?'],
    ['a misspelt name', 'maps/norht.png', 'did you mean maps/north.png?'],
    ['a file elsewhere in the folder', 'north.png', "write maps/north.png: the path begins in the letter's folder"],
    ['no such file', 'south.jpg', 'save the picture there, or write the name of one that is there'],
  ])('are missing with a hint: %s', async (_, path, hint) => {
    const { [path]: faults } = await pictures(`![a](${path})`, MAP);
    expect(faults).toContain('file/missing');
    expect(faults).toContain(hint);
  });

  test('are not looked for without end, as in a folder with links to itself', async () => {
    const { world } = memoryWorld(aCampaign({ [PARTIAL]: '![a](south.jpg)' }));
    let listed = 0;
    const endless = {
      ...world,
      list: async (folder: string) => {
        if (/^templates\/appeal(?:\/link)+$/u.test(folder)) listed += 1;
        if (listed > 1000) throw new Error('listed without end');
        const isInside = /^templates\/appeal(?:\/link)*$/u.test(folder);
        return isInside
          ? [...(await world.list(folder)), { name: 'link', kind: 'folder' as const }]
          : world.list(folder);
      },
    };
    const { pictures: read } = valueOf(await loadCampaign(endless, THE_LETTER, validateSignatoryColumns));
    expect(read.get('south.jpg')?.diagnostics.map(inFull).join()).toContain('save the picture there');
    expect(listed).toBeGreaterThan(10);
  });

  test.each([
    ['outside', 'file/outside'],
    ['not-a-file', 'file/unreadable'],
    ['too-large', 'file/too-large'],
  ] as const)('have the fault of their file: %s', async (problem, code) => {
    const faults = await pictures('![a](map.png)', { 'templates/appeal/map.png': { problem } });
    expect(faults['map.png']).toContain(code);
  });

  test('are not read further than a picture may have bytes', async () => {
    const { world } = memoryWorld({ ...aCampaign({ [PARTIAL]: '![a](map.png)' }), 'templates/appeal/map.png': 'x' });
    let chunkCount = 0;
    const readChunks: typeof world.readChunks = async function* (path) {
      if (!path.endsWith('.png')) return yield* world.readChunks(path);
      for (; ; chunkCount += 1) yield { ok: true, value: new Uint8Array(1_000_000) };
    };
    const loaded = valueOf(
      await loadCampaign({ ...world, readChunks }, THE_LETTER, validateSignatoryColumns),
    ).pictures.get('map.png');
    expect(loaded?.diagnostics.map(inFull).join()).toContain('the picture map.png is larger than 16 MB');
    expect(chunkCount).toBe(MAX_PICTURE_BYTES / 1_000_000);
  });
});
