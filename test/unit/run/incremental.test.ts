import { describe, expect, test } from 'vitest';
import { EDITS, type Output, PAGE_EDITS, build, editAndBuild, unedited } from '../../support/edit-and-build.ts';

describe('a run over what earlier ones wrote', () => {
  // Two hundred edits, and more pages: npm run thorough.
  test('leaves what a clean one leaves, after sixty edits in any order, and writes nothing else', async () => {
    expect(await editAndBuild(EDITS, { times: 60, compared: 10, formats: ['md'] })).toBeGreaterThan(45);
  });

  test('leaves what a clean one leaves, after edits that show on pages, and writes nothing else', async () => {
    expect(await editAndBuild(PAGE_EDITS, { times: 9, compared: 1, formats: ['md', 'pdf'] })).toBeGreaterThan(
      10,
    );
  });

  test.each(EDITS.map((edit) => [edit.what, edit] as const))(
    'writes only the letters that it reaches: %s',
    async (what, edit) => {
      const output: Output = new Map();
      await build(unedited(), output);
      const written = await build(edit.make(unedited()), output);
      expect(written.size < 2 || /letter\.yaml|sources\.yaml|--date/.test(what)).toBe(true);
    },
  );

  test.each(PAGE_EDITS.map((edit) => [edit.what, edit] as const))(
    'renews pages and no Markdown: %s',
    async (_, edit) => {
      const formats = ['md', 'pdf'] as const;
      const output: Output = new Map();
      await build(unedited(), output, { formats });
      const written = await build(edit.make(unedited()), output, { formats });
      expect([...written].sort()).toEqual(['appeal/be-minister.en.pdf', 'appeal/the-chair.en.pdf']);
    },
  );

  test('with nothing to do writes nothing', async () => {
    const output: Output = new Map();
    await build(unedited(), output);
    const before = new Map(output);
    expect((await build(unedited(), output)).size).toBe(0);
    expect([...output].every(([path, bytes]) => before.get(path) === bytes)).toBe(true);
  });
});
