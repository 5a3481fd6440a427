import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith, inProcess } from '../support/in-process.ts';

const DOCUMENT = readFileSync('docs/campaign.md', 'utf8');

test('the smallest campaign in docs/campaign.md is sound, and has a letter for each of its two recipients', async () => {
  const section = DOCUMENT.split('## The smallest campaign\n')[1]?.split('\n## ')[0] ?? '';
  const [letter = '', text = '', people = ''] = [...section.matchAll(/^```\w+\n(.*?)^```$/gmsu)].map(
    ([, code]) => code,
  );
  const folder = folderWith({
    'templates/plain/letter.yaml': letter,
    'templates/plain/en/body/letter.md': text,
    'recipients/people.yaml': people,
  });
  const validated = await inProcess(folder, ['validate', '--strict']);
  expect([validated.code, validated.err.split('\n')[0]]).toEqual([
    0,
    '2 letters sound, 0 recipients skipped, 0 failed; 0 faults, 0 warnings',
  ]);
});
