import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watchCampaign } from '../../src/cli/watch-campaign.ts';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, putFile } from '../support/in-process.ts';

/** The time after which a test no longer waits for a report, in milliseconds. */
const MAX_WAIT = 20_000;

/** A campaign on the disk that is watched, and what was reported. */
function watchedCampaign(options: { readonly recipients?: string; readonly output?: string } = {}) {
  const campaign = folderWith(aCampaign());
  const watcher = watchCampaign({ cwd: campaign }, campaign, options);
  onTestFinished(() => watcher.close());
  const reports: (readonly string[])[] = [];
  watcher.onChange((names) => reports.push(names));
  /** Changes files, and returns all names that are reported until `path` is among them. */
  const changed = async (path: string, change: () => void): Promise<ReadonlySet<string>> => {
    await sleep(100);
    reports.length = 0;
    change();
    const end = Date.now() + MAX_WAIT;
    while (!reports.flat().includes(path) && Date.now() < end) await sleep(10);
    return new Set(reports.flat());
  };
  return { campaign, watcher, reports, changed };
}

const BODY = 'templates/appeal/en/body/chair.md';

test('every way to save a file is reported, again and again', async () => {
  const { campaign, changed } = watchedCampaign();
  const path = join(campaign, BODY);
  const inPlace = (text: string) => () => writeFileSync(path, text);
  const byRename = (text: string) => () => {
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  };
  const byBackup = (text: string) => () => {
    renameSync(path, `${path}~`);
    writeFileSync(path, text);
    rmSync(`${path}~`);
  };
  const byDeleting = (text: string) => () => {
    rmSync(path);
    writeFileSync(path, text);
  };
  const ways = [inPlace, byRename, inPlace, byBackup, inPlace, byDeleting, inPlace, byRename, byRename];
  for (const [index, way] of ways.entries()) expect(await changed(BODY, way(`text ${index}`))).toEqual(new Set([BODY]));
});

test('what is added to folders that were added is reported, and its later changes', async () => {
  const { campaign, changed } = watchedCampaign();
  const added = 'templates/appeal/fr/demands/publish/ask.md';
  expect(await changed(added, () => putFile(campaign, added, 'one'))).toContain('templates/appeal/fr');
  expect(await changed(added, () => putFile(campaign, added, 'two'))).toEqual(new Set([added]));
  const words = 'languages/fr.yaml';
  expect(await changed(words, () => putFile(campaign, words, ''))).toEqual(new Set(['languages', words]));
  expect(await changed(words, () => putFile(campaign, words, 'a: b'))).toEqual(new Set([words]));
});

test('a folder that is moved away and back is watched again', async () => {
  const { campaign, changed } = watchedCampaign();
  const [folder, away] = [join(campaign, 'templates'), join(campaign, 'away')];
  expect(await changed(BODY, () => renameSync(folder, away))).toContain('templates');
  expect(await changed(BODY, () => renameSync(away, folder))).toContain('templates');
  expect(await changed(BODY, () => putFile(campaign, BODY, 'text'))).toEqual(new Set([BODY]));
  rmSync(folder, { recursive: true });
  expect(await changed(BODY, () => putFile(campaign, BODY, 'again'))).toContain(BODY);
  expect(await changed(BODY, () => putFile(campaign, BODY, 'and again'))).toEqual(new Set([BODY]));
});

test('hundreds of files at once are reported together, each once', async () => {
  const { campaign, changed, reports } = watchedCampaign();
  const names = Array.from({ length: 600 }, (_, index) => `recipients/p${String(index).padStart(3, '0')}.yaml`);
  const write = () => names.forEach((name) => putFile(campaign, name, 'id: a'));
  expect(await changed('recipients/p599.yaml', write)).toEqual(new Set(names));
  expect(reports.length).toBeLessThanOrEqual(4);
});

test('a file that is written for a long time is reported meanwhile, and once it is complete', async () => {
  const { campaign, changed } = watchedCampaign();
  let isWriting = true;
  const write = async (): Promise<void> => {
    for (let length = 1; isWriting; length += 1) {
      putFile(campaign, BODY, 'x'.repeat(length));
      await sleep(20);
    }
  };
  let writing: Promise<void> | undefined;
  expect(await changed(BODY, () => (writing = write()))).toEqual(new Set([BODY]));
  isWriting = false;
  await writing;
  expect(await changed(BODY, () => putFile(campaign, BODY, 'complete'))).toEqual(new Set([BODY]));
});

test('what letters are not made from is not reported', async () => {
  const { campaign, changed, reports } = watchedCampaign({ output: 'templates/letters' });
  putFile(campaign, 'out/appeal/the-chair.en.md', '');
  putFile(campaign, 'templates/letters/appeal/the-chair.en.md', '');
  putFile(campaign, 'templates/appeal/en/body/.chair.md.swp', '');
  putFile(campaign, 'README.md', '');
  await sleep(300);
  expect(reports).toEqual([]);
  expect(await changed(BODY, () => putFile(campaign, BODY, 'text'))).toEqual(new Set([BODY]));
});

test('a file of recipients outside the campaign, and the target of a link, are watched', async () => {
  const outside = folderWith({ 'people.csv': 'id', 'shared.md': 'one' });
  const { campaign, changed } = watchedCampaign({ recipients: join(outside, 'people.csv') });
  const name = relative(campaign, join(outside, 'people.csv'));
  expect(await changed(name, () => writeFileSync(join(outside, 'people.csv'), 'id,name'))).toEqual(new Set([name]));
  const link = 'templates/appeal/en/body/linked.md';
  await changed(link, () => symlinkSync(join(outside, 'shared.md'), join(campaign, link)));
  expect(await changed(link, () => writeFileSync(join(outside, 'shared.md'), 'two'))).toEqual(new Set([link]));
});

test('the watching ends with a sentence when the campaign is deleted or moved', async () => {
  for (const leave of [
    (folder: string) => rmSync(folder, { recursive: true }),
    (folder: string) => renameSync(folder, `${folder}-moved`),
  ]) {
    const parent = folderWith({});
    const campaign = join(parent, 'campaign');
    mkdirSync(campaign);
    for (const [path, text] of Object.entries(aCampaign())) putFile(campaign, path, text);
    const watcher = watchCampaign({ cwd: parent }, campaign, {});
    leave(campaign);
    expect(await watcher.ended).toBe('the folder of the campaign was deleted or moved');
  }
});
