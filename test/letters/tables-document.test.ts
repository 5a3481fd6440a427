import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadProfiles } from '../../src/pipeline.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { readAll } from '../support/pieces.ts';

test('the table in docs/tables.md is read as the page says', async () => {
  const document = readFileSync('docs/tables.md', 'utf8');
  const files = Object.fromEntries(
    [...document.matchAll(/^`(?<path>recipients[^`\n]+)`\n\n```\w+\n(?<text>.*?)^```$/gmsu)].map(({ groups }) => [
      groups?.['path'] ?? '',
      groups?.['text'] ?? '',
    ]),
  );
  expect(Object.keys(files)).toEqual(['recipients/members.csv', 'recipients/members.columns.yaml']);
  expect(await readAll(loadProfiles(memoryWorld(files).world))).toMatchObject([
    {
      id: 'müller-anna',
      holder: { name: 'Anna Müller', gender: 'f' },
      address: { lines: ['Town Hall', '1 Market Street', '1000 Brussels', 'BELGIUM'] },
      channels: [{ email: 'anna@example.org' }],
    },
    {
      id: 'd-hondt-co-josé',
      holder: { name: "José D'Hondt & Co.", gender: 'unknown' },
      address: { lines: ['2 Mill Road', 'Flat 4', 'Ghent', 'BELGIUM'] },
    },
  ]);
});
