import { describe, expect, test } from 'vitest';
import { aCampaign } from '../../support/a-campaign.ts';
import { aCampaignWithPowers } from '../../support/a-campaign-with-powers.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly hint?: string;
}

async function found(files: Record<string, string>): Promise<readonly Found[]> {
  const { out } = await runInMemory(['validate', '--json'], memoryWorld(files).world);
  return (JSON.parse(out) as { diagnostics: readonly Found[] }).diagnostics;
}

async function placed(files: Record<string, string>): Promise<readonly string[]> {
  return (await found(files)).map(({ code, file, line }) => `${code} ${file.replace(/^.*\//u, '')}:${line}`);
}

const HELD = 'held-by: [{ for: chair }]';

describe('powers.yaml', () => {
  test('may be left out or empty, and then nothing is tested', async () => {
    expect(await placed(aCampaign())).toEqual([]);
    expect(await placed(aCampaign({ 'recipients/powers.yaml': '' }))).toEqual([]);
    expect(await placed(aCampaign({ 'recipients/powers.yaml': '# none yet\n' }))).toEqual([]);
  });

  test.each([
    ['a meaning that is missing', `p: { source: s, ${HELD} }`, 'data/missing-key powers.yaml:1'],
    ['a source that is missing', `p: { meaning: m, ${HELD} }`, 'data/missing-key powers.yaml:1'],
    ['holders that are missing', 'p: { meaning: m, source: s }', 'data/missing-key powers.yaml:1'],
    ['an empty list of holders', 'p: { meaning: m, source: s, held-by: [] }', 'data/wrong-value powers.yaml:1'],
    [
      'a holder without for',
      'p: { meaning: m, source: s, held-by: [{ since: 2025-01-01 }] }',
      'data/missing-key powers.yaml:1',
    ],
    ['a role alone', 'p: { meaning: m, source: s, held-by: [chair] }', 'data/wrong-type powers.yaml:1'],
    [
      'an unknown role',
      'p: { meaning: m, source: s, held-by: [{ for: chiar }] }',
      'condition/unknown-name powers.yaml:1',
    ],
    [
      'a language',
      'p: { meaning: m, source: s, held-by: [{ for: { not: { language: en } } }] }',
      'condition/malformed powers.yaml:1',
    ],
    [
      'a period that ends before it begins',
      'p: { meaning: m, source: s, held-by: [{ for: chair, since: 2025-02-01, until: 2025-01-01 }] }',
      'data/wrong-value powers.yaml:1',
    ],
    [
      'a day that does not exist',
      'p: { meaning: m, source: s, held-by: [{ for: chair, since: 2025-02-30 }] }',
      'data/wrong-value powers.yaml:1',
    ],
    ['an unknown key', `p: { meaning: m, source: s, ${HELD}, holder: x }`, 'data/unknown-key powers.yaml:1'],
    ['the name none', `none: { meaning: m, source: s, ${HELD} }`, 'data/wrong-value powers.yaml:1'],
    ['a list of profiles', '- { id: a }', 'data/wrong-type powers.yaml:1'],
    ['a leftover in the source', `p: { meaning: m, source: "#N/A", ${HELD} }`, 'data/leftover powers.yaml:1'],
    [
      'the same name twice',
      `p: { meaning: m, source: s, ${HELD} }\np: { meaning: m, source: s, ${HELD} }`,
      'yaml/duplicate-key powers.yaml:2',
    ],
  ])('has a fault for %s', async (_, text, expected) => {
    const faults = (await found(aCampaign({ 'recipients/powers.yaml': `${text}\n` }))).filter(
      ({ severity }) => severity === 'error',
    );
    expect(faults.map(({ code, file, line }) => `${code} ${file.replace(/^.*\//u, '')}:${line}`)).toEqual([expected]);
  });

  test('holds no profiles', async () => {
    const { out } = await runInMemory(['list'], memoryWorld(aCampaignWithPowers()).world);
    expect(out).toContain('the-chair');
    expect(out).not.toContain('publish-it');
  });

  test('is an input of letters: a change of it makes them again', async () => {
    const output = new Map<string, Uint8Array>();
    const generate = async (files: Record<string, string>): Promise<string> =>
      (await runInMemory(['generate', '--to', 'md'], memoryWorld(files, output).world)).err;
    const files = aCampaignWithPowers();
    await generate(files);
    expect(await generate(files)).toContain('0 files written, 2 unchanged');
    const powers = files['recipients/powers.yaml'] ?? '';
    const ended = powers.replace('{ for: chair }', '{ for: chair, until: 2025-11-30 }');
    expect(ended).not.toBe(powers);
    expect(await generate({ ...files, 'recipients/powers.yaml': ended })).toContain('1 failed');
  });
});

