import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess, putFile } from '../support/in-process.ts';
import { runOnSmallest } from '../support/smallest-campaign.ts';

async function outputOf(command: string): Promise<string> {
  return (await runOnSmallest('generate --to md', command)).results.get(command)?.out ?? '';
}

describe('a campaign of three files', () => {
  test.each(['validate', 'validate --strict'])('has no faults and no warnings in %s', async (command) => {
    const result = (await runOnSmallest(command)).results.get(command);
    expect(result?.err).toMatch(/^3 letters sound, 0 recipients skipped, 0 failed; 0 faults, 0 warnings\n/u);
  });

  test('that has an unchecked translation too is refused by --strict, with the line to write', async () => {
    const { folder } = await runOnSmallest('validate');
    putFile(folder, 'templates/bridge/fr/body/letter.md', '# Le pont\n\nIl est fermé.\n');
    const { err } = await inProcess(folder, ['validate', '--strict']);
    expect(err).toContain('hint: have them read, and write in letter.yaml: “languages: { en: original, fr: revised }”');
  });

  test('is made into a letter for each recipient, in both formats', async () => {
    const { folder } = await runOnSmallest('generate');
    const files = ['anna', 'bo', 'town-hall'].flatMap((id) => [`${id}.en.md`, `${id}.en.pdf`]);
    expect(readdirSync(join(folder, 'out/bridge')).toSorted()).toEqual([...files, 'manifest.ndjson'].toSorted());
  });

  test('has the name of a person alone, of an office alone, and no address where there is none', async () => {
    const { folder } = await runOnSmallest('generate --to md');
    const addressOf = (id: string): string =>
      /2 March 2026\n\n([^]*?)\n\n# /u.exec(readFileSync(join(folder, `out/bridge/${id}.en.md`), 'utf8'))?.[1] ?? '';
    expect(addressOf('anna')).toBe('Anna Berg\\\n2 Mill Lane\\\nLOWER TOWN');
    expect(addressOf('town-hall')).toBe('The Town Clerk\\\nTown Hall\\\nLOWER TOWN');
    expect(addressOf('bo')).toBe('Bo Lind');
  });

  test('is dispatched by post or by e-mail', async () => {
    const rows = (await outputOf('dispatch')).split('\r\n');
    expect(rows.find((row) => row.startsWith('anna,'))).toMatch(/,"Anna Berg\n2 Mill Lane\nLOWER TOWN",,post,/u);
    expect(rows.find((row) => row.startsWith('bo,'))).toContain(',bo@example.org,,e-mail,');
  });

  test('is said by matrix to have no demands, in one line', async () => {
    const matrix = await outputOf('matrix');
    expect(matrix.match(/demands/gu)).toEqual(['demands']);
    expect(matrix).toContain('\nthe letter bridge has no demands\n');
  });

  test('is explained without demands, office, source and verification', async () => {
    const explained = await outputOf('explain bo');
    expect(explained).toMatch(
      /^bo: Bo Lind \(recipients\/people\.yaml:7\)\ngets the letter bridge of 2026-03-02 in en\n/u,
    );
    expect(explained).toContain('profile: does not say when it was verified; no source\n');
    expect(await outputOf('explain town-hall')).toMatch(/^town-hall: The Town Clerk \(/u);
  });
});
