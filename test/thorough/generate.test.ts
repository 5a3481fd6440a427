import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCampaign, aCampaignWith } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';
import { ROOT, type CommandResult, demarche, lastLine, lettersIn, temporaryFolder } from '../support/run-demarche.ts';

const ALL = '47 letters: 94 files written, 0 unchanged; 1 recipient skipped, 0 failed';
const AGAIN = '47 letters: 0 files written, 94 unchanged; 1 recipient skipped, 0 failed';

/** The output folder of the shipped letters, generated once by the built command; tests must not change it. */
let shipped: string;
let shippedRun: CommandResult;
beforeAll(async () => {
  shipped = mkdtempSync(join(tmpdir(), 'demarche-'));
  shippedRun = await demarche(['generate', '-o', shipped]);
}, 60_000);
afterAll(() => rmSync(shipped, { recursive: true }));

describe('demarche generate', () => {
  test('writes all letters once; a second run writes nothing', async () => {
    expect([shippedRun.code, lastLine(shippedRun.err), shippedRun.out]).toEqual([0, ALL, '']);
    expect(shippedRun.err).toMatch(/^eu-hu skipped: /m);
    const out = temporaryFolder();
    cpSync(shipped, out, { recursive: true, preserveTimestamps: true });
    const folder = join(out, 'open-letter');
    const names = readdirSync(folder);
    expect(names.filter((name) => name.endsWith('.md'))).toHaveLength(47);
    expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(47);
    expect(names).toHaveLength(95);
    const times = names.map((name) => statSync(join(folder, name)).mtimeMs);
    const second = await demarche(['generate', '-o', out]);
    expect([second.code, lastLine(second.err)]).toEqual([0, AGAIN]);
    expect(names.map((name) => statSync(join(folder, name)).mtimeMs)).toEqual(times);
  });

  test('gives a letter the same bytes alone as in a full run', async () => {
    const out = temporaryFolder();
    await demarche(['generate', 'asp-president', '-o', out], { env: { TZ: 'Asia/Tokyo', LANG: 'ar_EG.UTF-8' } });
    const [alone, among] = [lettersIn(out), lettersIn(shipped)];
    for (const format of ['md', 'pdf']) {
      const name = `asp-president.en.${format}`;
      expect(alone.get(name)?.equals(among.get(name) ?? Buffer.of()), name).toBe(true);
    }
  });

  test('writes one letter in one format to standard output, and nothing else', async () => {
    const result = await demarche(['generate', 'bureau-br', '--to', 'pdf', '-o', '-']);
    expect([result.code, result.err, result.out.slice(0, 9), result.out.trimEnd().slice(-5)]).toEqual([
      0,
      '',
      '%PDF-1.7\n',
      '%%EOF',
    ]);
  });

  test('writes the letters that are named or that a filter selects', async () => {
    const out = temporaryFolder();
    const named = await inProcess(ROOT, ['generate', 'eu-fr', 'eu-de', '--to', 'md', '-o', out]);
    expect(lastLine(named.err)).toBe('2 letters: 2 files written, 0 unchanged; 0 recipients skipped, 0 failed');
    const filtered = await inProcess(ROOT, [
      'generate',
      '--role',
      'eu-minister',
      '--group',
      'asp-bureau',
      '--to',
      'md',
      '-o',
      out,
    ]);
    expect(lastLine(filtered.err)).toBe('7 letters: 7 files written, 0 unchanged; 0 recipients skipped, 0 failed');
  });

  test('keeps the other letters in the manifest when a later run writes only some', async () => {
    const out = temporaryFolder();
    await inProcess(folderWith(aCampaign()), ['generate', 'be-minister', 'the-chair', '--to', 'md', '-o', out]);
    await inProcess(folderWith(aCampaign()), ['generate', 'be-minister', '--to', 'md', '-o', out]);
    const lines = readFileSync(join(out, 'appeal/manifest.ndjson'), 'utf8').trimEnd().split('\n');
    const ids = lines.map((line) => (JSON.parse(line) as { id?: string }).id);
    expect(ids).toEqual([undefined, 'be-minister', 'the-chair']);
  });

  test('names the files in a dry run and writes none', async () => {
    const out = join(temporaryFolder(), 'new');
    const result = await inProcess(folderWith(aCampaign()), ['generate', 'be-minister', '--dry-run', '-o', out]);
    expect([result.code, result.out.trimEnd().split('\n').length, existsSync(out)]).toEqual([0, 2, false]);
    expect(lastLine(result.err)).toBe(
      '1 letter: 2 files would be written or found unchanged; 0 recipients skipped, 0 failed',
    );
  });

  test('reports a page that looks wrong when the letter is made, and counts the warning when it is unchanged', async () => {
    const item = '- The_decision_of_the_Assembly_on_the_Charter_and_on_its_annexes stands.';
    const campaign = folderWith(aCampaignWith('templates/appeal/en/body/minister.md', 'We write to you.', item));
    const reported = /^warning\[page\/runt\]: .*“stands.”/;
    expect((await inProcess(campaign, ['generate'])).err).toMatch(reported);
    // Hashes alone show that this run has nothing to do; with --json, each letter is looked at.
    expect(readFileSync(join(campaign, 'out/appeal/manifest.ndjson'), 'utf8')).toContain('"demarche":"settled"');
    const counted = /^1 warning about unchanged letters, as before; demarche validate shows them\n/;
    expect((await inProcess(campaign, ['generate'])).err).toMatch(counted);
    expect(JSON.parse((await inProcess(campaign, ['generate', '--json'])).out)).toMatchObject({
      summary: { earlierWarnings: 1 },
      diagnostics: [],
    });
    expect((await inProcess(campaign, ['generate', '--quiet'])).err).toBe('');
    const check = await inProcess(campaign, ['check']);
    expect([check.code, check.err]).toEqual([0, expect.stringMatching(reported)]);
  });

  test('leaves no lock behind if the report cannot be written', async () => {
    const campaign = folderWith(aCampaign());
    const report = join(campaign, 'templates/appeal/letter.yaml/report.sarif');
    const failed = await inProcess(campaign, ['generate', '--reporter', `sarif=${report}`]);
    expect([failed.code, failed.err]).toEqual([2, expect.stringContaining('could not be written')]);
    expect(existsSync(join(campaign, 'out/appeal/manifest.lock'))).toBe(false);
  });

  test('reports a fault of a register once, though each letter finds it', async () => {
    const files = Object.entries(aCampaignWith('recipients/states.yaml', 'names:', 'nmaes:'));
    const secondLetter = files.map(([path, content]) => [
      path.replace('templates/appeal/', 'templates/other/'),
      content,
    ]);
    const campaign = folderWith(Object.fromEntries([...files, ...secondLetter]));
    const { err } = await inProcess(campaign, ['generate']);
    const faults = err.match(/^error\[/gm)?.length ?? 0;
    expect(faults).toBeGreaterThan(0);
    expect(lastLine(err)).toBe(`${faults} faults; nothing was written`);
  });

  test('prints the results as one JSON document with --json', async () => {
    const result = await inProcess(ROOT, ['generate', 'eu-fr', 'eu-hu', '--json', '-o', temporaryFolder()]);
    const report: unknown = JSON.parse(result.out);
    expect(report).toMatchObject({
      schemaVersion: 1,
      letters: [
        { recipient: 'eu-fr', language: 'en', outcome: 'done' },
        { recipient: 'eu-hu', outcome: 'skipped' },
      ],
      summary: { letters: 1, written: 2, unchanged: 0, skipped: 1, failed: 0, earlierWarnings: 0 },
      diagnostics: [],
    });
    expect(result.out.match(/^\{"letter":.*\}/gm)).toHaveLength(2);
  });
});

describe('recipients in a table', () => {
  const header = 'id;roles.1;languages.1;state;office.title.en;office.rank;address.lines.1;source\r\n';
  const row = (id: string): string => `${id};minister;en;BE;Minister of Tables;minister;1 Street;the table\r\n`;

  test('are added to those of the campaign, with the same letters from a file and from standard input', async () => {
    const [campaign, out] = [folderWith(aCampaign()), temporaryFolder()];
    const table = join(out, 'people.csv');
    writeFileSync(table, `\uFEFF${header}${row('table-one')}${row('table-two')}`);
    const args = ['generate', 'table-two', 'be-minister', '--to', 'md'];
    const named = await inProcess(out, [...args, '--recipients', 'people.csv', '-C', campaign, '-o', 'a']);
    const piped = await demarche([...args, '--recipients', '-', '-C', campaign, '-o', 'b'], {
      cwd: out,
      input: readFileSync(table, 'utf8'),
    });
    expect([named.code, piped.code, lastLine(named.err)]).toEqual([
      0,
      0,
      '2 letters: 2 files written, 0 unchanged; 0 recipients skipped, 0 failed',
    ]);
    for (const name of ['table-two.en.md', 'be-minister.en.md', 'manifest.ndjson']) {
      expect(readFileSync(join(out, 'b/appeal', name))).toEqual(readFileSync(join(out, 'a/appeal', name)));
    }
  });

  test('fail row by row, also for a duplicate id', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'people.csv'), `${header}${row('table-one')}${row('table-one')}x;y\r\n`);
    const args = ['generate', 'table-one', '--to', 'md', '--recipients', 'people.csv', '-o', 'a'];
    const result = await inProcess(out, [...args, '-C', folderWith(aCampaign())]);
    expect([result.code, lastLine(result.err)]).toEqual([
      1,
      '1 letter: 1 file written, 0 unchanged; 0 recipients skipped, 2 failed',
    ]);
    expect(result.err).toMatch(/error\[profile\/duplicate-id\].*\n +┌─ people\.csv:3:1 \(A3\)/);
    expect(result.err).toMatch(/error\[csv\/ragged-row\].*\n +┌─ people\.csv:4:3 \(B4\)/);
  });

  test('do not include an unknown id, which is reported after standard input has been read', async () => {
    const campaign = folderWith(aCampaign());
    const run = (id: string, input: string) => inProcess(campaign, ['list', id, '--recipients', '-'], {}, input);
    const missing = await run('table-nine', header + row('table-one'));
    expect([missing.code, missing.err.includes('there is no recipient “table-nine”')]).toEqual([2, true]);
    expect((await run('table-one', header + row('table-one'))).code).toBe(0);
  });
});

