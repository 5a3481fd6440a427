import { expect, test } from 'vitest';
import { composeCampaign } from '../../../../src/commands/init/new-campaign.ts';

const SOURCES = new Map([
  ['templates/a/letter.yaml', '# yaml-language-server: $schema=../../../../../schema/letter.json\ndate: 2026-01-01\n'],
  ['templates/a/en/body/b.md', '# Subject\n\nText with $& and $1.\n'],
  ['recipients/people.yaml', '# yaml-language-server: $schema=../../../../schema/profiles.json\n- id: a\n'],
  ['recipients/forms/en.yaml', '# Without the line.\n{}\n'],
]);

test('a new campaign has schema lines that fit its folders, the schemas, a .gitignore, and its templates last', () => {
  expect([...composeCampaign(SOURCES, (name) => `schema of ${name}`)]).toEqual([
    ['.gitignore', '/out/\n/review/\n/drafts/\n'],
    ['schema/letter.json', 'schema of letter'],
    ['schema/profiles.json', 'schema of profiles'],
    ['recipients/people.yaml', '# yaml-language-server: $schema=../schema/profiles.json\n- id: a\n'],
    ['recipients/forms/en.yaml', '# Without the line.\n{}\n'],
    ['templates/a/letter.yaml', '# yaml-language-server: $schema=../../schema/letter.json\ndate: 2026-01-01\n'],
    ['templates/a/en/body/b.md', '# Subject\n\nText with $& and $1.\n'],
  ]);
});
