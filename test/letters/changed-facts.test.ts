import { beforeAll, expect, test } from 'vitest';
import { letterWords } from '../../src/languages/letter-words.ts';
import type { Fact, Group, Register, State } from '../../src/model/state.ts';
import { explain } from '../../src/commands/explain/explain.ts';
import { type Plan, composeLetter, selectTargets } from '../../src/pipeline.ts';
import { SOMEWHERE } from '../support/a-register.ts';
import { valueOf } from '../support/outcomes.ts';
import { type Shipped, openShipped } from '../support/shipped-campaign.ts';

/** What each recipient reads, and what `explain` says that it reads and why. */
interface Run {
  readonly letters: ReadonlyMap<string, string>;
  readonly explained: ReadonlyMap<string, string>;
}

type Change = (register: Register) => Register;

/** Changes what is recorded about a State. */
function about(code: string, change: (facts: readonly Fact[]) => readonly Fact[]): Change {
  return (register) => {
    const state = register.states.get(code);
    if (state === undefined) throw new Error(`no State ${code}`);
    const changed: State = { ...state, facts: change(state.facts) };
    return { ...register, states: new Map([...register.states, [code, changed]]) };
  };
}

/** Changes one fact of a State that is there. */
function fact(code: string, name: string, change: Partial<Fact>): Change {
  return about(code, (facts) => {
    expect(facts.map((each) => each.name)).toContain(name);
    return facts.map((each) => (each.name === name ? { ...each, ...change } : each));
  });
}

/** Records a fact of a State that was not. */
function recorded(code: string, name: string): Change {
  return about(code, (facts) => {
    expect(facts.map((each) => each.name)).not.toContain(name);
    return [...facts, { name, value: true, source: 'a test', span: SOMEWHERE }];
  });
}

/** Changes the terms of a group's members. */
function members(name: string, terms: Readonly<Record<string, { since?: string; until?: string }>>): Change {
  return (register) => {
    const group = register.groups.get(name);
    if (group === undefined) throw new Error(`no group ${name}`);
    const changed: Group = {
      ...group,
      members: group.members.map((member) => ({ ...member, ...terms[member.state] })),
    };
    return { ...register, groups: new Map([...register.groups, [name, changed]]) };
  };
}

let shipped: Shipped;
let before: Run;
beforeAll(async () => {
  shipped = await openShipped(['md']);
  before = await run((register) => register);
});

async function run(change: Change): Promise<Run> {
  const { campaign } = shipped.plan;
  const plan: Plan = { ...shipped.plan, campaign: { ...campaign, register: change(campaign.register) } };
  const letters = new Map<string, string>();
  const explained = new Map<string, string>();
  for (const found of shipped.addressees) {
    if (found.kind !== 'target') throw new Error('a profile of the shipped campaign has faults');
    const [target] = selectTargets(plan, found.profile).map(valueOf);
    if (target?.kind !== 'letter') continue;
    const { id } = target.selection.recipient;
    letters.set(id, letterWords(valueOf(await composeLetter(plan, target.selection)).letter));
    explained.set(
      id,
      explain(plan, target)
        .texts.map(({ file }) => file)
        .join(' '),
    );
  }
  return { letters, explained };
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  const ids = new Set([...one.keys(), ...other.keys()]);
  return [...ids].filter((id) => one.get(id) !== other.get(id)).toSorted();
}

const JOINED = 'joint-statement-2025';
const ASKED = 'blocking-statute-asked';

test.each<readonly [string, Change, readonly string[]]>([
  ['Austria never joined the statement', fact('AT', JOINED, { value: false }), ['eu-at']],
  ['Czechia joined it', recorded('CZ', JOINED), ['eu-cz']],
  ['Senegal joined it a day after the letter', fact('SN', JOINED, { since: '2025-12-02' }), ['bureau-sn']],
  ['Belgium left it the day before', fact('BE', JOINED, { until: '2025-11-30' }), ['bureau-be', 'eu-be']],
  ['Slovenia did not ask for the Blocking Statute', fact('SI', ASKED, { value: false }), ['eu-si']],
  ['the Court moved away', fact('NL', 'court-host', { value: false }), ['eu-nl']],
  ['Italy’s seat on the Bureau ended before', members('asp-bureau', { IT: { until: '2025-11-30' } }), ['eu-it']],
  [
    'Cyprus took over the Council Presidency early',
    members('eu-council-presidency', { DK: { until: '2025-11-30' }, CY: { since: '2025-12-01' } }),
    ['eu-cy', 'eu-dk'],
  ],
  // Nothing is said of it to Spain, and what France said is later than the letter.
  ['Spain asked for the Blocking Statute', recorded('ES', ASKED), []],
  ['France took back what it said in 2026', fact('FR', ASKED, { value: false }), []],
])('%s: the letters that change are those that explain says', async (_, change, expected) => {
  const after = await run(change);
  expect(before.letters.size).toBe(47);
  expect(differing(before.letters, after.letters)).toEqual(expected);
  expect(differing(before.explained, after.explained)).toEqual(expected);
});
