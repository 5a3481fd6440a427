import type { Campaign } from '../model/campaign.ts';
import { type FieldDeclaration, isAskedFieldValue } from '../model/field.ts';
import { plainMessage } from '../model/message.ts';
import type { Recipient } from '../model/recipient.ts';
import { isMember } from '../model/state.ts';
import { readFieldText } from '../validate/field-text.ts';
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
  /** The values, as profiles have them, of which a field must have one, by the name of the field. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** If present, only the recipients in this shard (part of a run on one of several machines) are selected. */
  readonly shard?: Shard | undefined;
}

/** The filter that selects all recipients. */
export const ALL_RECIPIENTS: Filter = { ids: [], roles: [], groups: [], states: [] };

/** Whether the filter selects all recipients. */
export function selectsAll(filter: Filter): boolean {
  return filter.shard === undefined && hasEmptyLists(filter);
}

/** Whether the filter has no ids, roles, groups, States or fields. The filter may still have a shard. */
export function hasEmptyLists({ ids, roles, groups, states, fields = {} }: Filter): boolean {
  return [ids, roles, groups, states, ...Object.values(fields)].every((names) => names.length === 0);
}

/**
 * Returns the function that decides whether a recipient matches the lists of a filter. Its shard is not compared; see
 * `isInShard`. Membership of a group is decided as of the letter's date.
 */
export function createFilterMatch(
  filter: Filter,
  { letter, register, fields }: Campaign,
): (recipient: Recipient) => boolean {
  const askedFields = Object.entries(filter.fields ?? {}).map(([name, texts]) => {
    const declaration = fields.get(name);
    const asked = texts.flatMap((text) => {
      const result = declaration === undefined ? undefined : readFieldText(declaration, text);
      return result?.ok === true ? [result.value] : [];
    });
    return { name, asked };
  });
  return (recipient) =>
    (filter.ids.length === 0 || filter.ids.includes(recipient.id)) &&
    (filter.roles.length === 0 || filter.roles.some((role) => recipient.roles.includes(role))) &&
    (filter.groups.length === 0 ||
      filter.groups.some((group) => isMember(recipient.state, register.groups.get(group), letter.date))) &&
    (filter.states.length === 0 || filter.states.some((state) => state === recipient.state)) &&
    askedFields.every(({ name, asked }) => {
      const value = recipient.fields.get(name);
      return value !== undefined && isAskedFieldValue(value, asked);
    });
}

/** A name in a filter that the campaign does not declare. */
export interface UnknownName {
  readonly kind: 'role' | 'group' | 'state' | 'field' | `value of the field ${string}`;
  readonly name: string;
  /** The names of the same kind that the campaign declares; for a value that is no name, what it must be. */
  readonly declared: readonly string[];
}

/**
 * Returns the names in a filter that the campaign does not declare. Ids are not included, because the profiles that
 * declare them are read later; nor are roles if the campaign need not declare them.
 */
export function findUnknownFilterNames(filter: Filter, { register, fields }: Campaign): readonly UnknownName[] {
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
    ...findUnknownNames('field', Object.keys(filter.fields ?? {}), fields),
    ...Object.entries(filter.fields ?? {}).flatMap(([name, texts]) => findUnknownValues(fields.get(name), texts)),
  ];
}

/** Returns the texts that cannot be values of a field. */
function findUnknownValues(
  declaration: FieldDeclaration | undefined,
  texts: readonly string[],
): readonly UnknownName[] {
  if (declaration === undefined) return [];
  return texts.flatMap((text): readonly UnknownName[] => {
    const result = readFieldText(declaration, text);
    if (result.ok) return [];
    const declared =
      declaration.type === 'one-of' ? [...declaration.options.keys()] : [plainMessage(result.requirement)];
    return [{ kind: `value of the field ${declaration.name}`, name: text, declared }];
  });
}
