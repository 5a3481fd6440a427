import type { CampaignData } from '../model/campaign-data.ts';
import type { FieldDeclarations } from '../model/field.ts';
import type { Locales } from '../model/locale-data.ts';
import { meantPhrases } from './leftover-rules.ts';
import { usableFields } from './validate-fields.ts';
import { validateLanguages } from './validate-languages.ts';

/** What the texts of a campaign are checked with if the campaign has faults, so that no validated one exists. */
interface TextContext {
  /** Phrases that look like leftovers and are meant. */
  readonly meant: readonly string[];
  /** The fields that texts can use. */
  readonly fields: FieldDeclarations;
  /** The languages of the campaign. */
  readonly locales: Locales;
}

/** Reads from the data of a campaign, which may have faults, what its texts are checked with. */
export function readTextContext({ letter, fields, languages }: CampaignData): TextContext {
  const { locales } = validateLanguages(languages);
  return { meant: meantPhrases(letter), fields: usableFields(fields), locales };
}
