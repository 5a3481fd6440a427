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

interface Found {
  readonly code: number;
  readonly err: string;
  readonly warnings: readonly string[];
}

async function lint(files: Record<string, string>, ...args: readonly string[]): Promise<Found> {
  const said = await runInMemory(['validate', '--json', ...args], memoryWorld(files).world);
  const { diagnostics } = JSON.parse(said.out) as {
    diagnostics: readonly { code: string; severity: string; line: number }[];
  };
  return { ...said, warnings: diagnostics.map(({ code, severity, line }) => `${severity} ${code} ${line}`) };
}

test('a campaign without oddities has no warning', async () => {
  expect(await lint(aCampaign())).toMatchObject({ code: 0, warnings: [] });
});

describe('a warning, and no more, is', () => {
  const other = '  report: { number: 2, sources: [charter], wordings: [{ use: ask }] }\npassages:';
  const text = { 'templates/appeal/en/demands/report/ask.md': '**Report** it.\n' };
  const withReport = (wordings: string): Record<string, string> => ({
    ...aCampaignWith(LETTER, 'passages:', other.replace('[{ use: ask }]', wordings)),
    ...text,
  });

  test('a demand that reaches nobody', async () => {
    expect(await lint(withReport('[{ use: ask }]'))).toMatchObject({
      code: 0,
      warnings: ['warning demand/reaches-nobody 21'],
    });
  });

  test('but not one for a role that nobody in this run has', async () => {
    const files = withReport('[{ use: ask, for: bishop }]');
    files[GROUPS] = (files[GROUPS] ?? '').replace('roles:', 'roles:\n  bishop: { meaning: has a diocese }');
    expect((await lint(files)).warnings).toEqual([]);
    expect((await lint(withReport('[{ use: ask, for: minister }]'), 'the-chair')).warnings).toEqual([]);
    expect((await lint(withReport('[{ use: ask, for: minister }]'))).warnings).toHaveLength(1);
  });

  test('a recipient who is asked for nothing', async () => {
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

  test('a source on which nothing rests', async () => {
    const files = aCampaign();
    files['templates/appeal/sources.yaml'] += 'spare:\n  title: { en: Spare }\n  note: { en: Spare }\n  source: seen\n';
    expect((await lint(files)).warnings).toEqual(['warning source/unused 7']);
  });

  test('a fact about which no rule asks', async () => {
    const files = aCampaignWith(GROUPS, 'facts:', 'facts:\n  idle: { type: yes-no, complete: true, meaning: nothing }');
    expect((await lint(files)).warnings).toEqual(['warning fact/unused 5']);
  });

  test('a fact in a letter to somebody whom it does not concern', async () => {
    const files = aCampaignWith(
      GROUPS,
      'meaning: signed the Charter',
      'meaning: signed the Charter, concerns: [chair]',
    );
    expect((await lint(files)).warnings).toEqual(['warning fact/beside-role 23']);
    const right = aCampaignWith(GROUPS, 'meaning: signed the Charter', 'meaning: signed, concerns: [chair, minister]');
    expect((await lint(right)).warnings).toEqual([]);
  });

  test('an office that is written to twice', async () => {
    const files = aCampaign();
    files[MINISTERS] += (files[MINISTERS] ?? '').replace('id: be-minister', 'id: be-again');
    expect((await lint(files)).warnings).toEqual(['warning profile/same-office 9']);
  });
});

test('a role that a fact concerns must be declared', async () => {
  const files = aCampaignWith(GROUPS, 'meaning: signed the Charter', 'meaning: signed the Charter, concerns: [chiar]');
  expect(await lint(files)).toMatchObject({ code: 1, warnings: ['error condition/unknown-name 5'] });
});

test('many letters that differ only in names are a hint, once for all their editions', async () => {
  const files = aBilingualCampaign('unchecked');
  const profile = files[MINISTERS] ?? '';
  files[MINISTERS] = Array.from({ length: 12 }, (_, index) =>
    profile.replace('be-minister', `be-${index}`).replace('2 Ministry', `${index} Ministry`),
  ).join('');
  const said = await runInMemory(['validate', '--strict', '--language', 'en'], memoryWorld(files).world);
  expect(said.err.match(/differ only in names/gu)).toHaveLength(1);
  expect(said.err).toContain('these 12 letters differ only in names: be-0, be-1, be-2, …; consider one joint letter');
  const all = await runInMemory(['validate'], memoryWorld(files).world);
  expect(all.err.match(/differ only in names/gu)).toHaveLength(1);
});

test('--strict refuses them', async () => {
  const files = aCampaignWith(GROUPS, 'facts:', 'facts:\n  idle: { type: yes-no, complete: true, meaning: nothing }');
  files[MINISTERS] = (files[MINISTERS] ?? '').replace('verified: false', 'verified: 2025-11-30');
  expect(await lint(files, '--strict')).toMatchObject({ code: 1, warnings: ['warning fact/unused 5'] });
});

describe('a condition implies another', () => {
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
    ['not another', a, b, false],
    ['an alternative with it', a, any(b, a), true],
    ['a part of it', all(a, b), a, true],
    ['not what needs more', a, all(a, b), false],
    ['what needs parts of it', all(a, b, c), all(b, a), true],
    ['if all its alternatives do', any(a, b), any(c, b, a), true],
    ['not if one does not', any(a, c), any(a, b), false],
    ['more States', state('BE'), state('FR', 'BE'), true],
    ['not fewer States', state('BE', 'FR'), state('BE'), false],
    ['more languages', language('fr'), language('en', 'fr'), true],
    ['not the opposite fact', fact(true), fact(false), false],
    ['the negation of what is narrower', not(any(a, b)), not(a), true],
    ['not the negation of what is wider', not(a), not(any(a, b)), false],
  ])('%s', (_, one, other, expected) => {
    expect(implies(one, other)).toBe(expected);
  });
});
