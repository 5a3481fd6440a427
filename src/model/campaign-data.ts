import type { TemplateFiles } from './campaign.ts';
import type { Data } from './data.ts';
import type { Language } from './language.ts';

/** The content of a letter's settings and shared files: parsed, with spans, but not yet validated. */
export interface CampaignData {
  /** The name of the letter's folder under `templates/`. */
  readonly id: string;
  /** `letter.yaml`. */
  readonly letter: Data;
  /** `sources.yaml`. */
  readonly sources: Data;
  /** `approvals.yaml`; undefined if the file does not exist, so that no text is approved. */
  readonly approvals: Data | undefined;
  readonly states: Data;
  readonly groups: Data;
  readonly forms: Readonly<Record<Language, Data>>;
  readonly templates: Readonly<Record<Language, TemplateFiles>>;
}
