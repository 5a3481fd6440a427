import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Campaign, Demand, DemandRule, LetterSettings, Rule } from '../../../src/model/campaign.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { Register, State } from '../../../src/model/state.ts';
import { selectTarget } from '../../../src/select/select-target.ts';
import { SOMEWHERE, aRecipient, aRegister, condition } from '../../support/a-register.ts';

const ROLES = ['minister', 'president'] as const;
const CODES = ['AB', 'CD', 'EF'] as const;

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant(condition({ kind: 'everyone' })),
  fc.constantFrom(...ROLES).map((role) => condition({ kind: 'role', role })),
  fc.constantFrom(...CODES).map((code) => condition({ kind: 'state', states: [code] })),
  fc.constantFrom('en', 'fr').map((language) => condition({ kind: 'language', languages: [language as 'en'] })),
  fc.boolean().map((value) => condition({ kind: 'fact', fact: 'signed', value })),
);
const anyCondition = fc.oneof(
  leaf,
  leaf.map((not) => condition({ kind: 'not', not })),
);
const rules: fc.Arbitrary<readonly Rule[]> = fc
  .array(anyCondition, { minLength: 1, maxLength: 3 })
  .map((conditions) => conditions.map((each, index) => ({ use: `w${index}`, for: each, span: SOMEWHERE })));
const withNothing = (each: readonly Rule[]): readonly DemandRule[] => each.map((rule) => ({ ...rule, with: [] }));

/** A campaign whose wordings depend on role, State, language and a fact that is not known of every State. */
const anyCampaign = fc
  .record({ body: rules, demands: fc.array(rules, { minLength: 2, maxLength: 2 }), passage: rules })
  .map(({ body, demands, passage }): Campaign => {
    const ids = demands.map((_, index) => `d${index}`);
    const letter: LetterSettings = {
      id: 'open-letter',
      status: 'specimen',
      date: '2025-12-01',
      statusSpan: SOMEWHERE,
      needs: {},
      languages: { en: 'original' },
      to: condition({ kind: 'everyone' }),
      signatories: [],
      enclosures: [],
      body: body.map((rule) => ({ ...rule, demands: ids })),
      demands: new Map(
        demands.map((wordings, index): [string, Demand] => [
          `d${index}`,
          { id: `d${index}`, number: index + 1, sources: ['s'], wordings: withNothing(wordings), span: SOMEWHERE },
        ]),
      ),
      passages: new Map([['p', { id: 'p', wordings: passage, span: SOMEWHERE }]]),
      page: { preset: 'international' },
      span: SOMEWHERE,
    };
    return {
      letter,
      editions: { languages: ['en', 'fr'], each: 'first-read' },
      approvals: new Map(),
      sources: new Map(),
      register: REGISTER,
      forms: {},
      templates: {},
    };
  });

const STATES = new Map<string, State>(
  CODES.map((code, index) => {
    const facts = [true, false]
      .slice(index)
      .map((value) => ({ name: 'signed', value, source: 'a list', span: SOMEWHERE }));
    return [code, { code, names: {}, facts: facts.slice(0, 1), span: SOMEWHERE }];
  }),
);
const REGISTER: Register = { ...aRegister(), states: STATES };

test('what is chosen for one of many is what would be chosen for that one alone, and so is what is wrong with it', () => {
  const seen = { letters: 0, faults: 0 };
  fc.assert(
    fc.property(anyCampaign, (campaign) => {
      const everybody = ROLES.flatMap((role) =>
        [...CODES, undefined].flatMap((code) =>
          (['en', 'fr'] as const).map((language) => {
            const { state: _, ...rest } = aRecipient({ id: `${role}-${code}-${language}`, roles: [role] });
            const recipient = code === undefined ? rest : { ...rest, state: code };
            return { recipient, state: STATES.get(code ?? ''), language };
          }),
        ),
      );
      const others = everybody.map((whom) => ({
        ...whom,
        recipient: { ...whom.recipient, id: `${whom.recipient.id}-2` },
      }));
      for (const whom of [...everybody, ...others]) {
        const among = selectTarget(campaign, whom);
        expect(among).toEqual(selectTarget({ ...campaign }, whom));
        if (among.ok) seen.letters += 1;
        else seen.faults += 1;
      }
    }),
    { numRuns: 150, seed: 20251201 },
  );
  expect(seen.letters).toBeGreaterThan(500);
  expect(seen.faults).toBeGreaterThan(500);
});
