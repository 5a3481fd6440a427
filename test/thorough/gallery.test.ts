import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GALLERY_EDITIONS } from '../support/gallery.ts';
import { inProcess } from '../support/in-process.ts';
import { temporaryFolder } from '../support/run-demarche.ts';

describe('the letters of a campaign of the gallery, as init writes it, are made without a warning', () => {
  test.each(GALLERY_EDITIONS)('$name in $language', async ({ name, language }) => {
    const cwd = temporaryFolder();
    const begun = await inProcess(cwd, ['init', 'new', '--from', name, '--language', language]);
    if (name !== 'open-letter') {
      const validated = await inProcess(cwd, ['validate', '--strict', '-C', 'new']);
      expect([validated.code, validated.err]).toEqual([0, expect.stringContaining('0 faults, 0 warnings')]);
    }
    const { code, err } = await inProcess(cwd, ['generate', '-C', 'new']);
    expect(code).toBe(0);
    // The pages of the specimen, whose words are those of an earlier letter, have warnings.
    if (name !== 'open-letter') expect(err).toMatch(/^[23] letters: [46] files written, [^\n]*\n$/u);
    const [, page = ''] = /^page {2}(.+)$/mu.exec(begun.out) ?? [];
    expect(existsSync(join(cwd, page))).toBe(true);
  });
});
