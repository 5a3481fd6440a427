import type { CampaignData } from '../model/campaign-data.ts';
import { type Data, type DataPath, dataAt } from '../model/data.ts';
import type { Language } from '../model/language.ts';
import type { ClaimSource } from '../model/source.ts';
import type { Register, State } from '../model/state.ts';

/** What rules across files are asked about, besides the letter. A part with faults of its own is undefined. */
export interface CampaignParts {
  readonly data: CampaignData;
  readonly known: KnownNames;
  /** The languages in which letters go out. */
  readonly languages: readonly Language[];
  readonly sources: ReadonlyMap<string, ClaimSource> | undefined;
  readonly states: ReadonlyMap<string, State> | undefined;
  readonly declarations: Omit<Register, 'states'> | undefined;
}

/**
 * Every name that a campaign declares, sound or not: a name whose entry has faults is known all the same, so that
 * nobody is told that it does not exist.
 */
export interface KnownNames {
  readonly roles: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** The names that the files of a campaign declare. */
export function knownNames(data: CampaignData): KnownNames {
  return {
    roles: keysAt(data.groups, ['roles']),
    groups: keysAt(data.groups, ['groups']),
    facts: keysAt(data.groups, ['facts']),
    states: keysAt(data.states, []),
    languages: keysAt(data.letter, ['languages']),
    sources: keysAt(data.sources, []),
  };
}

function keysAt(data: Data, path: DataPath): ReadonlySet<string> {
  const mapping = dataAt(data, path);
  return new Set(mapping?.kind === 'fields' ? mapping.entries.map(({ key }) => key) : []);
}
