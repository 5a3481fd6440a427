import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { COMMAND_USAGES } from '../support/command-usages.ts';

const PAGE = 'man/demarche.1';

test('mandoc finds no fault in the manual page; a version without a date of release has none', () => {
  const { stdout, stderr } = spawnSync('mandoc', ['-Tlint', PAGE], { encoding: 'utf8' });
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  expect(lines).toEqual([expect.stringContaining('missing date')]);
});

test('the manual page shows every flag and example as it can be typed', () => {
  const text = execFileSync('mandoc', ['-Tutf8', '-Owidth=200', PAGE], { encoding: 'utf8' }).replaceAll(/.[\b]/gu, '');
  for (const { name, options } of COMMAND_USAGES) {
    expect(text).toContain(`demarche ${name} `);
    for (const { flags } of options) expect(text).toMatch(new RegExp(`^ +${flags.join(', ')}( |$)`, 'mu'));
  }
  expect(text).toContain('  source <(demarche completion bash)   ');
  expect(text).toContain('  demarche join out/open-letter/manifest.*-of-*.ndjson');
});
