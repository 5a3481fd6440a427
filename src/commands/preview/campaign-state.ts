import type { Data } from '../../model/data.ts';
import type { Language } from '../../model/language.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Plan } from '../../plan.ts';

/** What a preview reads of the campaign. Each part is read when it is first asked for, and once. */
export interface CampaignState {
  /** Counts the changes of the campaign that were noticed. */
  readonly version: number;
  readonly letters: () => Promise<readonly string[]>;
  readonly profiles: () => Promise<readonly Outcome<Data>[]>;
  /**
   * Returns the plan of a letter with the editions of the command line; with a language, that of the edition in this
   * language alone.
   */
  readonly plan: (letter: string, language?: Language) => Promise<Outcome<Plan>>;
}

/** The functions that read the parts of a campaign. */
export interface CampaignReaders {
  readonly readLetters: () => Promise<readonly string[]>;
  readonly readProfiles: () => Promise<readonly Outcome<Data>[]>;
  readonly preparePlan: (letter: string, language: Language | undefined) => Promise<Outcome<Plan>>;
}

/**
 * Creates the state of a campaign after a change. `names`: the files and folders that have changed since `before`. The
 * profiles of `before` are kept if they are none of them.
 */
export function createCampaignState(
  { readLetters, readProfiles, preparePlan }: CampaignReaders,
  before: CampaignState | undefined,
  names: readonly string[],
): CampaignState {
  const plans = new Map<string, Promise<Outcome<Plan>>>();
  const keepsProfiles = before !== undefined && !names.some(mayChangeProfiles);
  return {
    version: (before?.version ?? 0) + 1,
    letters: readOnce(readLetters),
    profiles: keepsProfiles ? before.profiles : readOnce(readProfiles),
    plan: (letter, language) => {
      const key = JSON.stringify([letter, language ?? null]);
      const plan = plans.get(key) ?? preparePlan(letter, language);
      plans.set(key, plan);
      return plan;
    },
  };
}

/** Whether profiles may be others after a change of this file: it is in `recipients/`, or outside the campaign. */
function mayChangeProfiles(name: string): boolean {
  return !/^(?:templates|languages)(?:\/|$)/u.test(name);
}

/**
 * Whether the recipients of letters, and why each gets its letter or none, are the same after a change of these files if
 * the campaign is sound: they are texts of letters, and no condition asks what a text says.
 */
export function keepsRecipients(names: readonly string[]): boolean {
  return names.every((name) => /^templates\/[^/]+\/[^/]+\/(?:body|passages|demands|partials)\/.*\.md$/u.test(name));
}

function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= read());
}
