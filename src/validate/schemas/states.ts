import * as v from 'valibot';
import type { Fact, StateNames } from '../../model/state.ts';
import type { Language } from '../../model/language.ts';
import { fields, inOrder, language, line, named, periodEntries, someOf, stateCode, yesNo } from '../value-schemas.ts';

/** Something recorded about a State, as the file has it. */
export type FactEntry = Omit<Fact, 'name' | 'span'>;

/** What `states.yaml` holds of one State. */
export interface StateEntry {
  readonly names: Readonly<Record<Language, StateNames>>;
  readonly facts?: Readonly<Record<string, FactEntry | readonly FactEntry[]>>;
}

/** What `states.yaml` holds: a State by its code. */
export type StatesFile = Readonly<Record<string, StateEntry>>;

const fact: v.GenericSchema<unknown, FactEntry> = inOrder(fields({ value: yesNo, ...periodEntries, source: line }));

/** One record, or a list of them; which it is meant to be is plain from the look of it, so that faults are about that. */
const facts: v.GenericSchema<unknown, FactEntry | readonly FactEntry[]> = v.pipe(
  v.lazy((input): v.GenericSchema<unknown, FactEntry | readonly FactEntry[]> =>
    Array.isArray(input) ? someOf(fact) : fact,
  ),
  // Whoever makes an editor's schema of this sees one branch only.
  v.metadata({ oneOrList: true }),
);

/** The schema of `states.yaml`. */
export const statesSchema: v.GenericSchema<unknown, StatesFile> = named(
  fields({
    names: named(fields({ short: line, formal: line, of: line }), language),
    facts: v.exactOptional(named(facts)),
  }),
  stateCode,
);
