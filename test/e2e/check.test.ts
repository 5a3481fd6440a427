import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/run/sha256.ts';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess, putFile } from '../support/in-process.ts';

const PROFILES = 'recipients/ministers.yaml';
const STALE = aCampaign()[PROFILES]?.replace('2 Ministry Street', '3 Ministry Street') ?? '';

test('check reports stale letters, and generate updates them', async () => {
  const campaign = folderWith(aCampaign());
  const none = await inProcess(campaign, ['check']);
  expect([none.code, none.err]).toEqual([
    2,
    'demarche: there is no manifest in out/appeal, so there are no letters to compare\n' +
      '  hint: demarche generate writes the letters and their manifest; keep both in the repository\n',
  ]);
  expect((await inProcess(campaign, ['generate', '--to', 'md'])).code).toBe(0);
  const fresh = { code: 0, out: '', err: '2 files of 2 letters: 2 fresh\n' };
  expect(await inProcess(campaign, ['check'])).toEqual(fresh);
  // With filters, the letters are made and compared, with the same result.
  expect(await inProcess(campaign, ['check', '--role', 'chair', '--role', 'minister'])).toEqual(fresh);

  putFile(campaign, PROFILES, STALE);
  const stale = await inProcess(campaign, ['check']);
  expect([stale.code, stale.out]).toEqual([1, '']);
  for (const line of [
    'error[output/stale]: out of date; it reads “2 Ministry Street\\”, and would read “3 Ministry Street\\”\n',
    ' ┌─ out/appeal/be-minister.en.md:10:1\n',
    ' = hint: demarche generate be-minister\n',
    '2 files of 2 letters: 1 fresh, 1 stale\n',
  ]) {
    expect(stale.err).toContain(line);
  }
  const inPublic = await inProcess(campaign, ['check'], { CI: 'true' });
  expect([inPublic.code, inPublic.err]).toEqual([1, expect.not.stringContaining('Street')]);
  expect(inPublic.err.match(/not shown under CI/g)).toHaveLength(1);
  const jsonInPublic = await inProcess(campaign, ['check', '--json'], { CI: 'true' });
  expect(jsonInPublic.out).not.toContain('Street');
  expect(jsonInPublic.out).toContain('"reads": "(not shown)\\\\"');
  const shown = await inProcess(campaign, ['check', '--json', '--show-values'], { CI: 'true' });
  expect(shown.out).toContain('"reads": "2 Ministry Street\\\\"');
  const report = JSON.parse((await inProcess(campaign, ['check', '--json'])).out) as Record<string, unknown>;
  expect(report).toMatchObject({
    schemaVersion: 1,
    failed: 0,
    letters: [{ recipient: 'the-chair' }, { files: [{ path: 'appeal/be-minister.en.md', state: 'stale' }] }],
    diagnostics: [{ code: 'output/stale', line: 10 }],
  });

  expect((await inProcess(campaign, ['generate', '--to', 'md', 'be-minister'])).code).toBe(0);
  expect(await inProcess(campaign, ['check'])).toEqual(fresh);
});

test('letters of an older version are not reported as changed by hand, and are overwritten without --force', async () => {
  const campaign = folderWith(aCampaign());
  expect((await inProcess(campaign, ['generate'])).code).toBe(0);
  const path = join(campaign, 'out/appeal/manifest.ndjson');
  let manifest = readFileSync(path, 'utf8')
    .replaceAll(/"tool":"[^"]*"/g, '"tool":"0.0.1"')
    .replaceAll(/"inputs":"[^"]*"/g, '"inputs":"of the older version"');
  for (const name of ['be-minister.en.pdf', 'the-chair.en.pdf']) {
    const file = join(campaign, 'out/appeal', name);
    const [now, older] = [readFileSync(file), Buffer.concat([readFileSync(file), Buffer.from('% older\n')])];
    manifest = manifest.replace(sha256(now), sha256(older));
    putFile(campaign, `out/appeal/${name}`, older);
  }
  putFile(campaign, 'out/appeal/manifest.ndjson', manifest);

  const older = await inProcess(campaign, ['check']);
  expect([older.code, older.err]).toEqual([1, expect.stringContaining('4 files of 2 letters: 2 fresh, 2 stale\n')]);
  const { code, err } = await inProcess(campaign, ['generate']);
  expect([code, err]).toEqual([0, '2 letters: 2 files written, 2 unchanged; 0 recipients skipped, 0 failed\n']);
  expect((await inProcess(campaign, ['check'])).err).toBe('4 files of 2 letters: 4 fresh\n');
});

test('a letter that was replaced together with its hash in the manifest does not pass check, diff or dispatch', async () => {
  const campaign = folderWith(aCampaign());
  await inProcess(campaign, ['generate']);
  for (const name of ['be-minister.en.pdf', 'the-chair.en.md']) {
    const [file, manifest] = [join(campaign, 'out/appeal', name), join(campaign, 'out/appeal/manifest.ndjson')];
    const before = readFileSync(file);
    putFile(campaign, `out/appeal/${name}`, 'Send us money.\n');
    const forged = readFileSync(manifest, 'utf8').replace(sha256(before), sha256('Send us money.\n'));
    putFile(campaign, 'out/appeal/manifest.ndjson', forged);
  }
  const check = await inProcess(campaign, ['check']);
  expect([check.code, check.err]).toEqual([
    1,
    expect.stringMatching(/misrecorded[^]*--anew[^]*4 files of 2 letters: 2 fresh, 2 wrongly recorded as current\n$/),
  ]);
  const diff = await inProcess(campaign, ['diff']);
  expect([diff.code, diff.out]).toEqual([
    1,
    expect.stringContaining('other bytes, but no other sentence: appeal/be-minister.en.pdf\n'),
  ]);
  expect(diff.out).toContain('[-Send us money.-]');
  const dispatch = await inProcess(campaign, ['dispatch']);
  expect([dispatch.code, dispatch.out]).toEqual([1, expect.not.stringContaining('appeal/be-minister.en.pdf')]);
  expect(dispatch.out).not.toContain(sha256('Send us money.\n'));

  // generate trusts the manifest for what it skips.
  const unchanged = '2 letters: 0 files written, 4 unchanged; 0 recipients skipped, 0 failed\n';
  expect((await inProcess(campaign, ['generate'])).err).toBe(unchanged);
  expect((await inProcess(campaign, ['generate', '--verbose'])).err).toContain(unchanged);
  expect(await inProcess(campaign, ['generate', '--anew'])).toMatchObject({
    code: 0,
    err: '2 letters: 2 files written, 2 unchanged; 0 recipients skipped, 0 failed\n',
  });
  expect((await inProcess(campaign, ['check'])).err).toBe('4 files of 2 letters: 4 fresh\n');
  expect((await inProcess(campaign, ['diff'])).code).toBe(0);
  expect((await inProcess(campaign, ['dispatch'])).out).toContain('appeal/be-minister.en.pdf');
});

test('generate --anew does not overwrite a file changed by hand, and writes nothing if every letter is as it would be', async () => {
  const campaign = folderWith(aCampaign());
  await inProcess(campaign, ['generate', '--to', 'md']);
  expect((await inProcess(campaign, ['generate', '--to', 'md', '--anew'])).err).toContain(
    '0 files written, 2 unchanged',
  );
  putFile(campaign, 'out/appeal/the-chair.en.md', 'Changed.\n');
  const refused = await inProcess(campaign, ['generate', '--to', 'md', '--anew']);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('output/foreign-file')]);
  expect((await inProcess(campaign, ['generate', '--anew', '--dry-run'])).code).toBe(2);
});
