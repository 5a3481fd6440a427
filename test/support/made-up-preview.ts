import type {
  Preview,
  PreviewChoice,
  PreviewFault,
  PreviewLetter,
  PreviewOverview,
  PreviewRecipient,
} from '../../src/commands/preview/preview.ts';

/** What a made-up preview shows, which a test may change. */
export interface MadeUpCampaign {
  readonly recipients: readonly PreviewRecipient[];
  readonly diagnostics: readonly PreviewFault[];
  readonly letter: (choice: PreviewChoice) => Omit<PreviewLetter, 'version' | 'choice'>;
}

/** A preview of values that a test has, without files. */
export interface MadeUpPreview extends Preview {
  /** Changes what is shown, and reports that to the listeners. */
  readonly change: (campaign: Partial<MadeUpCampaign>) => void;
  /** Ends the preview by itself, with this reason. */
  readonly end: (reason: string) => void;
  readonly isClosed: () => boolean;
}

export function madeUpPreview(first: MadeUpCampaign): MadeUpPreview {
  let campaign = first;
  let version = 1;
  let isClosed = false;
  let end: (reason: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => (end = resolve));
  const listeners = new Set<(version: number) => void>();
  const overview = (): PreviewOverview => ({
    version,
    campaign: 'made-up',
    recipients: campaign.recipients,
    diagnostics: campaign.diagnostics,
  });
  return {
    overview: () => Promise.resolve(overview()),
    letter: (choice) => Promise.resolve({ ...campaign.letter(choice), version, choice }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended,
    close: () => (isClosed = true),
    change: (changed) => {
      campaign = { ...campaign, ...changed };
      version += 1;
      for (const listener of listeners) listener(version);
    },
    end,
    isClosed: () => isClosed,
  };
}

/** A recipient of the list, with the values that matter in a test. */
export function aPreviewRecipient(values: Partial<PreviewRecipient> = {}): PreviewRecipient {
  return {
    letter: 'appeal',
    id: 'be-minister',
    roles: ['minister'],
    state: 'Belgium',
    office: 'Minister of Charters',
    holder: null,
    languages: ['en'],
    outcome: 'letter',
    reason: '',
    ...values,
  };
}