describe('a wording', () => {
  const wording = (text: string): Record<string, string> =>
    aCampaignWithPowers(undefined, `      - { use: ask, ${text} }\n`);

  test.each([
    [
      'states a power for a demand that it does not express',
      'power: { publish: none, teach: none }, because: b',
      'letter/unknown-name letter.yaml:19',
    ],
    ['needs none and does not say why', 'power: none', 'data/missing-key letter.yaml:19'],
    [
      'needs none for one of its demands and does not say why',
      'with: [teach], power: { publish: none, teach: run-schools }',
      'data/missing-key letter.yaml:19',
    ],
    ['says why although it needs one', 'for: chair, power: publish-it, because: b', 'data/wrong-value letter.yaml:19'],
    ['says why and states nothing', 'because: b', 'data/wrong-value letter.yaml:19'],
    ['states a list', 'power: [publish-it]', 'data/wrong-type letter.yaml:19'],
  ])('that %s is a fault', async (_, text, expected) => {
    const faults = (await found(wording(text))).filter(({ severity }) => severity === 'error');
    expect(faults.map(({ code, file, line }) => `${code} ${file.replace(/^.*\//u, '')}:${line}`)).toContain(expected);
  });

  test.each([
    ['states none', '', ['publish']],
    ['states one for the carried demand alone', 'with: [teach], power: { teach: run-schools }', ['publish']],
    ['states one by its name, and carries another demand', 'with: [teach], power: run-schools', ['teach']],
    ['carries another demand and states nothing', 'with: [teach]', ['publish', 'teach']],
    ['needs none', 'with: [teach], power: none, because: b', []],
    [
      'needs none for its own demand, and carries another',
      'with: [teach], power: { publish: none }, because: b',
      ['teach'],
    ],
  ])('that %s is warned of for each demand without a power', async (_, text, demands) => {
    const { err } = await runInMemory(['validate'], memoryWorld(wording(text)).world);
    const warned = [...err.matchAll(/states no power for the demand “(.+?)”/gu)].map(([, demand]) => demand);
    expect(warned).toEqual(demands);
  });

  test('without a power is not warned of if the campaign declares none', async () => {
    expect(await placed(aCampaignWithPowers('', '      - { use: ask }\n'))).not.toContain(
      'demand/no-power letter.yaml:19',
    );
  });
});

describe('a power that no wording needs', () => {
  const idle = `idle: { meaning: m, source: s, ${HELD} }\n`;
  const files = aCampaignWithPowers();
  const withIdle = { ...files, 'recipients/powers.yaml': `${files['recipients/powers.yaml']}${idle}` };

  test('is warned of', async () => {
    expect(await placed(withIdle)).toEqual(['power/unused powers.yaml:11']);
  });

  test('is not warned of if only some letters are looked at', async () => {
    const other = Object.entries(withIdle).map(([path, text]): [string, string] => [
      path.replace('/appeal/', '/second/'),
      text,
    ]);
    const both = { ...withIdle, ...Object.fromEntries(other) };
    const { err } = await runInMemory(['validate', '--letter', 'second'], memoryWorld(both).world);
    expect(err).not.toContain('power/unused');
  });

  test('makes the facts that its holders depend on used', async () => {
    const groups = (files['recipients/groups.yaml'] ?? '').replace(
      'facts:\n',
      'facts:\n  hosts: { type: yes-no, complete: true, meaning: m }\n',
    );
    const holders = (files['recipients/powers.yaml'] ?? '').replace(
      '[{ for: chair }]',
      '[{ for: chair }, { for: { fact: hosts } }]',
    );
    expect(await placed({ ...files, 'recipients/groups.yaml': groups })).toEqual(['fact/unused groups.yaml:5']);
    expect(await placed({ ...files, 'recipients/groups.yaml': groups, 'recipients/powers.yaml': holders })).toEqual([]);
  });
});