describe('files that are in the output folder already', () => {
  test('does not overwrite a file changed by hand, and reports it, unless --force is given', async () => {
    const out = temporaryFolder();
    const file = join(out, 'appeal/be-minister.en.md');
    await inProcess(folderWith(aCampaign()), ['generate', 'be-minister', '--to', 'md', '-o', out]);
    writeFileSync(file, 'mine');
    const refused = await inProcess(folderWith(aCampaign()), ['generate', 'be-minister', '--to', 'md', '-o', out]);
    expect([refused.code, readFileSync(file, 'utf8')]).toEqual([1, 'mine']);
    expect(refused.err).toContain(`error[output/foreign-file]`);
    expect(refused.err).toContain('be-minister.en.md');
    const forced = await inProcess(folderWith(aCampaign()), [
      'generate',
      'be-minister',
      '--to',
      'md',
      '--force',
      '-o',
      out,
    ]);
    expect([forced.code, readFileSync(file, 'utf8').includes('mine\n')]).toEqual([0, false]);
  });

  test('identical files are kept when the manifest is missing', async () => {
    const out = temporaryFolder();
    await inProcess(folderWith(aCampaign()), ['generate', 'be-minister', '-o', out]);
    rmSync(join(out, 'appeal/manifest.ndjson'));
    const again = await inProcess(folderWith(aCampaign()), ['generate', 'be-minister', '-o', out]);
    expect(lastLine(again.err)).toBe('1 letter: 0 files written, 2 unchanged; 0 recipients skipped, 0 failed');
  });

  test('nothing is written through a link, nor over a folder', async () => {
    const [out, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(elsewhere, 'precious'), 'precious');
    mkdirSync(join(out, 'appeal/the-chair.en.md'), { recursive: true });
    symlinkSync(join(elsewhere, 'precious'), join(out, 'appeal/be-minister.en.md'));
    const result = await inProcess(folderWith(aCampaign()), [
      'generate',
      'be-minister',
      'the-chair',
      '--to',
      'md',
      '-o',
      out,
    ]);
    const reportedIds = ['the-chair', 'be-minister'].filter((id) => result.err.includes(`appeal/${id}.en.md:1:1`));
    expect([result.code, result.err.includes('error[output/in-the-way]'), reportedIds.length]).toEqual([1, true, 2]);
    expect(readFileSync(join(elsewhere, 'precious'), 'utf8')).toBe('precious');
  });

  test('an invalid manifest stops the run before anything is written', async () => {
    const out = temporaryFolder();
    mkdirSync(join(out, 'appeal'));
    writeFileSync(join(out, 'appeal/manifest.ndjson'), 'no manifest\n');
    const result = await inProcess(folderWith(aCampaign()), ['generate', 'be-minister', '-o', out]);
    expect([result.code, readdirSync(join(out, 'appeal'))]).toEqual([1, ['manifest.ndjson']]);
    expect(result.err).toContain('error[output/manifest]');
    expect(result.err).toContain('manifest.ndjson:1:1\n');
  });
});

