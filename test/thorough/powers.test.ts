import { beforeAll, describe, expect, test } from 'vitest';
import type { Campaign, Demand, DemandRule } from '../../src/model/campaign.ts';
import { plainMessage } from '../../src/model/message.ts';
import type { Power } from '../../src/model/power.ts';
import type { Addressing, Selection } from '../../src/model/selection.ts';
import { selectTarget } from '../../src/select/select-target.ts';
import { SOMEWHERE, condition } from '../support/a-register.ts';
import { openShipped } from '../support/shipped-campaign.ts';

/** One recipient of each kind that the demands tell apart. */
const OFFICES = {
  president: 'asp-president',
  theHague: 'asp-vice-president-the-hague',
  newYork: 'asp-vice-president-new-york',
  bureau: 'bureau-br',
  minister: 'eu-fr',
  presidency: 'eu-dk',
  party: 'party-ca',
  commission: 'eu-commission',
  highRepresentative: 'eu-high-representative',
  council: 'eu-council-presidency',
} as const;

type Office = keyof typeof OFFICES;

const OFFICERS: readonly Office[] = ['president', 'theHague', 'newYork'];
const BUREAU: readonly Office[] = [...OFFICERS, 'bureau'];
const MINISTERS: readonly Office[] = ['minister', 'presidency'];
const STATES: readonly Office[] = [...MINISTERS, 'party'];

/**
 * What each wording asks, by which article or practice it can be done, and by whom. The table was made from the research
 * on what each office can be asked for, and not from `recipients/powers.yaml`, which it tests.
 */
const COMPETENCES: readonly (readonly [text: string, article: string, who: readonly Office[]])[] = [
  // No office can withdraw by itself a status that article 112(1) gives. The officers submit the question.
  ['observers/submit', 'art. 112(1) and 112(3)', OFFICERS],
  ['observers/with-president', 'art. 112(1) and 112(3)', OFFICERS],
  // Members of the Bureau, of whom the officers are three, propose there. They do not decide for the Assembly.
  ['observers/propose', 'art. 112(3)(c)', BUREAU],
  // States Parties speak and vote in the Assembly. The Union is an observer there.
  ['observers/support', '112(7)', STATES],
  // No member of the Bureau speaks for it alone.
  ['condemn/condemn', 'art. 112(3)', OFFICERS],
  ['condemn/state', 'EU Guidelines on Human Rights Defenders', MINISTERS],
  ['condemn/state-party', 'A/RES/53/144', [...STATES, 'bureau']],
  ['condemn/commission', 'TEU, art. 21', ['commission']],
  ['condemn/high-representative', '27(2)', ['highRepresentative']],
  ['condemn/council', 'TEU, art. 21', ['council', 'presidency']],
  ['us-letter/write', 'representative function of the President', OFFICERS],
  ['us-letter/with-president', 'representative function of the President', OFFICERS],
  ['us-letter/mandate', 'art. 112(3)(c)', BUREAU],
  ['us-letter/demarche', 'TEU, art. 24 and 32', MINISTERS],
  ['us-letter/demarche-with-parties', 'General diplomatic practice', [...STATES, 'bureau']],
  ['us-letter/demarche-of-the-union', 'TEU, art. 27', ['highRepresentative']],
  ['inform/circulate', 'art. 112(3)(c)', OFFICERS],
  ['inform/the-hague-working-group', 'ICC-ASP/3/Res.8', ['theHague']],
  ['inform/new-york-working-group', 'ICC-ASP/3/Res.8', ['newYork']],
  ['inform/record', 'art. 112(2)(c)', BUREAU],
  ['inform/ask', 'ICC-ASP/3/Res.8', STATES],
  // No office of the Assembly acts in the law of the Union, and no State adds a measure to the Annex.
  ['blocking-statute/encourage', '2271/96', [...OFFICERS, 'party']],
  ['blocking-statute/call-on-commission', '2271/96, art. 1, 9 and 11a', MINISTERS],
  ['blocking-statute/renew-call', '2271/96, art. 1, 9 and 11a', MINISTERS],
  ['blocking-statute/adopt', '2271/96, art. 1, second paragraph, and 11a', ['commission']],
  ['blocking-statute/support-in-college', '2271/96, art. 1 and 11a', ['highRepresentative']],
  ['blocking-statute/council-agenda', '2271/96, art. 1 and 11a', ['council', 'presidency']],
  ['ier-169/implement', 'R169', OFFICERS],
  ['ier-169/apply-with-president', 'R169', OFFICERS],
  ['ier-169/apply-in-bureau', 'R169', BUREAU],
];

let campaign: Campaign;
let addressings: ReadonlyMap<string, Addressing>;
let selections: readonly Selection[];
beforeAll(async () => {
  const examples = ['states-parties.yaml', 'eu-institutions.yaml'];
  const { plan, addressees } = await openShipped([], { examples });
  campaign = plan.campaign;
  selections = addressees.flatMap((each) =>
    each.kind === 'target' && each.target.kind === 'letter' ? [each.target.selection] : [],
  );
  addressings = new Map(selections.map((selection) => [selection.recipient.id, selection]));
});

