import * as v from 'valibot';
import { type Data, keySpanAt, spanAt } from '../model/data.ts';
import type { Language } from '../model/language.ts';
import type { Fact, FactDeclaration, Group, Membership, Register, Role, State, StateNames } from '../model/state.ts';
import { type Decoded, decode } from './decode.ts';
import {
  fields,
  chronological,
  language,
  line,
  listOf,
  name as nameSchema,
  named,
  oneOf,
  periodEntries,
  someOf,
  stateCode,
  yesNo,
} from './value-schemas.ts';

/** Reads `states.yaml`. */
export function validateStates(data: Data): Decoded<ReadonlyMap<string, State>> {
  const { value, faults } = decode(statesSchema, data);
  if (value === undefined) return { value, faults };
  const states = Object.entries(value).map(([code, { names, facts = {} }]): [string, State] => [
    code,
    {
      code,
      names,
      facts: Object.entries(facts).flatMap(([name, entry]) => readFacts(data, code, name, entry)),
      span: keySpanAt(data, [code]),
    },
  ]);
  return { value: new Map(states), faults };
}

function readFacts(data: Data, code: string, name: string, entry: FactEntry | readonly FactEntry[]): readonly Fact[] {
  const path = [code, 'facts', name];
  if (!isList(entry)) return [{ ...entry, name, span: keySpanAt(data, path) }];
  return entry.map((record, index) => ({ ...record, name, span: spanAt(data, [...path, index]) }));
}

/** `Array.isArray` does not narrow a read-only list. */
function isList(entry: FactEntry | readonly FactEntry[]): entry is readonly FactEntry[] {
  return Array.isArray(entry);
}

/** Reads `groups.yaml`. */
export function validateDeclarations(data: Data): Decoded<Omit<Register, 'states'>> {
  const { value, faults } = decode(groupsSchema, data);
  if (value === undefined) return { value, faults };
  const groups = Object.entries(value.groups).map(([name, { meaning, members }]): Group => {
    const path = ['groups', name];
    const placed = members.map((member, index) => ({ ...member, span: spanAt(data, [...path, 'members', index]) }));
    return { name, meaning, members: placed, span: keySpanAt(data, path) };
  });
  const facts = Object.entries(value.facts).map(([name, { meaning, complete, concerns = [] }]): FactDeclaration => {
    return { name, meaning, complete, concerns, span: keySpanAt(data, ['facts', name]) };
  });
  const roles = Object.entries(value.roles).map(([name, { meaning }]): Role => ({ name, meaning }));
  return { value: { roles: byName(roles), groups: byName(groups), facts: byName(facts) }, faults };
}

function byName<T extends { readonly name: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.name, thing]));
}

/** Something recorded about a State, as `states.yaml` has it. */
type FactEntry = Omit<Fact, 'name' | 'span'>;

/** What `states.yaml` holds of one State. */
interface StateEntry {
  readonly names: Readonly<Record<Language, StateNames>>;
  readonly facts?: Readonly<Record<string, FactEntry | readonly FactEntry[]>>;
}

const fact: v.GenericSchema<unknown, FactEntry> = chronological(
  fields({ value: yesNo, ...periodEntries, source: line }),
);

/** One record, or a list of them; `lazy` tells which by the look of it, so that faults are about that one alone. */
const facts: v.GenericSchema<unknown, FactEntry | readonly FactEntry[]> = v.pipe(
  v.lazy((input): v.GenericSchema<unknown, FactEntry | readonly FactEntry[]> =>
    Array.isArray(input) ? someOf(fact) : fact,
  ),
  // Whoever makes an editor's schema of this sees one branch only.
  v.metadata({ oneOrList: true }),
);

/** The schema of `states.yaml`: a State by its code. */
export const statesSchema: v.GenericSchema<unknown, Readonly<Record<string, StateEntry>>> = named(
  fields({
    names: named(fields({ short: line, formal: line, of: line }), language),
    facts: v.exactOptional(named(facts)),
  }),
  stateCode,
);

/** What `groups.yaml` holds: everything that conditions may name. */
interface GroupsFile {
  readonly roles: Readonly<Record<string, { readonly meaning: string }>>;
  readonly facts: Readonly<
    Record<string, { readonly complete: boolean; readonly meaning: string; readonly concerns?: readonly string[] }>
  >;
  readonly groups: Readonly<
    Record<string, { readonly meaning: string; readonly members: readonly Omit<Membership, 'span'>[] }>
  >;
}

const declaredFact = fields({
  type: oneOf(['yes-no']),
  complete: yesNo,
  meaning: line,
  concerns: v.exactOptional(listOf(nameSchema)),
});

const group = fields({
  meaning: line,
  members: listOf(chronological(fields({ state: stateCode, ...periodEntries, source: line }))),
});

/** The schema of `groups.yaml`. */
export const groupsSchema: v.GenericSchema<unknown, GroupsFile> = fields({
  roles: named(fields({ meaning: line })),
  facts: v.optional(named(declaredFact), {}),
  groups: v.optional(named(group), {}),
});
