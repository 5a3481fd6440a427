import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, inProcess } from '../support/in-process.ts';

const DOCUMENT = readFileSync('docs/campaign.md', 'utf8');

/** The files in the document: for each, a line with its path, then a code block with its content. */
const FILES = Object.fromEntries(
  [...DOCUMENT.matchAll(/^`(?<path>[^`\n]+)`\n\n```\w+\n(?<text>.*?)^```$/gmsu)].map(({ groups }) => [
    groups?.['path'] ?? '',
    groups?.['text'] ?? '',
  ]),
);

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

describe('the campaign in docs/campaign.md', () => {
  test('has seven files with fewer than forty lines in all', () => {
    expect(Object.keys(FILES)).toHaveLength(7);
    const lines = Object.values(FILES).flatMap((text) => text.trimEnd().split('\n'));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.length).toBeLessThan(40);
  });

  test('is valid, and gives a letter to each of its two recipients', async () => {
    const folder = folderWith(FILES);
    const written = await inProcess(folder, ['generate', '--to', 'md']);
    expect([written.code, written.err]).toEqual([
      0,
      '2 letters: 2 files written, 0 unchanged; 0 recipients skipped, 0 failed\n',
    ]);
    const upper = readFileSync(join(folder, 'out/bridge/upper.en.md'), 'utf8');
    expect(upper).toContain('The Mayor of Upper Town');
    expect(upper).toContain('1. **Repair**: to have the bridge repaired before summer.[^1]');
    expect(upper).not.toContain('Lower');
    expect(existsSync(join(folder, 'out/bridge/lower.en.md'))).toBe(true);
  });
});
