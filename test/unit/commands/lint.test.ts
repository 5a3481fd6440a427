import { describe, expect, test } from 'vitest';
import { implies } from '../../../src/commands/validate/lint-campaign.ts';
import type { Condition } from '../../../src/model/condition.ts';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { condition } from '../../support/a-register.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const LETTER = 'templates/appeal/letter.yaml';
const GROUPS = 'recipients/groups.yaml';
const MINISTERS = 'recipients/ministers.yaml';

interface LintResult {
  readonly code: number;
  readonly err: string;
  readonly warnings: readonly string[];
}

async function lint(files: Record<string, string>, ...args: readonly string[]): Promise<LintResult> {
  const result = await runInMemory(['validate', '--json', ...args], memoryWorld(files).world);
  const { diagnostics } = JSON.parse(result.out) as {
    diagnostics: readonly { code: string; severity: string; line: number }[];
  };
  return { ...result, warnings: diagnostics.map(({ code, severity, line }) => `${severity} ${code} ${line}`) };
}

test('a sound campaign has no warnings', async () => {
  expect(await lint(aCampaign())).toMatchObject({ code: 0, warnings: [] });
});

describe('no warning is given for', () => {
  const councillor = (id: string, name: string): string =>
    `- id: ${id}\n  roles: [minister]\n  office: { title: { en: Councillor }, rank: minister }\n${name}  address: { lines: [Town Hall, 1 Square] }\n`;
  const named = (name: string): string => `  holder: { name: ${name} }\n`;

  test('a letter without demands, if the letter has none', async () => {
    const letter = 'date: 2025-12-01\nsignatories: [{ name: { en: A } }]\n';
    const text = { 'templates/appeal/en/body/a.md': '# A\n\nB\n' };
    const people = Array.from({ length: 12 }, (_, index) => `- { id: p${index}, holder: { name: P${index} } }\n`).join(
      '',
    );
    const result = await lint({ [LETTER]: letter, ...text, 'recipients/people.yaml': people });
    expect(result).toMatchObject({ code: 0, warnings: [] });
    expect(result.err).not.toContain('joint letter');
  });

  test('members of a council, who have one title and one address', async () => {
    const files = aCampaign({ [MINISTERS]: councillor('a', named('A')) + councillor('b', named('B')) });
    expect((await lint(files)).warnings).toEqual([]);
  });

  test.each([
    ['one that is named twice', named('A'), named('A'), 6],
    ['one that is named first', named('A'), '', 6],
    ['one that is named second', '', named('A'), 5],
  ])('but for %s', async (_, first, second, line) => {
    const files = aCampaign({ [MINISTERS]: councillor('a', first) + councillor('b', second) });
    expect((await lint(files)).warnings).toEqual([`warning profile/same-office ${line}`]);
  });

  test('two persons at one address, but for one person', async () => {
    const person = (id: string, name: string): string =>
      `- id: ${id}\n  roles: [minister]\n  holder: { name: ${name} }\n  address: { lines: [1 Lane, TOWN] }\n`;
    expect((await lint(aCampaign({ [MINISTERS]: person('a', 'A') + person('b', 'B') }))).warnings).toEqual([]);
    expect((await lint(aCampaign({ [MINISTERS]: person('a', 'A') + person('b', 'A') }))).warnings).toEqual([
      'warning profile/same-office 5',
    ]);
  });
});

describe('a warning is given for', () => {
  const reportDemand = '  report: { number: 2, sources: [charter], wordings: [{ use: ask }] }\npassages:';
  const reportText = { 'templates/appeal/en/demands/report/ask.md': '**Report** it.\n' };
  const withReport = (wordings: string): Record<string, string> => ({
    ...aCampaignWith(LETTER, 'passages:', reportDemand.replace('[{ use: ask }]', wordings)),
    ...reportText,
  });

  test('a demand that no recipient gets', async () => {
    expect(await lint(withReport('[{ use: ask }]'))).toMatchObject({
      code: 0,
      warnings: ['warning demand/reaches-nobody 21'],
    });
  });

  test('a demand for a role, but only if a recipient of the run has the role', async () => {
    const files = withReport('[{ use: ask, for: bishop }]');
    files[GROUPS] = (files[GROUPS] ?? '').replace('roles:', 'roles:\n  bishop: { meaning: has a diocese }');
    expect((await lint(files)).warnings).toEqual([]);
    expect((await lint(withReport('[{ use: ask, for: minister }]'), 'the-chair')).warnings).toEqual([]);
    expect((await lint(withReport('[{ use: ask, for: minister }]'))).warnings).toHaveLength(1);
  });

  test('a letter without demands', async () => {
    const files = aCampaignWith(LETTER, 'for: minister, demands: [publish]', 'for: minister, demands: []');
    files['templates/appeal/en/body/minister.md'] = '# The Charter\n\nWe write to you.\n\n{{passage "thanks"}}\n';
    expect((await lint(files)).warnings).toEqual(['warning text/no-demands 1']);
  });

  test('a wording that an earlier one shadows', async () => {
    const files = aCampaignWith(
      LETTER,
      '      - { use: support }\n',
      '      - { use: support }\n      - { use: ask }\n',
    );
    expect((await lint(files)).warnings).toEqual(['warning rule/shadowed 21']);
  });

  test('a source that no text cites', async () => {
    const files = aCampaign();
    files['templates/appeal/sources.yaml'] += 'spare:\n  title: { en: Spare }\n  note: { en: Spare }\n  source: seen\n';
    expect((await lint(files)).warnings).toEqual(['warning source/unused 7']);
  });

  test('a fact that no rule uses', async () => {
    const files = aCampaignWith(GROUPS, 'facts:', 'facts:\n  idle: { type: yes-no, complete: true, meaning: nothing }');
    expect((await lint(files)).warnings).toEqual(['warning fact/unused 5']);
  });

  test('a fact in a letter to a role that it does not concern', async () => {
    const files = aCampaignWith(
      GROUPS,
      'meaning: signed the Charter',
      'meaning: signed the Charter, concerns: [chair]',
    );
    expect((await lint(files)).warnings).toEqual(['warning fact/beside-role 23']);
    const right = aCampaignWith(GROUPS, 'meaning: signed the Charter', 'meaning: signed, concerns: [chair, minister]');
    expect((await lint(right)).warnings).toEqual([]);
  });

  test('an office to which two letters are written', async () => {
    const files = aCampaign();
    files[MINISTERS] += (files[MINISTERS] ?? '').replace('id: be-minister', 'id: be-again');
    expect((await lint(files)).warnings).toEqual(['warning profile/same-office 9']);
  });
});

