import { boundedCache } from '../../model/bounded-cache.ts';
import type { Data } from '../../model/data.ts';
import { type Diagnostic, removeRepeats } from '../../model/diagnostic.ts';
import type { Language } from '../../model/language.ts';
import type { Job } from '../../model/job.ts';
import type { Outcome } from '../../model/outcome.ts';
import { prepare } from '../../pipeline.ts';
import type { DiagnosticRecord } from '../../report/diagnostic-records.ts';
import type { FileWatcher } from '../../run/file-watcher.ts';
import type { Filter } from '../../run/filter.ts';
import { keepReads } from '../../run/kept-world.ts';
import type { World } from '../../world.ts';
import { type CampaignState, createCampaignState, keepsRecipients } from './campaign-state.ts';
import { type LetterPages, PAGE_FORMAT, makePages } from './make-pages.ts';
import { previewFault } from './preview-faults.ts';
import { type RecipientsOfLetter, listRecipients } from './preview-recipients.ts';
import type {
  Preview,
  PreviewChoice,
  PreviewFault,
  PreviewLetter,
  PreviewOverview,
  PreviewRecipient,
} from './preview.ts';

/** What a preview is made of. */
export interface PreviewSource {
  /** The name of the campaign, to be shown. */
  readonly campaign: string;
  readonly world: World;
  readonly watcher: FileWatcher;
  readonly filter: Filter;
  /** Returns the letters that can be shown. */
  readonly chooseLetters: (world: World) => Promise<readonly string[]>;
  /** Opens the profiles of the campaign, and those of the file that the command line names. */
  readonly openProfiles: (world: World) => Promise<AsyncIterable<Outcome<Data>>>;
  /** Returns the job of a letter, with the editions of the command line. */
  readonly jobFor: (letter: string, options: Pick<Job, 'formats' | 'attachSource'>) => Job;
  /** Converts the name of a file in the campaign to a path that the user can open. */
  readonly pathOf: (file: string) => string;
  /** Converts diagnostics to records, with lines of the files of a world. */
  readonly toRecords: (diagnostics: readonly Diagnostic[], world: World) => Promise<readonly DiagnosticRecord[]>;
  /**
   * Describes an error by which no letter can be made, as that of a folder that cannot be read; undefined if the error is
   * a bug.
   */
  readonly describeError: (
    error: unknown,
  ) => { readonly message: string; readonly hint?: string | undefined } | undefined;
}

/** The number of letters whose last pages without faults are kept, in each of two generations. */
const KEPT_LETTERS = 16;

/**
 * Opens a preview of a campaign. Nothing is read until something is asked for. After a change, files that are the same
 * are not read and parsed again, fonts and shaped words are kept, and a change of texts alone does not select the texts
 * of all recipients again. All else is made again from what was read, so that nothing of an earlier version is shown,
 * but for the last pages without faults.
 */
