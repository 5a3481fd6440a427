import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectWorks, freshClone, runAsUser, succeed } from './users.ts';

test('the two commands of the README write the sample, and a second npm start builds nothing', () => {
  const clone = freshClone();
  succeed(runAsUser('npm', ['ci'], clone));
  const built = statSync(join(clone, 'dist/program/main.cjs')).mtimeMs;
  expect(succeed(runAsUser('npm', ['start'], clone)).err).toContain('47 letters: 94 files written');
  expect(succeed(runAsUser('npm', ['start'], clone)).err).toContain('47 letters: 0 files written, 94 unchanged');
  expect(statSync(join(clone, 'dist/program/main.cjs')).mtimeMs).toBe(built);
  expectWorks('node', ['bin/demarche.js'], clone, '.');
});

test.each(['--omit=dev', '--ignore-scripts'])('npm ci %s installs without building, and demarche says so', (option) => {
  const clone = freshClone();
  succeed(runAsUser('npm', ['ci', option], clone));
  expect(existsSync(join(clone, 'dist'))).toBe(false);
  const sentence = `demarche is not built. Run \`npm ci && npm run build\` in ${clone}\n`;
  expect(runAsUser('node', ['bin/demarche.js', 'list'], clone)).toEqual({ code: 2, out: '', err: sentence });
});
