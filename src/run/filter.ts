import type { Campaign } from '../model/campaign.ts';
import type { Recipient } from '../model/recipient.ts';
import { isMember } from '../model/state.ts';
import type { Shard } from './shards/shard.ts';

/**
 * The criteria by which recipients are selected. A recipient must match every list. It matches a list that contains at
 * least one of its values; an empty list matches every recipient.
 */
export interface Filter {
  readonly ids: readonly string[];
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  readonly states: readonly string[];
  /** If present, only the recipients in this shard (part of a run on one of several machines) are selected. */
  readonly shard?: Shard | undefined;
}

/** The filter that selects all recipients. */
export const ALL_RECIPIENTS: Filter = { ids: [], roles: [], groups: [], states: [] };

/** Whether the filter selects all recipients. */
export function selectsAll(filter: Filter): boolean {
  return filter.shard === undefined && hasEmptyLists(filter);
}

/** Whether the filter has no ids, roles, groups or States. The filter may still have a shard. */
export function hasEmptyLists({ ids, roles, groups, states }: Filter): boolean {
  return [ids, roles, groups, states].every((names) => names.length === 0);
}

/**
 * Whether a recipient matches the lists of a filter. Its shard is not compared; see `isInShard`. Membership of a group
 * is decided as of the letter's date.
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

/** A name in a filter that the campaign does not declare. */
export interface UnknownName {
  readonly kind: 'role' | 'group' | 'state';
  readonly name: string;
  /** The names of the same kind that the campaign declares. */
  readonly declared: readonly string[];
}

/**
 * Returns the names in a filter that the campaign does not declare. Ids are not included, because the profiles that
 * declare them are read later; nor are roles if the campaign need not declare them.
 */
export function findUnknownFilterNames(filter: Filter, { register }: Campaign): readonly UnknownName[] {
  const findUnknownNames = (
    kind: UnknownName['kind'],
    names: readonly string[],
    declarations: ReadonlyMap<string, unknown>,
  ): UnknownName[] =>
    names.filter((name) => !declarations.has(name)).map((name) => ({ kind, name, declared: [...declarations.keys()] }));
  return [
    ...(register.hasDeclarations ? findUnknownNames('role', filter.roles, register.roles) : []),
    ...findUnknownNames('group', filter.groups, register.groups),
    ...findUnknownNames('state', filter.states, register.states),
  ];
}
