import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, putFile } from '../support/in-process.ts';
import { ROOT } from '../support/run-demarche.ts';

/** The time after which a test no longer waits for a text, in milliseconds. */
const MAX_WAIT = 60_000;

const BODY = 'templates/appeal/en/body/chair.md';
const text = aCampaign()[BODY] ?? '';

/** Starts `demarche generate --watch` for a small campaign, in a process of its own. */
function startWatching(args: readonly string[] = []) {
  const campaign = folderWith(aCampaign());
  const command = [join(ROOT, 'bin/demarche.js'), 'generate', '--to', 'md', '--watch', ...args];
  const child: ChildProcess = spawn(process.execPath, command, { cwd: campaign, env: {} });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  child.stderr?.on('data', (data: Buffer) => (printed += data.toString()));
  child.stdout?.on('data', (data: Buffer) => (printed += data.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  /** Resolves to what is printed until `end`, from what earlier calls returned on. */
  const until = async (end: string): Promise<string> => {
    const deadline = Date.now() + MAX_WAIT;
    while (!printed.includes(end)) {
      if (Date.now() > deadline) throw new Error(`“${end}” was not printed, but: ${printed}`);
      await sleep(10);
    }
    const length = printed.indexOf(end) + end.length;
    const result = printed.slice(0, length);
    printed = printed.slice(length);
    return result;
  };
  const letter = (): string => readFileSync(join(campaign, 'out/appeal/the-chair.en.md'), 'utf8');
  return { campaign, child, exit, until, letter };
}

const SUMMARY_END = ' failed\n';

test('each save is followed by what changed and what was written, until Ctrl-C', async () => {
  const { campaign, child, exit, until, letter } = startWatching();
  expect(await until('watching for changes; Ctrl-C ends\n')).toContain('2 letters: 2 files written, 0 unchanged');
  putFile(campaign, BODY, text.replace('We ask you', 'We beg you'));
  expect(await until(SUMMARY_END)).toBe(
    `changed: ${BODY}\n2 letters: 1 file written, 1 unchanged; 0 recipients skipped, 0 failed\n`,
  );
  expect(letter()).toContain('We beg you');
  putFile(campaign, `${BODY}.tmp`, text);
  renameSync(join(campaign, `${BODY}.tmp`), join(campaign, BODY));
  expect(await until(SUMMARY_END)).toContain(`changed: ${BODY}\n2 letters: 1 file written`);
  const third = (aCampaign()['recipients/chair.yaml'] ?? '').replace('the-chair', 'a-third');
  putFile(campaign, 'recipients/third.yaml', third);
  expect(await until(SUMMARY_END)).toContain('changed: recipients/third.yaml\n3 letters: 1 file written, 2 unchanged');
  rmSync(join(campaign, 'recipients/third.yaml'));
  expect(await until(SUMMARY_END)).toContain('2 letters: 0 files written, 2 unchanged');
  child.kill('SIGINT');
  const stopped = await Promise.race([exit, sleep(5000).then(() => 'still running')]);
  expect(stopped).toBe(130);
});

test('a fault is shown with its line, writes nothing, and is gone when it is repaired', async () => {
  const { campaign, until, letter } = startWatching();
  await until('watching for changes; Ctrl-C ends\n');
  const before = letter();
  putFile(campaign, BODY, text.replace('We ask you', '{{nothing}}'));
  const faulty = await until('nothing was written\n');
  expect(faulty).toContain('error[template/unknown-path]: there is no “nothing”');
  expect(faulty).toContain('7 │ {{nothing}}:\n  │   ^^^^^^^\n');
  expect(letter()).toBe(before);
  putFile(campaign, BODY, text.replace('We ask you', 'We beg you'));
  expect(await until(SUMMARY_END)).toContain('1 file written');
  renameSync(join(campaign, 'templates'), join(campaign, 'away'));
  expect(await until('hint:')).toContain('demarche: there is no folder templates/');
  renameSync(join(campaign, 'away'), join(campaign, 'templates'));
  expect(await until(SUMMARY_END)).toContain('2 letters: 0 files written, 2 unchanged');
});

test('a letter that was changed by hand is refused, and the output folder may be deleted', async () => {
  const { campaign, until, letter } = startWatching();
  await until('watching for changes; Ctrl-C ends\n');
  writeFileSync(join(campaign, 'out/appeal/the-chair.en.md'), 'by hand');
  putFile(campaign, BODY, text.replace('We ask you', 'We beg you'));
  expect(await until(SUMMARY_END)).toContain('error[output/foreign-file]');
  expect(letter()).toBe('by hand');
  rmSync(join(campaign, 'out'), { recursive: true });
  putFile(campaign, BODY, text);
  expect(await until(SUMMARY_END)).toContain('2 files written');
});

test('with --quiet, only faults are printed', async () => {
  const { campaign, until } = startWatching(['--quiet']);
  putFile(campaign, BODY, text.replace('We ask you', '{{nothing}}'));
  expect(await until('demarche explain CODE')).toContain('there is no “nothing”');
});

test('the command ends with a sentence when the campaign is deleted', async () => {
  const { campaign, exit, until } = startWatching();
  await until('watching for changes; Ctrl-C ends\n');
  rmSync(campaign, { recursive: true });
  expect(await until('moved\n')).toMatch(/demarche: the folder of the campaign was deleted or moved\n$/);
  expect(await exit).toBe(1);
});
