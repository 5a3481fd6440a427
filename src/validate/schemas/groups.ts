import { type GenericSchema, exactOptional, optional } from 'valibot';
import type { Membership } from '../../model/state.ts';
import { fields, inOrder, line, list, name, named, oneOf, periodEntries, stateCode, yesNo } from '../value-schemas.ts';

/** What `groups.yaml` holds: everything that conditions may name. */
export interface GroupsFile {
  readonly roles: Readonly<Record<string, { readonly meaning: string }>>;
  readonly facts: Readonly<
    Record<string, { readonly complete: boolean; readonly meaning: string; readonly concerns?: readonly string[] }>
  >;
  readonly groups: Readonly<
    Record<string, { readonly meaning: string; readonly members: readonly Omit<Membership, 'span'>[] }>
  >;
}

/** The schema of `groups.yaml`. */
export const groupsSchema: GenericSchema<unknown, GroupsFile> = fields({
  roles: named(fields({ meaning: line })),
  facts: optional(
    named(fields({ type: oneOf(['yes-no']), complete: yesNo, meaning: line, concerns: exactOptional(list(name)) })),
    {},
  ),
  groups: optional(
    named(
      fields({
        meaning: line,
        members: list(inOrder(fields({ state: stateCode, ...periodEntries, source: line }))),
      }),
    ),
    {},
  ),
});