test('a role that a fact concerns must be declared', async () => {
  const files = aCampaignWith(GROUPS, 'meaning: signed the Charter', 'meaning: signed the Charter, concerns: [chiar]');
  expect(await lint(files)).toMatchObject({ code: 1, warnings: ['error condition/unknown-name 5'] });
});

test('suggests one joint letter for many that differ only in names, once for all editions', async () => {
  const files = aBilingualCampaign('unchecked');
  const profile = files[MINISTERS] ?? '';
  files[MINISTERS] = Array.from({ length: 12 }, (_, index) =>
    profile.replace('be-minister', `be-${index}`).replace('2 Ministry', `${index} Ministry`),
  ).join('');
  const result = await runInMemory(['validate', '--strict', '--language', 'en'], memoryWorld(files).world);
  expect(result.err.match(/differ only in names/gu)).toHaveLength(1);
  expect(result.err).toContain('these 12 letters differ only in names: be-0, be-1, be-2, …; consider one joint letter');
  const all = await runInMemory(['validate'], memoryWorld(files).world);
  expect(all.err.match(/differ only in names/gu)).toHaveLength(1);
});

test('--strict fails with warnings', async () => {
  const files = aCampaignWith(GROUPS, 'facts:', 'facts:\n  idle: { type: yes-no, complete: true, meaning: nothing }');
  files[MINISTERS] = (files[MINISTERS] ?? '').replace('verified: false', 'verified: 2025-11-30');
  expect(await lint(files, '--strict')).toMatchObject({ code: 1, warnings: ['warning fact/unused 5'] });
});

describe('a condition implies', () => {
  const role = (name: string): Condition => condition({ kind: 'role', role: name });
  const fact = (value: boolean): Condition => condition({ kind: 'fact', fact: 'signed', value });
  const state = (...states: readonly string[]): Condition => condition({ kind: 'state', states });
  const language = (...languages: readonly string[]): Condition => condition({ kind: 'language', languages });
  const all = (...of: readonly Condition[]): Condition => condition({ kind: 'all', of });
  const any = (...of: readonly Condition[]): Condition => condition({ kind: 'any', of });
  const not = (negated: Condition): Condition => condition({ kind: 'not', not: negated });
  const [a, b, c] = [role('a'), role('b'), role('c')];

  test.each([
    ['everyone', a, condition({ kind: 'everyone' }), true],
    ['itself', a, role('a'), true],
    ['not an unrelated one', a, b, false],
    ['an alternative that contains it', a, any(b, a), true],
    ['a part of its conjunction', all(a, b), a, true],
    ['not a conjunction with other parts', a, all(a, b), false],
    ['a conjunction of some of its parts', all(a, b, c), all(b, a), true],
    ['another if all its alternatives do', any(a, b), any(c, b, a), true],
    ['not another if one of its alternatives does not', any(a, c), any(a, b), false],
    ['more States', state('BE'), state('FR', 'BE'), true],
    ['not fewer States', state('BE', 'FR'), state('BE'), false],
    ['more languages', language('fr'), language('en', 'fr'), true],
    ['not the opposite fact', fact(true), fact(false), false],
    ['the negation of a narrower condition', not(any(a, b)), not(a), true],
    ['not the negation of a wider condition', not(a), not(any(a, b)), false],
  ])('%s', (_, premise, conclusion, expected) => {
    expect(implies(premise, conclusion)).toBe(expected);
  });
});
