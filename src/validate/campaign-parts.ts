import type { CampaignData } from '../model/campaign-data.ts';
import { type Data, type DataPath, dataAt } from '../model/data.ts';
import type { Language } from '../model/language.ts';
import type { ClaimSource } from '../model/source.ts';
import type { Register, State } from '../model/state.ts';

/** The input of the rules across files, besides the letter. A part whose own file is invalid is undefined. */
export interface CampaignParts {
  readonly data: CampaignData;
  /** All names that the campaign declares. */
  readonly knownNames: KnownNames;
  /** The languages of the editions that this run makes. */
  readonly languages: readonly Language[];
  readonly sources: ReadonlyMap<string, ClaimSource> | undefined;
  readonly states: ReadonlyMap<string, State> | undefined;
  /** The declared roles, groups and facts of `groups.yaml`. */
  readonly declarations: Omit<Register, 'states'> | undefined;
}

/**
 * Every name that a campaign declares. The name of an entry with faults is included, so that a reference to it is not
 * also reported as an unknown name.
 */
export interface KnownNames {
  readonly roles: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Collects the names that the files of a campaign declare, before these files are validated. */
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
