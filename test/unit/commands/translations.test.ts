import { expect, test } from 'vitest';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const FILE = 'templates/appeal/translations.yaml';
const BODY = 'templates/appeal/en/body/chair.md';

/** Runs `translations --renew`; returns the content of translations.yaml. */
async function renew(files: Record<string, string>, ...args: readonly string[]): Promise<string> {
  const memory = memoryWorld(files);
  const result = await runInMemory(['translations', '--renew', ...args], memory.world);
  expect(result).toMatchObject({ code: 0, out: '' });
  return memory.records.get(FILE) ?? '';
}

async function translationStates(files: Record<string, string>): Promise<readonly string[]> {
  const { out } = await runInMemory(['translations', '--json'], memoryWorld(files).world);
  const { texts } = JSON.parse(out) as { texts: readonly { language: string; text: string; state: string }[] };
  return texts.map(({ language, text, state }) => `${language} ${text} ${state}`);
}

test('a translation is recorded with the hash of its original, and is stale when that has changed', async () => {
  const files = aBilingualCampaign('unchecked');
  expect(await translationStates(files)).toHaveLength(5);
  expect((await translationStates(files)).every((state) => state.endsWith(' not-recorded'))).toBe(true);

  files[FILE] = await renew(files);
  expect(files[FILE]).toMatch(/^# Written by .*\nfr:\n {2}body\/chair: [0-9a-f]{64}\n/u);
  expect((await translationStates(files)).every((state) => state.endsWith(' current'))).toBe(true);
  expect(await runInMemory(['validate'], memoryWorld(files).world)).toMatchObject({ code: 0 });

  files[BODY] = (files[BODY] ?? '').replace('We write', 'Again we write');
  expect((await translationStates(files)).filter((state) => !state.endsWith(' current'))).toEqual([
    'fr body/chair stale',
  ]);
  const { err } = await runInMemory(['validate'], memoryWorld(files).world);
  expect(err).toContain('translation/stale');
  expect(err).toContain('body/chair');

  files[FILE] = await renew(files, 'body/chair');
  expect((await translationStates(files)).every((state) => state.endsWith(' current'))).toBe(true);
});

test('renewing some records keeps the others', async () => {
  const files = aBilingualCampaign('unchecked');
  files[FILE] = await renew(files, 'body/minister');
  expect((await translationStates(files)).filter((state) => state.endsWith(' current'))).toEqual([
    'fr body/minister current',
  ]);
  files[FILE] = await renew(files, 'body/chair', '--language', 'fr');
  expect((await translationStates(files)).filter((state) => state.endsWith(' current'))).toHaveLength(2);
});

test('renewing writes nothing if one of the names is misspelt', async () => {
  const memory = memoryWorld(aBilingualCampaign('unchecked'));
  const result = await runInMemory(['translations', '--renew', 'body/chair', 'body/nobody'], memory.world);
  expect(result).toMatchObject({ code: 2, err: expect.stringContaining('body/nobody') });
  expect(memory.output.size).toBe(0);
});

test('refuses an unknown text, and reports a malformed record', async () => {
  const files = aBilingualCampaign('unchecked');
  expect(await runInMemory(['translations', 'body/nobody'], memoryWorld(files).world)).toMatchObject({ code: 2 });
  const result = await runInMemory(['validate'], memoryWorld({ ...files, [FILE]: 'fr: { body/chair: x }\n' }).world);
  expect(result).toMatchObject({ code: 1, err: expect.stringContaining('SHA-256') });
});

test.each<[string, readonly string[], (files: Record<string, string>) => void, number]>([
  ['a name is misspelt', ['body/chair', 'body/nobody'], () => undefined, 2],
  ['a letter has a fault', [], (files) => (files[BODY] = '{{#if}}'), 1],
  [
    'the campaign has one language',
    [],
    (files) => {
      for (const path of Object.keys(files)) if (path.startsWith('templates/appeal/fr/')) delete files[path];
      files['templates/appeal/letter.yaml'] = (files['templates/appeal/letter.yaml'] ?? '').replace(
        ', fr: unchecked',
        '',
      );
    },
    0,
  ],
])('renewing writes nothing if %s', async (_, names, change, code) => {
  const files = aBilingualCampaign('unchecked');
  change(files);
  const memory = memoryWorld(files);
  const result = await runInMemory(['translations', '--renew', ...names], memory.world);
  expect([result.code, [...memory.records]]).toEqual([code, []]);
});

test('a partial may have any name', async () => {
  const files = aBilingualCampaign('unchecked');
  for (const language of ['en', 'fr']) files[`templates/appeal/${language}/partials/no.md`] = 'Nous.\n';
  files[FILE] = await renew(files);
  expect(files[FILE]).toContain('  partials/no: ');
  expect(await translationStates(files)).toContain('fr partials/no current');
});
