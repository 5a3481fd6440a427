import { describe, expect, test } from 'vitest';
import { EDITS, PAGE_EDITS, editAndBuild } from '../support/edit-and-build.ts';

describe('a run over earlier output leaves the files of a clean run, and writes only those that changed,', () => {
  test('after 200 random edits', async () => {
    expect(await editAndBuild(EDITS, { times: 200, compared: 10, formats: ['md'] })).toBeGreaterThan(150);
  });

  test('after edits that change pages', async () => {
    const edits = [...PAGE_EDITS, ...EDITS.slice(3, 5)];
    expect(await editAndBuild(edits, { times: 20, compared: 1, formats: ['md', 'pdf'] })).toBeGreaterThan(30);
  });
});
