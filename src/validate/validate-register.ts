import * as v from 'valibot';
import { type Data, keySpanAt, spanAt } from '../model/data.ts';
import type { Language } from '../model/language.ts';
import type { Fact, FactDeclaration, Group, Membership, Register, Role, State, StateNames } from '../model/state.ts';
import { type Decoded, decode } from './decode.ts';
import {
  strictMapping,
  chronological,
  languageSchema,
  lineOfText,
  listOf,
  nameSchema,
  recordOf,
  oneOf,
  periodEntries,
  nonEmptyListOf,
  stateCode,
  yesNo,
} from './value-schemas.ts';

/** Validates `states.yaml` and returns the States by code. */
export function validateStates(data: Data): Decoded<ReadonlyMap<string, State>> {
  const { value, faults } = decode(statesSchema, data);
  if (value === undefined) return { value, faults };
  const states = Object.entries(value).map(([code, { names, facts = {} }]): [string, State] => [
    code,
    {
      code,
      names,
      facts: Object.entries(facts).flatMap(([name, entry]) => buildFacts(data, code, name, entry)),
      span: keySpanAt(data, [code]),
    },
  ]);
  return { value: new Map(states), faults };
}

/** Returns the records of one fact about a State. `entry` is one record or a list of them. */
function buildFacts(data: Data, code: string, name: string, entry: FactEntry | readonly FactEntry[]): readonly Fact[] {
  const path = [code, 'facts', name];
  if (!isList(entry)) return [{ ...entry, name, span: keySpanAt(data, path) }];
  return entry.map((record, index) => ({ ...record, name, span: spanAt(data, [...path, index]) }));
}

/** Whether an entry is a list of records. `Array.isArray` alone does not narrow a union with a `readonly` array. */
function isList(entry: FactEntry | readonly FactEntry[]): entry is readonly FactEntry[] {
  return Array.isArray(entry);
}

/** Validates `groups.yaml`, which declares roles, groups and facts. */
export function validateDeclarations(data: Data): Decoded<Omit<Register, 'states'>> {
  const { value, faults } = decode(groupsSchema, data);
  if (value === undefined) return { value, faults };
  const groups = Object.entries(value.groups).map(([name, { meaning, members }]): Group => {
    const path = ['groups', name];
    const memberships = members.map((member, index) => ({
      ...member,
      span: spanAt(data, [...path, 'members', index]),
    }));
    return { name, meaning, members: memberships, span: keySpanAt(data, path) };
  });
  const facts = Object.entries(value.facts).map(([name, { meaning, complete, concerns = [] }]): FactDeclaration => {
    return { name, meaning, complete, concerns, span: keySpanAt(data, ['facts', name]) };
  });
  const roles = Object.entries(value.roles).map(([name, { meaning }]): Role => ({ name, meaning }));
  const hasDeclarations = data.kind !== 'fields' || data.entries.length > 0;
  return {
    value: { hasDeclarations, roles: indexByName(roles), groups: indexByName(groups), facts: indexByName(facts) },
    faults,
  };
}

function indexByName<T extends { readonly name: string }>(declarations: readonly T[]): ReadonlyMap<string, T> {
  return new Map(declarations.map((declaration) => [declaration.name, declaration]));
}

/** A record of a fact about a State, as in `states.yaml`. */
type FactEntry = Omit<Fact, 'name' | 'span'>;

/** The entry of one State in `states.yaml`. */
interface StateEntry {
  readonly names: Readonly<Record<Language, StateNames>>;
  readonly facts?: Readonly<Record<string, FactEntry | readonly FactEntry[]>>;
}

const factSchema: v.GenericSchema<unknown, FactEntry> = chronological(
  strictMapping({ value: yesNo, ...periodEntries, source: lineOfText }),
);

/**
 * The schema of one record of a fact or a list of records. `lazy` selects the schema by the input, so that issues refer
 * only to the matching alternative.
 */
const factsSchema: v.GenericSchema<unknown, FactEntry | readonly FactEntry[]> = v.pipe(
  v.lazy((input): v.GenericSchema<unknown, FactEntry | readonly FactEntry[]> =>
    Array.isArray(input) ? nonEmptyListOf(factSchema) : factSchema,
  ),
  // The conversion to JSON Schema sees only one alternative of `lazy`; this metadata says that a list is accepted too.
  v.metadata({ oneOrList: true }),
);

/** The schema of `states.yaml`: State code → names and facts. */
export const statesSchema: v.GenericSchema<unknown, Readonly<Record<string, StateEntry>>> = recordOf(
  strictMapping({
    names: recordOf(strictMapping({ short: lineOfText, formal: lineOfText, of: lineOfText }), languageSchema),
    facts: v.exactOptional(recordOf(factsSchema)),
  }),
  stateCode,
);

/** The content of `groups.yaml`: the declared roles, facts and groups. */
interface GroupsFile {
  readonly roles: Readonly<Record<string, { readonly meaning: string }>>;
  readonly facts: Readonly<
    Record<string, { readonly complete: boolean; readonly meaning: string; readonly concerns?: readonly string[] }>
  >;
  readonly groups: Readonly<
    Record<string, { readonly meaning: string; readonly members: readonly Omit<Membership, 'span'>[] }>
  >;
}

const factDeclarationSchema = strictMapping({
  type: oneOf(['yes-no']),
  complete: yesNo,
  meaning: lineOfText,
  concerns: v.exactOptional(listOf(nameSchema)),
});

const groupSchema = strictMapping({
  meaning: lineOfText,
  members: listOf(chronological(strictMapping({ state: stateCode, ...periodEntries, source: lineOfText }))),
});

/** The schema of `groups.yaml`. */
export const groupsSchema: v.GenericSchema<unknown, GroupsFile> = strictMapping({
  roles: v.optional(recordOf(strictMapping({ meaning: lineOfText })), {}),
  facts: v.optional(recordOf(factDeclarationSchema), {}),
  groups: v.optional(recordOf(groupSchema), {}),
});
