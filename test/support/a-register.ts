import type { Condition } from '../../src/model/condition.ts';
import type { Recipient } from '../../src/model/recipient.ts';
import type { Span } from '../../src/model/span.ts';
import type { Fact, Membership, Register } from '../../src/model/state.ts';

/** A location for data whose location does not matter to the test. */
export const SOMEWHERE: Span = { file: 'somewhere.yaml', line: 1, column: 1 };

/** Returns a valid recipient; a test sets only the fields that it is about. */
export function aRecipient(changes: Partial<Recipient> = {}): Recipient {
  return {
    id: 'minister-ab',
    roles: ['minister'],
    state: 'AB',
    languages: ['en'],
    office: { title: { en: 'Minister of Foreign Affairs' }, rank: 'minister' },
    address: { lines: { '*': ['Ministry of Foreign Affairs', '1 Square', 'ABLAND'] } },
    channels: [],
    copies: [],
    fields: new Map(),
    source: 'a directory',
    verified: undefined,
    span: SOMEWHERE,
    ...changes,
  };
}

/** Returns a register with one State, AB, which has the given facts and memberships. */
export function aRegister({
  facts = [],
  members = [],
  complete = false,
}: {
  readonly facts?: readonly Partial<Fact>[];
  readonly members?: readonly Partial<Membership>[];
  readonly complete?: boolean;
} = {}): Register {
  const recorded = facts.map((fact) => ({ name: 'signed', value: true, source: 'a list', span: SOMEWHERE, ...fact }));
  const memberships = members.map((member) => ({ state: 'AB', source: 'a list', span: SOMEWHERE, ...member }));
  const names = { short: 'Abland', formal: 'the Republic of Abland', of: 'of Abland' };
  return {
    hasDeclarations: true,
    states: new Map([['AB', { code: 'AB', names: { en: names }, facts: recorded, span: SOMEWHERE }]]),
    roles: new Map([['minister', { name: 'minister', meaning: 'a minister' }]]),
    groups: new Map([['council', { name: 'council', meaning: 'a council', members: memberships, span: SOMEWHERE }]]),
    facts: new Map([
      ['signed', { name: 'signed', meaning: 'signed the statement', complete, concerns: [], span: SOMEWHERE }],
    ]),
  };
}

type WithoutSpan<C> = C extends Condition ? Omit<C, 'span'> : never;

/** Returns a condition whose location is {@link SOMEWHERE}. */
export function condition(fields: WithoutSpan<Condition>): Condition {
  return { ...fields, span: SOMEWHERE } as Condition;
}