describe('a fault', () => {
  test('in a profile fails only that letter', async () => {
    const campaign = folderWith(aCampaignWith('recipients/ministers.yaml', 'state: BE', 'state: BE\n  nickname: Bee'));
    const result = await inProcess(campaign, ['generate', '--to', 'md']);
    expect([result.code, lastLine(result.err)]).toEqual([
      1,
      '1 letter: 1 file written, 0 unchanged; 0 recipients skipped, 1 failed',
    ]);
    expect(result.err).toMatch(/error\[data\/unknown-key\]: .*“nickname”.*\n +┌─ recipients\/ministers\.yaml:4:3\n/);
    const written = ['the-chair', 'be-minister'].map((id) => existsSync(join(campaign, `out/appeal/${id}.en.md`)));
    expect(written).toEqual([true, false]);
  });

  test('in a profile file that cannot be parsed is reported for any named recipient, who may be in that file', async () => {
    const campaign = folderWith(aCampaign({ 'recipients/zz.yaml': '- id: [\n' }));
    const named = await inProcess(campaign, ['generate', 'zz-top', '--to', 'md', '-o', '-']);
    expect([named.code, named.out, named.err.includes('recipients/zz.yaml:1:')]).toEqual([1, '', true]);
    const other = await inProcess(campaign, ['generate', 'be-minister', '--to', 'md', '-o', '-']);
    expect([other.code, other.out.startsWith('**Specimen'), other.err.includes('recipients/zz.yaml:1:')]).toEqual([
      1,
      true,
      true,
    ]);
  });

  test('in letter.yaml does not keep validate from reporting faults in profiles', async () => {
    const files = aCampaignWith('templates/appeal/letter.yaml', 'status: specimen', 'status: specimn');
    const profile = files['recipients/ministers.yaml']?.replace('verified: false', 'verified: soon') ?? '';
    const result = await inProcess(folderWith({ ...files, 'recipients/ministers.yaml': profile }), ['validate']);
    const reportedFiles = [...result.err.matchAll(/┌─ (\S+?):\d+:\d+$/gm)].map(([, path]) => path?.split('/').at(-1));
    expect([result.code, reportedFiles]).toEqual([1, ['ministers.yaml', 'letter.yaml']]);
  });

  test('in a shared file stops the run before anything is written', async () => {
    const campaign = folderWith(aCampaignWith('templates/appeal/letter.yaml', 'use: minister', 'use: minster'));
    const result = await inProcess(campaign, ['generate']);
    expect([result.code, existsSync(join(campaign, 'out')), lastLine(result.err)]).toEqual([
      1,
      false,
      '1 fault; nothing was written',
    ]);
    expect(result.err).toMatch(/error\[letter\/unknown-text\]: .*\n +┌─ templates\/appeal\/letter\.yaml:\d+:\d+\n/);
  });

  test('is reported under CI without the values of profiles, unless --show-values is given', async () => {
    const campaign = folderWith(aCampaignWith('recipients/chair.yaml', 'verified: 2025-11-30', 'verified: sometime'));
    const hidden = await inProcess(campaign, ['validate'], { CI: 'true' });
    const shown = await inProcess(campaign, ['validate', '--show-values'], { CI: 'true' });
    expect([hidden.code, hidden.err.includes('sometime'), shown.err.includes('sometime')]).toEqual([1, false, true]);
    const run = await inProcess(ROOT, ['generate', 'eu-hu', '--dry-run'], { CI: 'true' });
    expect(run.err).toMatch(/^eu-hu skipped$/m);
  });
});

test('--fail-fast stops at the first letter that fails and prints the summary', async () => {
  const out = temporaryFolder();
  mkdirSync(join(out, 'appeal/the-chair.en.md'), { recursive: true });
  const result = await inProcess(folderWith(aCampaign()), ['generate', '--fail-fast', '--to', 'md', '-o', out]);
  expect([result.code, lastLine(result.err)]).toEqual([
    1,
    '0 letters: 0 files written, 0 unchanged; 0 recipients skipped, 1 failed; stopped before the end',
  ]);
});