function withPowers(powers: Iterable<Power>): Campaign {
  return { ...campaign, powers: new Map([...powers].map((power) => [power.name, power])) };
}

/** Returns the campaign in which every letter makes one demand alone, in one wording. */
function asking(text: string): Campaign {
  const [id = '', wording = ''] = text.split('/');
  const everyone = condition({ kind: 'everyone' });
  const demand = campaign.letter.demands.get(id);
  const rule = demand?.wordings.find(({ use }) => use === wording);
  if (demand === undefined || rule === undefined) throw new Error(`no wording ${text}`);
  const wordings: readonly DemandRule[] = [{ ...rule, for: everyone }];
  const demands = new Map<string, Demand>([...campaign.letter.demands, [id, { ...demand, wordings }]]);
  const body = [{ use: 'minister', for: everyone, demands: [id], span: SOMEWHERE }];
  return { ...campaign, letter: { ...campaign.letter, demands, body, passages: new Map() } };
}

/** Returns the code and message of each fault of the letter to a recipient. */
function faultsFor(asked: Campaign, id: string): readonly string[] {
  const addressing = addressings.get(id);
  if (addressing === undefined) throw new Error(`no recipient ${id}`);
  return selectTarget(asked, addressing).diagnostics.map(({ code, message }) => `${code}: ${plainMessage(message)}`);
}

/** Returns the recipients of letters that are refused, and the codes of the faults. */
function refused(changed: Campaign): { readonly ids: readonly string[]; readonly codes: ReadonlySet<string> } {
  const failed = selections
    .map((selection) => ({ id: selection.recipient.id, faults: faultsFor(changed, selection.recipient.id) }))
    .filter(({ faults }) => faults.length > 0);
  const codes = failed.flatMap(({ faults }) => faults.map((each) => each.replace(/:.*/u, '')));
  return { ids: failed.map(({ id }) => id), codes: new Set(codes) };
}

function idsNeeding(name: string): readonly string[] {
  const needs = ({ demands }: Selection): boolean =>
    demands.some(({ rule }) => rule.powers.some(({ power }) => power === name));
  return selections.filter(needs).map(({ recipient }) => recipient.id);
}

test('the table has every wording of every demand', () => {
  const wordings = [...campaign.letter.demands.values()].flatMap(({ id, wordings: rules }) =>
    rules.map(({ use }) => `${id}/${use}`),
  );
  expect(COMPETENCES.map(([text]) => text).toSorted()).toEqual(wordings.toSorted());
});

describe.each(COMPETENCES)('%s', (text, article, who) => {
  const others = (Object.keys(OFFICES) as Office[]).filter((office) => !who.includes(office));

  test.each(who)('can be asked of %s', (office) => {
    expect(faultsFor(asking(text), OFFICES[office])).toEqual([]);
  });

  test.each(others)('is beyond the power of %s, and the fault names the article', (office) => {
    const faults = faultsFor(asking(text), OFFICES[office]);
    expect(faults.length).toBeGreaterThan(0);
    for (const each of faults) expect(each).toMatch(/^demand\/beyond-power: /u);
    expect(faults.join('\n')).toContain(article);
  });
});

test('no letter of the sample asks for what is beyond a power, and all are tested', () => {
  expect(selections.length).toBeGreaterThan(100);
  expect(refused(campaign).ids).toEqual([]);
  for (const { demands } of selections)
    for (const { id, rule } of demands) expect(rule.powers.map(({ demand }) => demand)).toEqual([id, ...rule.with]);
});

describe('a power', () => {
  test('that is deleted is missed by exactly the letters that need it', () => {
    const powers = [...campaign.powers.values()];
    expect(powers.length).toBeGreaterThan(20);
    for (const { name } of powers) {
      const expected = idsNeeding(name);
      expect(expected.length, name).toBeGreaterThan(0);
      const { ids, codes } = refused(withPowers(powers.filter((power) => power.name !== name)));
      expect([name, ids, [...codes]]).toEqual([name, expected, ['letter/unknown-name']]);
    }
  });

  test.each([
    ['that ends the day before the letter', { until: '2025-11-30' }, true],
    ['that ends on the day of the letter', { until: '2025-12-01' }, false],
    ['that begins on the day of the letter', { since: '2025-12-01' }, false],
    ['that begins the day after the letter', { since: '2025-12-02' }, true],
  ])('%s', (_, period, isRefused) => {
    const ended = [...campaign.powers.values()].map((power) =>
      power.name === 'ask-commission'
        ? { ...power, heldBy: power.heldBy.map(({ for: holders, span }) => ({ for: holders, span, ...period })) }
        : power,
    );
    const { ids, codes } = refused(withPowers(ended));
    expect(ids).toEqual(isRefused ? idsNeeding('ask-commission') : []);
    expect([...codes]).toEqual(isRefused ? ['demand/beyond-power'] : []);
    expect(idsNeeding('ask-commission')).toHaveLength(26);
  });
});
