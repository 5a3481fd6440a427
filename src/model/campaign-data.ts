import type { TemplateFiles } from './campaign.ts';
import type { Data } from './data.ts';
import type { Language } from './language.ts';

/** What the shared files of a campaign say, before anybody asks whether it is sound. */
export interface CampaignData {
  /** The name of the letter's folder under `templates/`. */
  readonly id: string;
  readonly letter: Data;
  readonly sources: Data;
  /** Undefined: nobody has approved anything yet. */
  readonly approvals: Data | undefined;
  readonly states: Data;
  readonly groups: Data;
  readonly forms: Readonly<Record<Language, Data>>;
  readonly templates: Readonly<Record<Language, TemplateFiles>>;
}