export function openPreview(source: PreviewSource): Preview {
  const { watcher, filter } = source;
  const kept = keepReads(source.world);
  const listeners = new Set<(version: number) => void>();
  const soundPages = boundedCache<{ pages: LetterPages | undefined }>(KEPT_LETTERS);
  /** The recipients of each letter when it last had no fault in shared files, and whether they are those of now. */
  const soundRecipients = new Map<string, RecipientsOfLetter & { readonly isCurrent: boolean }>();
  const readers = {
    readLetters: () => source.chooseLetters(kept.world),
    readProfiles: async () => {
      const profiles: Outcome<Data>[] = [];
      for await (const profile of await source.openProfiles(kept.world)) profiles.push(profile);
      return profiles;
    },
    preparePlan: (letter: string, language: Language | undefined) => {
      const job = source.jobFor(letter, { formats: [PAGE_FORMAT], attachSource: false });
      const editions = language === undefined ? {} : { editions: [language] };
      return prepare(kept.world, { ...job, ...editions });
    },
  };
  let state = createCampaignState(readers, undefined, []);
  let overview: Promise<PreviewOverview> | undefined;

  watcher.onChange((names) => {
    kept.drop(names);
    state = createCampaignState(readers, state, names);
    overview = undefined;
    if (!keepsRecipients(names))
      for (const [letter, recipients] of soundRecipients)
        soundRecipients.set(letter, { ...recipients, isCurrent: false });
    for (const listener of listeners) listener(state.version);
  });

  const toFaults = async (diagnostics: readonly Diagnostic[]): Promise<readonly PreviewFault[]> => {
    if (diagnostics.length === 0) return [];
    return (await source.toRecords(removeRepeats(diagnostics), kept.world)).map(previewFault);
  };
  const reasonOf = async (fault: Diagnostic): Promise<string> => {
    const [record] = await source.toRecords([fault], kept.world);
    return record?.message ?? '';
  };
  /** Returns the error as a fault without a place. Rethrows a bug. */
  const refusal = (error: unknown): PreviewFault => {
    const described = source.describeError(error);
    if (described === undefined) throw error;
    const { message, hint = null } = described;
    return { code: 'campaign', severity: 'fault', message, hint, location: null, frame: null };
  };

  /** Lists the recipients of a letter whose plan is sound. */
  const recipientsOf = async (asked: CampaignState, letter: string): Promise<Outcome<RecipientsOfLetter>> => {
    const plan = await asked.plan(letter);
    if (!plan.ok) return plan;
    const before = soundRecipients.get(letter);
    if (before?.isCurrent === true && asked === state) return { ...plan, value: before };
    const earlier = new Map(before?.recipients.map((recipient) => [recipient.id, recipient]));
    const profiles = asIterable(await asked.profiles());
    const listed = await listRecipients(plan.value, profiles, filter, { earlier, reasonOf });
    if (asked === state) soundRecipients.set(letter, { ...listed, isCurrent: true });
    return { ...plan, value: listed };
  };

  const makeOverview = async (asked: CampaignState): Promise<PreviewOverview> => {
    const { version } = asked;
    const { campaign } = source;
    const recipients: PreviewRecipient[] = [];
    const diagnostics: Diagnostic[] = [];
    try {
      const letters = await asked.letters();
      for (const letter of soundRecipients.keys()) if (!letters.includes(letter)) soundRecipients.delete(letter);
      for (const letter of letters) {
        const listed = await recipientsOf(asked, letter);
        diagnostics.push(...listed.diagnostics, ...(listed.ok ? listed.value.diagnostics : []));
        recipients.push(...((listed.ok ? listed.value : soundRecipients.get(letter))?.recipients ?? []));
      }
      return { version, campaign, recipients, diagnostics: await toFaults(diagnostics) };
    } catch (error) {
      const known = [...soundRecipients.values()].flatMap((listed) => listed.recipients);
      return { version, campaign, recipients: known, diagnostics: [refusal(error)] };
    }
  };

  const showLetter = async (choice: PreviewChoice): Promise<PreviewLetter> => {
    const asked = state;
    const { letter, id, language } = choice;
    const sound = soundPages.getOrCompute(JSON.stringify([letter, id, language]), () => ({ pages: undefined }));
    const shown = { version: asked.version, choice, isOld: false, reason: null };
    const old = { ...shown, ...(sound.pages ?? NO_PAGES), isOld: sound.pages !== undefined };
    try {
      const result = await makePages(asked, choice, source.pathOf);
      const diagnostics = await toFaults(result.diagnostics);
      if (!result.ok) return { ...old, diagnostics };
      if (result.value.kind === 'none') return { ...shown, ...NO_PAGES, diagnostics, reason: result.value.reason };
      sound.pages = result.value.made;
      return { ...shown, ...result.value.made, diagnostics };
    } catch (error) {
      return { ...old, diagnostics: [refusal(error)] };
    }
  };

  return {
    overview: () => (overview ??= makeOverview(state)),
    letter: showLetter,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended: watcher.ended,
    close: watcher.close,
  };
}

const NO_PAGES: LetterPages = { pages: [], sheet: null, parts: [] };

async function* asIterable<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
