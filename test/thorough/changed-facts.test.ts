import { beforeAll, expect, test } from 'vitest';
import type { Fact, Group, Register, State } from '../../src/model/state.ts';
import { explain } from '../../src/commands/explain/explain.ts';
import { composeLetter, selectTargets } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan.ts';
import { SOMEWHERE } from '../support/a-register.ts';
import { valueDespiteWarnings, valueOf } from '../support/outcomes.ts';
import { type Shipped, openShipped } from '../support/shipped-campaign.ts';
import { letterWords } from '../support/product-languages.ts';

/** The words of each letter, and the texts that `explain` names for it, by the recipient's id. */
interface Run {
  readonly letters: ReadonlyMap<string, string>;
  readonly explained: ReadonlyMap<string, string>;
}

/** Returns a register with a change. */
type Change = (register: Register) => Register;

/** Changes the facts of a State. */
function changeFacts(code: string, change: (facts: readonly Fact[]) => readonly Fact[]): Change {
  return (register) => {
    const state = register.states.get(code);
    if (state === undefined) throw new Error(`no State ${code}`);
    const changed: State = { ...state, facts: change(state.facts) };
    return { ...register, states: new Map([...register.states, [code, changed]]) };
  };
}

/** Changes one fact that a State has. */
function changeFact(code: string, name: string, change: Partial<Fact>): Change {
  return changeFacts(code, (facts) => {
    expect(facts.map((each) => each.name)).toContain(name);
    return facts.map((each) => (each.name === name ? { ...each, ...change } : each));
  });
}

/** Adds a fact that a State does not have. */
function addFact(code: string, name: string): Change {
  return changeFacts(code, (facts) => {
    expect(facts.map((each) => each.name)).not.toContain(name);
    return [...facts, { name, value: true, source: 'a test', span: SOMEWHERE }];
  });
}

/** Changes the terms of a group's members, by State. */
function changeTerms(name: string, terms: Readonly<Record<string, { since?: string; until?: string }>>): Change {
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
let original: Run;
beforeAll(async () => {
  shipped = await openShipped(['md']);
  original = await run((register) => register);
});

async function run(change: Change): Promise<Run> {
  const { campaign } = shipped.plan;
  const plan: Plan = { ...shipped.plan, campaign: { ...campaign, register: change(campaign.register) } };
  const letters = new Map<string, string>();
  const explained = new Map<string, string>();
  for (const addressee of shipped.addressees) {
    if (addressee.kind !== 'target') throw new Error('a profile of the shipped campaign has faults');
    const [target] = selectTargets(plan, addressee.profile).map(valueOf);
    if (target?.kind !== 'letter') continue;
    const { id } = target.selection.recipient;
    letters.set(id, letterWords(valueDespiteWarnings(await composeLetter(plan, target.selection)).letter));
    explained.set(
      id,
      explain(plan, target)
        .texts.map(({ file }) => file)
        .join(' '),
    );
  }
  return { letters, explained };
}

/** The ids whose values differ. */
function differing(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): readonly string[] {
  const ids = new Set([...first.keys(), ...second.keys()]);
  return [...ids].filter((id) => first.get(id) !== second.get(id)).toSorted();
}

const JOINED = 'joint-statement-2025';
const ASKED = 'blocking-statute-asked';

test.each<readonly [string, Change, readonly string[]]>([
  ['Austria never joined the statement', changeFact('AT', JOINED, { value: false }), ['eu-at']],
  ['Czechia joined the statement', addFact('CZ', JOINED), ['eu-cz']],
  [
    'Senegal joined the statement a day after the letter',
    changeFact('SN', JOINED, { since: '2025-12-02' }),
    ['bureau-sn'],
  ],
  [
    'Belgium left the statement the day before the letter',
    changeFact('BE', JOINED, { until: '2025-11-30' }),
    ['bureau-be', 'eu-be'],
  ],
  ['Slovenia did not ask for the Blocking Statute', changeFact('SI', ASKED, { value: false }), ['eu-si']],
  ['the Netherlands do not host the Court', changeFact('NL', 'court-host', { value: false }), ['eu-nl']],
  [
    'Italy’s seat on the Bureau ended the day before the letter',
    changeTerms('asp-bureau', { IT: { until: '2025-11-30' } }),
    ['eu-it'],
  ],
  [
    'Cyprus took over the Council Presidency early',
    changeTerms('eu-council-presidency', { DK: { until: '2025-11-30' }, CY: { since: '2025-12-01' } }),
    ['eu-cy', 'eu-dk'],
  ],
  // The letter to Spain does not mention the Blocking Statute, and the request of France is later than the letter.
  ['Spain asked for the Blocking Statute', addFact('ES', ASKED), []],
  ['France did not ask for the Blocking Statute in 2026', changeFact('FR', ASKED, { value: false }), []],
])('%s: exactly the letters with a changed explanation change', async (_, change, expected) => {
  const changed = await run(change);
  expect(original.letters.size).toBe(47);
  expect(differing(original.letters, changed.letters)).toEqual(expected);
  expect(differing(original.explained, changed.explained)).toEqual(expected);
});
