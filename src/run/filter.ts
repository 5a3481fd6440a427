import type { Campaign } from '../model/campaign.ts';
import type { Recipient } from '../model/recipient.ts';
import { isMember } from '../model/state.ts';
import type { Shard } from './shards/shard.ts';

/** Which recipients are selected: repeated values of one kind are alternatives, different kinds must all hold; an empty kind means all. */
export interface Filter {
  readonly ids: readonly string[];
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  readonly states: readonly string[];
  /** Only this part of all of them. */
  readonly shard?: Shard | undefined;
}

/** Everybody. */
export const EVERYBODY: Filter = { ids: [], roles: [], groups: [], states: [] };

/** Does the filter leave nobody out? */
export function isForEverybody(filter: Filter): boolean {
  return filter.shard === undefined && namesNobody(filter);
}

/** Is nobody selected by id, role, group or State? A shard may still restrict the recipients. */
export function namesNobody({ ids, roles, groups, states }: Filter): boolean {
  return [ids, roles, groups, states].every((names) => names.length === 0);
}

/** Is this recipient meant? Groups are asked as of the letter's date. */
export function matchesFilter(filter: Filter, recipient: Recipient, { letter, register }: Campaign): boolean {
  return (
    (filter.ids.length === 0 || filter.ids.includes(recipient.id)) &&
    (filter.roles.length === 0 || filter.roles.some((role) => recipient.roles.includes(role))) &&
    (filter.groups.length === 0 ||
      filter.groups.some((group) => isMember(recipient.state, register.groups.get(group), letter.date))) &&
    (filter.states.length === 0 || filter.states.some((state) => state === recipient.state))
  );
}

/** A name in a filter that the campaign does not have, and those that it has. */
export interface UnknownName {
  readonly kind: 'role' | 'group' | 'state';
  readonly name: string;
  readonly known: readonly string[];
}

/** Names in the filter that the campaign does not know; ids are known only once all profiles were read. */
export function unknownFilterNames(filter: Filter, { register }: Campaign): readonly UnknownName[] {
  const missing = (
    kind: UnknownName['kind'],
    names: readonly string[],
    known: ReadonlyMap<string, unknown>,
  ): UnknownName[] =>
    names.filter((name) => !known.has(name)).map((name) => ({ kind, name, known: [...known.keys()] }));
  return [
    ...missing('role', filter.roles, register.roles),
    ...missing('group', filter.groups, register.groups),
    ...missing('state', filter.states, register.states),
  ];
}
