import type { CampaignData } from '../model/campaign-data.ts';
import { type Data, type DataPath, dataAt } from '../model/data.ts';
import type { FieldDeclarations } from '../model/field.ts';
import type { Language } from '../model/language.ts';
import type { Locales } from '../model/locale-data.ts';
import type { ClaimSource } from '../model/source.ts';
import type { Register, State } from '../model/state.ts';
import { languagesOfLetter } from './letter-defaults.ts';
import type { DeclaredFields } from './validate-fields.ts';

/** The validated parts of a campaign other than the letter, for the rules that span several files. */
export interface CampaignParts {
  /** The data of all files, from which the spans of faults are taken. */
  readonly data: CampaignData;
  /** All names that the campaign declares. */
  readonly knownNames: KnownNames;
  /** The languages of the editions that this run makes. An edition is a letter in one language. */
  readonly languages: readonly Language[];
  /** The languages of the campaign, without those that have faults. */
  readonly locales: Locales;
  /** The sources by key; undefined if `sources.yaml` is invalid. */
  readonly sources: ReadonlyMap<string, ClaimSource> | undefined;
  /** The States by code; undefined if `states.yaml` is invalid. */
  readonly states: ReadonlyMap<string, State> | undefined;
  /** The declared roles, groups and facts; undefined if `groups.yaml` is invalid. */
  readonly declarations: Omit<Register, 'states'> | undefined;
}

/**
 * Every name that a campaign declares. The name of an entry with faults is included, so that references to it are not
 * reported as unknown too.
 */
export interface KnownNames {
  readonly roles: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  /** The declarations of the fields, without those that have faults. */
  readonly declarations: FieldDeclarations;
}

/** Collects the names that the files of a campaign declare. The files need not be valid. */
export function collectKnownNames(data: CampaignData, { names, declarations }: DeclaredFields): KnownNames {
  const statedLanguages = keysOfMapping(data.letter, ['languages']);
  // Only which languages there are is asked here, and not their statuses.
  const stated =
    dataAt(data.letter, ['languages']) === undefined
      ? undefined
      : Object.fromEntries([...statedLanguages].map((language) => [language, 'revised'] as const));
  return {
    roles: keysOfMapping(data.groups, ['roles']),
    groups: keysOfMapping(data.groups, ['groups']),
    facts: keysOfMapping(data.groups, ['facts']),
    states: keysOfMapping(data.states, []),
    languages: new Set(Object.keys(languagesOfLetter(stated, data.templates))),
    sources: keysOfMapping(data.sources, []),
    fields: names,
    declarations,
  };
}

/** Returns the keys of the mapping at a path; none if there is no mapping. */
function keysOfMapping(data: Data, path: DataPath): ReadonlySet<string> {
  const mapping = dataAt(data, path);
  return new Set(mapping?.kind === 'fields' ? mapping.entries.map(({ key }) => key) : []);
}
