import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FileStates, type WatchedFiles, changedNames, readFileStates } from '../../../src/cli/file-states.ts';
import { folderWith, putFile } from '../../support/in-process.ts';

/** Describes the watching of a campaign on the disk. Its files are a minute old, so that none is young. */
function watchedIn(files: Readonly<Record<string, string>>, except = 'out'): WatchedFiles {
  const campaign = folderWith(files);
  for (const path of Object.keys(files)) makeOld(join(campaign, path));
  return { campaign, folders: ['templates', 'recipients'], files: new Map(), except: join(campaign, except) };
}

function makeOld(path: string): void {
  const minuteAgo = Date.now() / 1000 - 60;
  utimesSync(path, minuteAgo, minuteAgo);
}

function look(watched: WatchedFiles): FileStates {
  return readFileStates(watched, () => undefined);
}

/** Returns the names that change while `change` is executed. */
function changesBy(watched: WatchedFiles, change: (campaign: string) => void): readonly string[] {
  const before = look(watched);
  change(watched.campaign);
  return changedNames(before, look(watched));
}

const FILES = { 'templates/l/en/body/a.md': 'one', 'templates/l/letter.yaml': '', 'recipients/a.yaml': '' };

test('files that were written, replaced, added and removed have changed, and no others', () => {
  const watched = watchedIn(FILES);
  expect(changesBy(watched, () => undefined)).toEqual([]);
  expect(changesBy(watched, (campaign) => putFile(campaign, 'templates/l/en/body/a.md', 'two'))).toEqual([
    'templates/l/en/body/a.md',
  ]);
  makeOld(join(watched.campaign, 'templates/l/en/body/a.md'));
  const replace = (campaign: string): void => {
    putFile(campaign, 'other/a.md', 'two');
    makeOld(join(campaign, 'other/a.md'));
    renameSync(join(campaign, 'other/a.md'), join(campaign, 'templates/l/en/body/a.md'));
  };
  expect(changesBy(watched, replace)).toEqual(['templates/l/en/body/a.md']);
  expect(changesBy(watched, (campaign) => putFile(campaign, 'templates/l/en/demands/d/w.md', ''))).toEqual([
    'templates/l/en/demands',
    'templates/l/en/demands/d',
    'templates/l/en/demands/d/w.md',
  ]);
  makeOld(join(watched.campaign, 'templates/l/en/demands/d/w.md'));
  expect(changesBy(watched, (campaign) => rmSync(join(campaign, 'recipients'), { recursive: true }))).toEqual([
    'recipients',
    'recipients/a.yaml',
  ]);
});

test('hidden files, other folders and the output folder are not watched', () => {
  const watched = watchedIn(FILES, 'templates/letters');
  const write = (campaign: string): void => {
    putFile(campaign, 'templates/l/en/body/.a.md.swp', '');
    putFile(campaign, 'out/l/a.en.md', '');
    putFile(campaign, 'templates/letters/l/a.en.md', '');
  };
  expect(changesBy(watched, write)).toEqual([]);
});

test('a file that is written twice in one tick of the clock has changed', () => {
  const watched = watchedIn({ ...FILES, 'recipients/b.yaml': 'b' });
  const writeAt = (seconds: number, name: string, text: string): void => {
    putFile(watched.campaign, name, text);
    utimesSync(join(watched.campaign, name), seconds, seconds);
  };
  const tick = Date.now() / 1000;
  writeAt(tick, 'recipients/a.yaml', 'one');
  writeAt(tick, 'recipients/b.yaml', 'one');
  const before = look(watched);
  expect([...before.young.keys()]).toEqual(['recipients/a.yaml', 'recipients/b.yaml']);
  writeAt(tick, 'recipients/b.yaml', 'two');
  const after = look(watched);
  expect(after.states).toEqual(before.states);
  expect(changedNames(before, after)).toEqual(['recipients/b.yaml']);
});

test('a symbolic link has the state of its target, whose folder is entered; a circle of links ends', () => {
  const watched = watchedIn({ ...FILES, 'shared/a.yaml': 'a' });
  const { campaign } = watched;
  symlinkSync('../shared/a.yaml', join(campaign, 'recipients/linked.yaml'));
  symlinkSync('..', join(campaign, 'recipients/circle'));
  symlinkSync('nowhere', join(campaign, 'recipients/broken'));
  const entered: string[] = [];
  expect(readFileStates(watched, (folder) => entered.push(folder)).states.size).toBeLessThan(30);
  expect(entered.some((folder) => folder.endsWith('/shared'))).toBe(true);
  expect(changesBy(watched, () => putFile(campaign, 'shared/a.yaml', 'bb'))).toContain('recipients/linked.yaml');
});

test('files outside the campaign are watched by their names in messages', () => {
  const outside = folderWith({ 'people.csv': 'id' });
  makeOld(join(outside, 'people.csv'));
  const watched = { ...watchedIn(FILES), files: new Map([['../people.csv', join(outside, 'people.csv')]]) };
  expect(changesBy(watched, () => putFile(outside, 'people.csv', 'id,name'))).toEqual(['../people.csv']);
  mkdirSync(join(outside, 'other'));
  expect(changesBy(watched, () => rmSync(join(outside, 'people.csv')))).toEqual(['../people.csv']);
});
