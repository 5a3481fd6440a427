import { describe, expect, test } from 'vitest';
import { deleteSurplusPages, findSurplusPages, judgeSurplusPages } from '../../../src/run/surplus-pages.ts';
import { sha256 } from '../../../src/run/sha256.ts';
import { memoryWorld } from '../../support/memory-world.ts';

test('a page is surplus only beside other pages of its letter', () => {
  const recorded = ['a.en.1.svg', 'a.en.2.svg', 'a.en.3.svg', 'a.en.md', 'a.fr.3.svg', 'a.en.1.en.3.svg', 'map.png'];
  const names = (...of: readonly string[]) => of.map((name) => ({ name }));
  expect(findSurplusPages(names(...recorded, 'a.en.3.svg'), names('a.en.1.svg', 'a.en.2.svg'))).toEqual(['a.en.3.svg']);
  expect(findSurplusPages(names(...recorded), names('a.en.md', 'a.en.pdf'))).toEqual([]);
});

describe('the file of a page that a letter no longer has', () => {
  const PAGE = new TextEncoder().encode('<svg/>');
  const folder = (...names: readonly string[]) => {
    const output = new Map(names.map((name) => [`letter/${name}`, PAGE]));
    return { output, folder: memoryWorld({}, output).world.output };
  };

  test('may be deleted if a run wrote it, or with force', async () => {
    const recorded = { recordedHashes: [sha256(PAGE)], force: false };
    const forced = { recordedHashes: [], force: true };
    for (const policy of [recorded, forced]) {
      const { output, folder: out } = folder('a.en.3.svg', 'a.en.2.svg');
      const { removed, faults } = await deleteSurplusPages(out, 'letter', ['a.en.3.svg'], () => policy);
      expect({ removed, faults }).toEqual({ removed: [{ name: 'a.en.3.svg', isOnDisk: true }], faults: [] });
      expect([...output.keys()]).toEqual(['letter/a.en.2.svg']);
    }
  });

  test('is left as it is if it was changed by hand, and nothing is deleted if it is not there', async () => {
    const { folder: out } = folder('a.en.3.svg');
    const policy = { recordedHashes: ['another'], force: false };
    const names = ['a.en.3.svg', 'a.en.4.svg'];
    const { pages, faults } = await judgeSurplusPages(out, 'letter', names, () => policy);
    expect(faults).toMatchObject([{ code: 'output/foreign-file' }]);
    expect(pages).toEqual([{ name: 'a.en.4.svg', isOnDisk: false }]);
  });
});
