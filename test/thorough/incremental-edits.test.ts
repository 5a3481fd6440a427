import { describe, expect, test } from 'vitest';
import { EDITS, type Output, PAGE_EDITS, build, editAndBuild, unedited } from '../support/edit-and-build.ts';

describe('a run over the output of earlier runs', () => {
  // `npm run thorough` tests two hundred random edits, and more pages.
  test('leaves the files of a clean run after edits that show on pages, and writes only changed ones', async () => {
    expect(await editAndBuild(PAGE_EDITS, { times: 9, compared: 1, formats: ['md', 'pdf'] })).toBeGreaterThan(10);
  });

  test.each(EDITS.map((edit) => [edit.what, edit] as const))(
    'writes only the letters that the edit affects: %s',
    async (what, edit) => {
      const output: Output = new Map();
      await build(unedited(), output);
      const written = await build(edit.make(unedited()), output);
      expect(written.size < 2 || /letter\.yaml|sources\.yaml|--date/.test(what)).toBe(true);
    },
  );

  test.each(PAGE_EDITS.map((edit) => [edit.what, edit] as const))(
    'writes PDF files but no Markdown after an edit of the page: %s',
    async (_, edit) => {
      const formats = ['md', 'pdf'] as const;
      const output: Output = new Map();
      await build(unedited(), output, { formats });
      const written = await build(edit.make(unedited()), output, { formats });
      expect([...written].sort()).toEqual(['appeal/be-minister.en.pdf', 'appeal/the-chair.en.pdf']);
    },
  );

  test('writes nothing if nothing changed', async () => {
    const output: Output = new Map();
    await build(unedited(), output);
    const before = new Map(output);
    expect((await build(unedited(), output)).size).toBe(0);
    expect([...output].every(([path, bytes]) => before.get(path) === bytes)).toBe(true);
  });
});
