import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nameRequirement } from '../../../src/model/name.ts';
import { aCampaign } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { type SaidInMemory, runInMemory } from '../../support/run-in-memory.ts';

const [, NAMES = ''] = readFileSync(join(import.meta.dirname, '../../../docs/files.md'), 'utf8').split('\n## Names\n');
const [RULE = '', RESERVED = ''] = NAMES.replaceAll(/\s*\n {2}/g, ' ').split('\n### Reserved names\n');

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** The item of a list that begins with these words. */
function itemOf(text: string, start: string): string {
  return text.split('\n- ').find((item) => item.startsWith(start)) ?? '';
}

/** Chooses the texts of all letters, without making any. */
function choose(files: Readonly<Record<string, string>>): Promise<SaidInMemory> {
  return runInMemory(['matrix'], memoryWorld(files).world);
}

describe('the rule for names in docs/files.md', () => {
  const rows = RULE.split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, 3).map(codesIn));

  test.each(rows.flatMap(([valid = []]) => valid))('%s can be chosen', (name) => {
    expect(nameRequirement(name)).toBeUndefined();
  });

  test.each(rows.flatMap(([, refused = []]) => refused))('%s is refused', (name) => {
    expect(nameRequirement(name)).toBeDefined();
  });

  test('lists all names of devices, and no others', () => {
    const listed = codesIn(
      itemOf(RULE, 'It is none that Windows keeps').replaceAll(/`(com|lpt)0` to `\1(9)`/g, (_, stem) =>
        '0123456789'
          .split('')
          .map((digit) => `\`${String(stem)}${digit}\``)
          .join(' '),
      ),
    );
    const stems = ['con', 'prn', 'aux', 'nul', 'com', 'lpt', 'clock', 'dev'];
    const candidates = stems.flatMap((stem) => [stem, ...'0123456789¹²³'.split('').map((digit) => `${stem}${digit}`)]);
    const kept = candidates.filter((name) => nameRequirement(name)?.includes('Windows') === true);
    expect(kept.length).toBeGreaterThan(28);
    expect(listed.toSorted()).toEqual(kept.toSorted());
  });

  test('gives the most bytes that a name can have, and those of three letters', () => {
    const [, most] = /at most (\d+) bytes/.exec(RULE) ?? [];
    expect(nameRequirement('a'.repeat(Number(most)))).toBeUndefined();
    expect(nameRequirement('a'.repeat(Number(most) + 1))).toBeDefined();
    expect(RULE).toContain('has one byte, `é` two, `山` three');
    expect(['a', 'é', '山'].map((letter) => Buffer.byteLength(letter))).toEqual([1, 2, 3]);
  });
});

describe('the reserved names in docs/files.md', () => {
  test('of files in recipients/ hold no profiles, and files with other ends are refused', async () => {
    const item = itemOf(RESERVED, 'In `recipients/`');
    expect(codesIn(item).slice(1, 6)).toEqual(['states.yaml', 'groups.yaml', 'fields.yaml', 'powers.yaml', 'forms/']);
    const tables = codesIn(item).filter((code) => code.startsWith('.') && !code.endsWith('.yaml'));
    expect(tables).toEqual(['.csv', '.tsv', '.xlsx']);
    for (const end of tables) {
      const { err } = await choose(aCampaign({ [`recipients/more${end}`]: 'Name,Town\n' }));
      expect([end, err]).toEqual([end, expect.stringContaining('recipients/more')]);
    }
    const ends = codesIn(itemOf(RESERVED, 'A file in `recipients/`')).filter((code) => code.startsWith('.'));
    expect(ends.length).toBeGreaterThanOrEqual(4);
    for (const end of ends) {
      const { err } = await choose(aCampaign({ [`recipients/more${end}`]: 'Name\tTown\n' }));
      expect([end, err]).toEqual([end, expect.stringContaining('error[file/not-read]')]);
    }
    const { err } = await choose(aCampaign({ 'recipients/more/a.yaml': '[]' }));
    expect(err).toContain('error[file/not-read]');
  });

  test('of folders in the folder of a letter hold its texts', () => {
    expect(codesIn(itemOf(RESERVED, 'In `templates/`'))).toEqual([
      'templates/',
      'body/',
      'passages/',
      'demands/',
      'partials/',
    ]);
  });

  const conditionKeys = codesIn(itemOf(RESERVED, 'The keys of a condition').split(')')[0] ?? '');

  test('are all keys of conditions', () => {
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../schema/letter.json'), 'utf8')) as {
      $defs: { condition: { anyOf: { properties?: Readonly<Record<string, unknown>> }[] } };
    };
    const keys = schema.$defs.condition.anyOf.flatMap(({ properties = {} }) => Object.keys(properties));
    expect(conditionKeys).toEqual(keys);
  });

  test.each(conditionKeys)('%s can be the name of a role and of a fact', async (name) => {
    const files = aCampaign();
    const replace = (path: string, original: string, replacement: string): string =>
      (files[path] ?? '').replaceAll(original, replacement);
    const campaign = aCampaign({
      'templates/appeal/letter.yaml': replace('templates/appeal/letter.yaml', 'signed-charter', name).replaceAll(
        /\bchair\b(?=,| *,|\])/g,
        name,
      ),
      'recipients/groups.yaml': replace('recipients/groups.yaml', 'signed-charter', name).replace('chair:', `${name}:`),
      'recipients/states.yaml': replace('recipients/states.yaml', 'signed-charter', name),
      'recipients/chair.yaml': replace('recipients/chair.yaml', 'roles: [chair]', `roles: [${name}]`),
      'templates/appeal/en/body/chair.md': undefined,
      [`templates/appeal/en/body/${name}.md`]: files['templates/appeal/en/body/chair.md'],
    });
    expect(campaign['templates/appeal/letter.yaml']).toContain(`{ use: ${name}, for: ${name},`);
    expect((await choose(campaign)).err).not.toContain('error[');
  });

  test.each(['unknown', 'f', 'm'])('%s can be the name of a rank', async (name) => {
    const files = aCampaign();
    const campaign = aCampaign({
      'recipients/forms/en.yaml': (files['recipients/forms/en.yaml'] ?? '').replace('minister:', `${name}:`),
      'recipients/ministers.yaml': (files['recipients/ministers.yaml'] ?? '').replace(
        'rank: minister',
        `rank: ${name}`,
      ),
    });
    expect((await choose(campaign)).err).not.toContain('error[');
    expect(codesIn(itemOf(RESERVED, '`unknown`'))).toContain(name);
  });
});
