import { describe, expect, test } from 'vitest';
import { loadCampaign, loadTranslatingFiles } from '../../../src/load/load-campaign.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { validateSignatoryColumns } from '../../../src/validate/validate-columns.ts';
import { aCampaign } from '../../support/a-campaign.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';
import { placedFaultsOf, plain, valueOf } from '../../support/outcomes.ts';

const load = (files: Readonly<Record<string, MemoryFile>>): ReturnType<typeof loadCampaign> =>
  loadCampaign(memoryWorld(files).world, 'appeal', validateSignatoryColumns);

describe('a campaign', () => {
  test('is loaded with all its files', async () => {
    const data = valueOf(await load(aCampaign()));
    expect(data.id).toBe('appeal');
    expect(Object.keys(data.forms)).toEqual(['en']);
    expect(plain(data.sources)).toMatchObject({ charter: { date: '1999-05-04' } });
    expect(plain(data.groups)).toMatchObject({ roles: { chair: {} } });
    expect(plain(data.states)).toMatchObject({ BE: {}, FR: {} });
    expect(plain(data.letter)).toMatchObject({ status: 'specimen' });
  });

  test('has its templates indexed by language and key', async () => {
    const { templates } = valueOf(
      await load({
        ...aCampaign(),
        'templates/appeal/en/partials/who-we-are.md': 'us',
        'templates/appeal/fr/body/chair.md': 'nous',
        'templates/appeal/en/body/notes.txt': 'not a template',
        'templates/appeal/images/body/chair.md': 'not a language',
      }),
    );
    expect(Object.keys(templates)).toEqual(['en', 'fr']);
    expect([...(templates['en']?.keys() ?? [])]).toEqual([
      'body/chair',
      'body/minister',
      'partials/who-we-are',
      'passages/thanks/signatory',
      'demands/publish/ask',
      'demands/publish/support',
    ]);
    expect(templates['fr']?.get('body/chair')).toEqual({ file: 'templates/appeal/fr/body/chair.md', text: 'nous' });
  });

  test('has texts with LF line ends and without a byte order mark', async () => {
    const { templates } = valueOf(
      await load({ ...aCampaign(), 'templates/appeal/en/body/chair.md': '\uFEFF# One\r\n\r\nTwo\r\n' }),
    );
    expect(templates['en']?.get('body/chair')?.text).toBe('# One\n\nTwo\n');
  });
});

describe('a file that may be absent', () => {
  test.each([
    ['sources', 'templates/appeal/sources.yaml'],
    ['approvals', 'templates/appeal/approvals.yaml'],
    ['states', 'recipients/states.yaml'],
    ['groups', 'recipients/groups.yaml'],
    ['fields', 'recipients/fields.yaml'],
    ['powers', 'recipients/powers.yaml'],
  ] as const)('means the same as one without content: %s', async (name, path) => {
    const nothing = { kind: 'fields', entries: [], span: { file: path, line: 1, column: 1 } };
    for (const text of [undefined, '', '# to come\n', '---\n', '{}\n']) {
      const { [name]: data } = valueOf(await load(aCampaign({ [path]: text })));
      expect(plain(data)).toEqual({});
      if (text !== '{}\n') expect(data).toEqual(nothing);
    }
  });

  test('is also the settings of a letter, if it has no content', async () => {
    const { letter } = valueOf(await load(aCampaign({ 'templates/appeal/letter.yaml': '# to come\n' })));
    expect(plain(letter)).toEqual({});
  });

  test.each([undefined, '', '# to come\n', '{}\n'])('is also a file of forms of address: %j', async (text) => {
    const { forms } = valueOf(await load(aCampaign({ 'recipients/forms/en.yaml': text })));
    expect(forms).toEqual({});
  });

  test.each(['terms', 'translations'] as const)('is also %s.yaml', async (name) => {
    for (const text of [undefined, '', '# to come\n']) {
      const { world } = memoryWorld(aCampaign({ [`templates/appeal/${name}.yaml`]: text }));
      expect(plain(valueOf(await loadTranslatingFiles(world, 'appeal'))[name])).toEqual({});
    }
  });
});

describe('a file of forms of address', () => {
  test.each(['en.yml', 'EN.yaml', 'english.yaml', 'en.YAML'])('is not ignored under a wrong name: %s', async (name) => {
    const path = `recipients/forms/${name}`;
    expect(placedFaultsOf(await load(aCampaign({ [path]: '{}' })))).toEqual([`file/not-read ${path}:1:1`]);
  });
});

describe('a file that cannot be read', () => {
  const without = (path: string): Record<string, string> => aCampaign({ [path]: undefined });

  test('is reported as missing if it must exist', async () => {
    const path = 'templates/appeal/letter.yaml';
    expect(placedFaultsOf(await load(without(path)))).toEqual([`file/missing ${path}:1:1`]);
  });

  test.each([
    ['unreadable', 'file/unreadable'],
    ['not-a-file', 'file/unreadable'],
    ['too-large', 'file/too-large'],
    ['not-utf8', 'file/not-utf8'],
    ['outside', 'file/outside'],
  ] as const)('is reported with its problem: %s', async (problem, code) => {
    const outcome = await load({ ...aCampaign(), 'recipients/states.yaml': { problem } });
    expect(placedFaultsOf(outcome)).toEqual([`${code} recipients/states.yaml:1:1`]);
  });

  test('is reported with the line and column, if they are known', async () => {
    const outcome = await load({
      ...aCampaign(),
      'templates/appeal/en/body/chair.md': { problem: 'not-utf8', line: 3, column: 7 },
    });
    expect(placedFaultsOf(outcome)).toEqual(['file/not-utf8 templates/appeal/en/body/chair.md:3:7']);
  });

  test('is reported with its purpose and a hint', async () => {
    const [fault] = (await load(without('templates/appeal/letter.yaml'))).diagnostics;
    expect(plainMessage(fault?.message ?? [])).toBe(
      'templates/appeal/letter.yaml: there is no such file; it holds the settings of the letter',
    );
    expect(plainMessage(fault?.hint ?? [])).toBe('create it');
  });

  test('does not hide the faults of other files', async () => {
    const outcome = await load({
      ...without('templates/appeal/letter.yaml'),
      'recipients/groups.yaml': 'a: *b\n',
      'recipients/forms/en.yaml': 'a: 1\na: 2\n',
      'templates/appeal/en/body/chair.md': 'a\u200B b',
    });
    expect(placedFaultsOf(outcome)).toEqual([
      'yaml/duplicate-key recipients/forms/en.yaml:2:1',
      'yaml/unsupported recipients/groups.yaml:1:4',
      'file/forbidden-character templates/appeal/en/body/chair.md:1:2',
      'file/missing templates/appeal/letter.yaml:1:1',
    ]);
  });

  test('is reported as too large above one megabyte', async () => {
    const outcome = await load({ ...aCampaign(), 'recipients/states.yaml': `# ${'x'.repeat(1_000_000)}` });
    expect(placedFaultsOf(outcome)).toEqual(['file/too-large recipients/states.yaml:1:1']);
  });
});
