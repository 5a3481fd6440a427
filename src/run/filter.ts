import type { Campaign } from '../model/campaign.ts';
import type { Recipient } from '../model/recipient.ts';
import { isMember } from '../model/state.ts';
import type { Shard } from './shards/shard.ts';

/**
 * Which recipients are selected. The values of a list are alternatives, and a recipient must match every list; an empty
 * list matches all.
 */
export interface Filter {
  readonly ids: readonly string[];
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  readonly states: readonly string[];
  /** If present, only the recipients in this shard. */
  readonly shard?: Shard | undefined;
}

/** The filter that selects all recipients. */
export const ALL_RECIPIENTS: Filter = { ids: [], roles: [], groups: [], states: [] };

/** Whether the filter selects all recipients. */
export function selectsAll(filter: Filter): boolean {
  return filter.shard === undefined && hasNoNames(filter);
}

/** Whether the filter has no ids, roles, groups or States. It may still have a shard. */
export function hasNoNames({ ids, roles, groups, states }: Filter): boolean {
  return [ids, roles, groups, states].every((names) => names.length === 0);
}

/**
 * Whether a recipient matches the lists of a filter; for its shard see `isInShard`. Membership of a group is decided as
 * of the letter's date.
 */
export function matchesFilter(filter: Filter, recipient: Recipient, { letter, register }: Campaign): boolean {
  return (
    (filter.ids.length === 0 || filter.ids.includes(recipient.id)) &&
    (filter.roles.length === 0 || filter.roles.some((role) => recipient.roles.includes(role))) &&
    (filter.groups.length === 0 ||
      filter.groups.some((group) => isMember(recipient.state, register.groups.get(group), letter.date))) &&
    (filter.states.length === 0 || filter.states.some((state) => state === recipient.state))
  );
}

/** A name in a filter that the campaign does not declare. `declared`: the names of that kind that it does. */
export interface UnknownName {
  readonly kind: 'role' | 'group' | 'state';
  readonly name: string;
  readonly declared: readonly string[];
}

/** Returns the names in a filter that the campaign does not declare. Ids are not checked: profiles are read later. */
export function unknownFilterNames(filter: Filter, { register }: Campaign): readonly UnknownName[] {
  const missing = (
    kind: UnknownName['kind'],
    names: readonly string[],
    declared: ReadonlyMap<string, unknown>,
  ): UnknownName[] =>
    names.filter((name) => !declared.has(name)).map((name) => ({ kind, name, declared: [...declared.keys()] }));
  return [
    ...missing('role', filter.roles, register.roles),
    ...missing('group', filter.groups, register.groups),
    ...missing('state', filter.states, register.states),
  ];
}
