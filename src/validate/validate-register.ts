import { type Data, keySpanAt, spanAt } from '../model/data.ts';
import type { Fact, FactDeclaration, Group, Role, State } from '../model/state.ts';
import { type Checked, decode } from './decode.ts';
import { groupsSchema } from './schemas/groups.ts';
import { type FactEntry, statesSchema } from './schemas/states.ts';

/** What `groups.yaml` declares. */
export interface Declarations {
  readonly roles: ReadonlyMap<string, Role>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly facts: ReadonlyMap<string, FactDeclaration>;
}

/** Reads `states.yaml`. */
export function validateStates(data: Data): Checked<ReadonlyMap<string, State>> {
  const { value, faults } = decode(statesSchema, data);
  if (value === undefined) return { value, faults };
  const states = Object.entries(value).map(([code, { names, facts = {} }]): [string, State] => [
    code,
    {
      code,
      names,
      facts: Object.entries(facts).flatMap(([name, entry]) => factsOf(data, code, name, entry)),
      span: keySpanAt(data, [code]),
    },
  ]);
  return { value: new Map(states), faults };
}

function factsOf(data: Data, code: string, name: string, entry: FactEntry | readonly FactEntry[]): readonly Fact[] {
  const path = [code, 'facts', name];
  if (!isList(entry)) return [{ ...entry, name, span: keySpanAt(data, path) }];
  return entry.map((record, index) => ({ ...record, name, span: spanAt(data, [...path, index]) }));
}

/** `Array.isArray` does not know lists that may not be changed. */
function isList(entry: FactEntry | readonly FactEntry[]): entry is readonly FactEntry[] {
  return Array.isArray(entry);
}

/** Reads `groups.yaml`. */
export function validateDeclarations(data: Data): Checked<Declarations> {
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
