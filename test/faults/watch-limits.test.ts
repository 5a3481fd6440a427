import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith } from '../support/in-process.ts';
import { ROOT } from '../support/run-demarche.ts';

/** The limits of a user namespace (user_namespaces(7)) on watches and on programs that watch, with what is printed. */
const LIMITS = [
  ['max_inotify_watches', 3, 'the system allows no more watches of folders', 'fs.inotify.max_user_watches'],
  ['max_inotify_instances', 0, 'the system allows no more programs that watch files', 'fs.inotify.max_user_instances'],
] as const;

test.each(LIMITS)(
  'a limit of the system on watching, %s, is named with what to do',
  (limit, value, message, setting) => {
    const command = `echo ${value} > /proc/sys/user/${limit} && exec "$0" "$1" generate --to md --watch`;
    const args = ['-Ur', 'sh', '-c', command, process.execPath, join(ROOT, 'bin/demarche.js')];
    const { status, stderr } = spawnSync('unshare', args, { cwd: folderWith(aCampaign()), encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      2,
      `demarche: ${message}\n  hint: end other programs that watch files, or raise ${setting} (sysctl)\n`,
    ]);
  },
);
