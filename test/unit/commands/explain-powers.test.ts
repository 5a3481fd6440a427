import { expect, test } from 'vitest';
import { aCampaign } from '../../support/a-campaign.ts';
import { aCampaignWithPowers } from '../../support/a-campaign-with-powers.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

async function explained(files: Record<string, string>, ...args: readonly string[]): Promise<string> {
  return (await runInMemory(['explain', ...args], memoryWorld(files).world)).out;
}

test('explain prints the power of each demand, what it is, its source, and by which entry it is held', async () => {
  const out = await explained(aCampaignWithPowers(), 'the-chair');
  expect(out.split('\n').filter((line) => /^ +(?:power|by|held by) /u.test(line))).toEqual([
    '             power publish-it: Publishes the Charter',
    '               by Rules, rule 4',
    '               held by chair: recipients/powers.yaml:4',
    '             power run-schools (teach): Decides what is taught',
    '               by Charter, art. 7(2)',
    '               held by chair since 1999-05-04: recipients/powers.yaml:9',
  ]);
});

test('explain prints why no power is needed', async () => {
  expect(await explained(aCampaignWithPowers(), 'be-minister')).toContain(
    'needs no power: Anyone may support it. (templates/appeal/letter.yaml:23)',
  );
});

test('explain prints the same as JSON', async () => {
  const { explanations } = JSON.parse(await explained(aCampaignWithPowers(), 'the-chair', '--json')) as {
    explanations: readonly { texts: readonly { kind: string; powers: readonly object[] }[] }[];
  };
  const [publish] = explanations[0]?.texts.filter(({ kind }) => kind === 'demand') ?? [];
  expect(publish?.powers).toMatchObject([
    { demand: 'publish', name: 'publish-it', source: 'Rules, rule 4', rule: 'chair', span: { line: 4 } },
    { demand: 'teach', name: 'run-schools', since: '1999-05-04' },
  ]);
});

test('explain lists groups on which the power depends among what was tested', async () => {
  const files = aCampaignWithPowers();
  const powers = (files['recipients/powers.yaml'] ?? '').replace('[{ for: chair }]', '[{ for: { group: council } }]');
  const rules = '      - { use: ask, power: publish-it }\n';
  const out = await explained(aCampaignWithPowers(powers, rules), 'the-chair');
  expect(out).toMatch(/that the rules tested:\n(?: {2}.*\n)* {2}in the group council/u);
});

test('explain says nothing of powers if the campaign states none', async () => {
  expect(await explained(aCampaign(), 'the-chair')).not.toContain('power');
});
