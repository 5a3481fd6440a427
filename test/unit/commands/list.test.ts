import { expect, test } from 'vitest';
import { conditionText } from '../../../src/commands/explain/conditions.ts';
import { explain } from '../../../src/commands/explain/explain.ts';
import { explanationText } from '../../../src/commands/explain/text.ts';
import { listRecipient } from '../../../src/commands/list/list.ts';
import { loadProfiles, prepare } from '../../../src/pipeline.ts';
import { plain } from '../../../src/report/paint.ts';
import { selectAddressees } from '../../../src/run/addressees.ts';
import { ALL_RECIPIENTS } from '../../../src/run/filter.ts';
import { THE_LETTER, aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { condition } from '../../support/a-register.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { valueOf } from '../../support/outcomes.ts';

async function prepareTargets(files: Record<string, string>) {
  const { world } = memoryWorld(files);
  const plan = valueOf(await prepare(world, { letter: THE_LETTER, formats: [], attachSource: false }));
  const targets = [];
  for await (const addressee of selectAddressees(plan, loadProfiles(world), ALL_RECIPIENTS)) {
    if (addressee.kind === 'target') targets.push(addressee.target);
  }
  return { plan, targets };
}

test('lists a recipient with office, holder, address, demands, copies and file', async () => {
  const { plan, targets } = await prepareTargets(aCampaign());
  const [chair] = targets.map((target) =>
    target.kind === 'not-addressed' ? undefined : valueOf(listRecipient(plan, target)),
  );
  expect(chair).toEqual({
    id: 'the-chair',
    letter: 'appeal',
    roles: ['chair'],
    state: { code: 'FR', name: 'France' },
    office: 'Chair of the Assembly',
    holder: 'Ms Aline Durand',
    address: ['Aline Durand, Chair of the Assembly', '1 Assembly Square', '1000 SOMEWHERE'],
    language: 'en',
    demands: [{ id: 'publish', wording: 'ask', numbers: [1] }],
    enclosures: [{ id: 'charter', title: 'The Charter', copy: null }],
    copies: ['The secretariat'],
    fields: {},
    file: 'appeal/the-chair.en',
    skip: null,
    verified: '2025-11-30',
    source: 'the assembly',
    span: { file: 'recipients/chair.yaml', line: 1, column: 1 },
  });
});

test('lists a skipped recipient with the reason and without a file', async () => {
  const skipped = aCampaignWith('recipients/chair.yaml', 'verified:', 'skip: { reason: on leave }\nverified:');
  const { plan, targets } = await prepareTargets(skipped);
  const [chair] = targets.map((target) =>
    target.kind === 'not-addressed' ? undefined : valueOf(listRecipient(plan, target)),
  );
  expect(chair).toMatchObject({ id: 'the-chair', file: null, skip: 'on leave', demands: [] });
});

test('an explanation has the texts, their rules with locations, and the passages that were left out', async () => {
  const { plan, targets } = await prepareTargets(aCampaign());
  const [chair] = targets.map((target) => explain(plan, target));
  expect(chair?.texts.map(({ kind, id, text, file, rule, span }) => [kind, id, text, file, rule, span.line])).toEqual([
    ['body', 'chair', 'body/chair', 'templates/appeal/en/body/chair.md', 'chair', 12],
    [
      'demand',
      'publish',
      'demands/publish/ask',
      'templates/appeal/en/demands/publish/ask.md',
      'chair or in the group council',
      19,
    ],
  ]);
  expect(chair).toMatchObject({ outcome: 'letter', leftOut: ['thanks'] });
  expect(chair?.texts[1]?.sources).toMatchObject([{ key: 'charter', date: '1999-05-04', span: { line: 1 } }]);
  expect(chair?.groups).toMatchObject([{ name: 'council', since: '2024-01-01', until: '2026-12-31', asked: true }]);
  expect(chair?.facts.map(({ name, value, since, asked, age }) => [name, value, since, asked, age])).toEqual([
    ['signed-charter', true, '2010-01-01', true, 5813],
  ]);
});

test('an explanation has the holder, the form of address, and when and by what they were verified', async () => {
  const files = aCampaign();
  files['recipients/chair.yaml'] += 'close: { en: "Yours ever," }\n';
  const { plan, targets } = await prepareTargets(files);
  const [chair, minister] = targets.map((target) => explain(plan, target));
  expect(chair).toMatchObject({
    holder: { name: 'Ms Aline Durand', since: '2024-01-01' },
    form: { rank: 'chair', gender: 'f', source: 'the handbook', confidence: null, verbatim: ['close'] },
    verified: { day: '2025-11-30', age: 1 },
    source: 'the assembly',
  });
  expect(minister).toMatchObject({ holder: null, form: { gender: 'unknown', verbatim: [] }, verified: null });
  const [text] = [chair, minister].flatMap((explanation) =>
    explanation === undefined ? [] : [explanationText(explanation, { paint: plain, pathOf: (file) => file })],
  );
  expect(text).toContain('holder: Ms Aline Durand since 2024-01-01\n');
  expect(text).toContain("addressed as chair, a woman, with the profile's own close: the handbook (");
  expect(text).toContain('profile: verified on 2025-11-30, 1 day before the letter; the assembly\n');
});

test('an explanation of a plain form has its source and no location', async () => {
  const files = aCampaign();
  for (const [path, text] of Object.entries(files)) files[path] = text.replace(/, rank: \w+/gu, '');
  const { plan, targets } = await prepareTargets(files);
  const explanations = targets.map((target) => explain(plan, target));
  expect(explanations.map(({ form }) => [form?.rank, form?.gender, form?.span])).toEqual([
    [null, 'f', null],
    [null, null, null],
  ]);
  const texts = explanations.map((each) => explanationText(each, { paint: plain, pathOf: (file) => file }));
  expect(texts[0]).toContain("addressed with demarche's plain form for a woman: Government of Canada, ");
  expect(texts[1]).toMatch(/addressed with demarche's plain form for an office: Government of Canada, .*\)\n/u);
});

test('a condition is formatted without ambiguity', () => {
  const role = condition({ kind: 'role', role: 'minister' });
  const group = condition({ kind: 'group', group: 'council' });
  const fact = condition({ kind: 'fact', fact: 'signed', value: false });
  const state = condition({ kind: 'state', states: ['BE', 'FR'] });
  const language = condition({ kind: 'language', languages: ['en'] });
  const any = condition({ kind: 'any', of: [group, fact] });
  const not = condition({ kind: 'not', not: state });
  expect(conditionText(condition({ kind: 'all', of: [role, any, not, language] }))).toBe(
    'minister and (in the group council or signed is false) and not (State BE or FR) and in the language en',
  );
  expect(conditionText(condition({ kind: 'everyone' }))).toBe('everyone');
});
