import type { LetterSettings } from '../../model/campaign.ts';
import type { CampaignData } from '../../model/campaign-data.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Language } from '../../model/language.ts';
import type { ClaimSource } from '../../model/source.ts';
import type { State } from '../../model/state.ts';
import type { KnownNames } from '../known-names.ts';
import type { Declarations } from '../validate-register.ts';

/** The parts of a campaign as far as each is sound by itself; a part with faults of its own is undefined. */
export interface Parts {
  readonly data: CampaignData;
  readonly known: KnownNames;
  /** In which letters go out. */
  readonly languages: readonly Language[];
  readonly letter: LetterSettings | undefined;
  readonly sources: ReadonlyMap<string, ClaimSource> | undefined;
  readonly states: ReadonlyMap<string, State> | undefined;
  readonly declarations: Declarations | undefined;
}

/** What must hold of the letter together with the other parts. */
export type LetterRule = (letter: LetterSettings, parts: Parts) => readonly Diagnostic[];

/** What must hold of the parts that all letters share. A rule whose parts are not there has nothing to say. */
export type SharedRule = (parts: Parts) => readonly Diagnostic[];
