import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCampaign, aCampaignWith } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';

const BROKEN = aCampaignWith('recipients/ministers.yaml', 'id: be-minister', 'id: be-minister\n  nickname: Bo');

test('several reporters write the same fault, each to its destination', async () => {
  const campaign = folderWith(BROKEN);
  const reporters = ['human', 'github', 'sarif=out.sarif', 'junit=out.xml'].flatMap((name) => ['--reporter', name]);
  const result = await inProcess(campaign, ['validate', '--quiet', ...reporters]);
  expect([result.code, result.out]).toEqual([1, '']);
  expect(result.err).toContain('error[data/unknown-key]: ');
  expect(result.err).toContain('::error file=recipients/ministers.yaml,line=2,');
  expect(readFileSync(join(campaign, 'out.sarif'), 'utf8')).toContain('"ruleId": "data/unknown-key"');
  expect(readFileSync(join(campaign, 'out.xml'), 'utf8')).toContain('<failure type="data/unknown-key"');
});

test('reporters write their files without faults, too', async () => {
  const campaign = folderWith(aCampaign());
  expect((await inProcess(campaign, ['validate', '--reporter', 'sarif=a.sarif'])).code).toBe(0);
  expect(readFileSync(join(campaign, 'a.sarif'), 'utf8')).toContain('"results": []');
  await inProcess(campaign, ['generate', '--to', 'md']);
  const again = await inProcess(campaign, ['check', '--reporter', 'junit=b.xml']);
  expect([again.code, existsSync(join(campaign, 'b.xml'))]).toEqual([0, true]);
});

test('a report replaces an earlier one of its kind, and no other file, and follows no link', async () => {
  const names = ['human', 'github', 'sarif', 'junit'];
  const campaign = folderWith({ ...BROKEN, 'letter.md': 'words', 'recipients/x.yaml': '[]\n' });
  symlinkSync('letter.md', join(campaign, 'link.md'));
  const report = (name: string, file: string) =>
    inProcess(campaign, ['validate', '--quiet', '--reporter', `${name}=${file}`]);
  for (const name of names) {
    for (const _ of ['first', 'again']) expect((await report(name, `report.${name}`)).code).toBe(1);
    for (const other of [...names.filter((each) => each !== name).map((each) => `report.${each}`), 'letter.md']) {
      if (!existsSync(join(campaign, other))) continue;
      const before = readFileSync(join(campaign, other), 'utf8');
      const refused = await report(name, other);
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('is not an earlier report')]);
      expect(readFileSync(join(campaign, other), 'utf8')).toBe(before);
    }
    expect((await report(name, 'link.md')).err).toContain('not a plain file');
  }
  expect(readFileSync(join(campaign, 'letter.md'), 'utf8')).toBe('words');
});

test('GitHub Actions get annotations and a summary by default, with paths from the repository’s root, without values', async () => {
  const repository = folderWith(
    Object.fromEntries(Object.entries(BROKEN).map(([path, text]) => [`spring/${path}`, text])),
  );
  const summary = join(repository, 'summary.md');
  const env = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: repository, GITHUB_STEP_SUMMARY: summary };
  const result = await inProcess(join(repository, 'spring'), ['validate'], env);
  expect(result.code).toBe(1);
  expect(result.err).toContain('::error file=spring/recipients/ministers.yaml,line=2,');
  expect(readFileSync(summary, 'utf8')).toMatch(/^### demarche: 1 fault, 0 warnings\n/);
  expect(`${result.err}${readFileSync(summary, 'utf8')}`).not.toContain('Bo');
});

test.each([
  ['an unknown reporter', 'tap', 'The reporters are human, github, sarif=FILE and junit=FILE.'],
  ['a reporter without its file', 'sarif', 'Name a file: sarif=report.sarif.'],
])('%s is refused', async (_, reporter, message) => {
  const result = await inProcess(folderWith(aCampaign()), ['validate', '--reporter', reporter]);
  expect([result.code, result.err]).toEqual([2, expect.stringContaining(message)]);
});
