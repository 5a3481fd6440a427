import type { TemplateFiles } from './campaign.ts';
import type { Data } from './data.ts';
import type { EnclosedFiles } from './enclosed-file.ts';
import type { Language } from './language.ts';
import type { PictureFiles } from './picture-files.ts';

/**
 * The files of one letter and the files that all letters of the campaign share. They are parsed, and each value has its
 * span, but they are not yet validated. A file that may be absent, and is, has the same content as an empty one: a
 * mapping without entries.
 */
export interface CampaignData {
  /** The name of the letter's folder under `templates/`. */
  readonly id: string;
  /** The content of `letter.yaml`, which has the letter's settings. */
  readonly letter: Data;
  /** The content of `sources.yaml`, which lists the documents that the letter cites. */
  readonly sources: Data;
  /** The content of `approvals.yaml`, which records who has approved which text. */
  readonly approvals: Data;
  /** The content of `recipients/states.yaml`: the names of States and facts about them. */
  readonly states: Data;
  /** The content of `recipients/groups.yaml`: the declared roles, groups and facts. */
  readonly groups: Data;
  /** The content of `recipients/fields.yaml`, which declares fields. */
  readonly fields: Data;
  /** The content of `recipients/powers.yaml`, which declares who can do what. */
  readonly powers: Data;
  /** The content of `recipients/forms/`, the forms of address, by language. Only languages that have some are there. */
  readonly forms: Readonly<Record<Language, Data>>;
  /** The content of `languages/`, the words of languages, by tag. */
  readonly languages: Readonly<Record<Language, Data>>;
  /** The letter's templates, by language. */
  readonly templates: Readonly<Record<Language, TemplateFiles>>;
  /** The pictures that the letter names. */
  readonly pictures: PictureFiles;
  /** The files that the letter encloses. */
  readonly enclosedFiles: EnclosedFiles;
}
