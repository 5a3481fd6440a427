import { TABLE_FILE } from '../../load/table-names.ts';
import { type Language, lookUp } from '../../model/language.ts';
import { isLanguageTag, suggestLanguageTag } from '../../model/language-tag.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { quote } from '../../report/neutralise.ts';
import { GALLERY, type GalleryCampaign } from './gallery.ts';

/** The campaign, language and folder that the user named or chose. */
export interface CampaignChoice {
  readonly campaign: GalleryCampaign;
  readonly language: string;
  /** The folder as the user typed it. */
  readonly folder: string;
}

/** What the command line says about a new campaign. */
export interface NamedCampaign {
  readonly folder?: string | undefined;
  readonly from?: string | undefined;
  readonly language?: string | undefined;
}

/** A name on the command line that the gallery does not have. */
interface UnknownChoice {
  readonly unknown: string;
  readonly hint: string;
}

/** Whether `--from` names a table, and not a campaign of the gallery: by its extension, or because it is a path. */
export function isTablePath(from: string): boolean {
  return TABLE_FILE.test(from) || /[/\\]/u.test(from);
}

/** Chooses what the command line names, or the defaults. */
export function chooseCampaign(
  { folder, from, language }: NamedCampaign,
  languagesOf: (campaign: GalleryCampaign) => readonly string[],
): CampaignChoice | UnknownChoice {
  const campaign = from === undefined ? GALLERY[0] : GALLERY.find(({ name }) => name === from);
  if (campaign === undefined) {
    return unknownChoice(
      `there is no campaign ${quote(from ?? '')} to begin from`,
      from ?? '',
      GALLERY.map(({ name }) => name),
    );
  }
  const chosenLanguage = chooseLanguage(campaign, language, languagesOf(campaign));
  if (typeof chosenLanguage !== 'string') return chosenLanguage;
  return { campaign, language: chosenLanguage, folder: folder ?? campaign.name };
}

/**
 * Chooses the language of a campaign: the one that the command line names, or the first. It can be a variant of one of
 * `languages`, unless the files of the campaign are for several languages.
 */
export function chooseLanguage(
  campaign: GalleryCampaign,
  named: string | undefined,
  languages: readonly string[],
): string | UnknownChoice {
  const language = named ?? languages[0] ?? '';
  if (languages.includes(language)) return language;
  const isVariant = isLanguageTag(language) && nearestLanguage(language, languages) !== undefined;
  if (isVariant && campaign.source.kind === 'one-a-language') return language;
  const choice = unknownChoice(`there is no ${campaign.name} in the language ${quote(language)}`, language, languages);
  if (!isLanguageTag(language)) {
    const tag = suggestLanguageTag(language);
    return tag === undefined || nearestLanguage(tag, languages) === undefined
      ? choice
      : { ...choice, hint: `did you mean ${tag}? ${thereIs(languages)}` };
  }
  const hint = `${choice.hint}; for another, begin with one of these, and run demarche init --language ${language} in the campaign`;
  return { ...choice, hint };
}

/** The language of a campaign whose texts serve a language, as "en" for "en-US"; undefined if none does. */
export function nearestLanguage(language: Language, languages: readonly Language[]): Language | undefined {
  return lookUp(language, (tag) => (languages.includes(tag) ? tag : undefined));
}

function unknownChoice(unknown: string, typedName: string, names: readonly string[]): UnknownChoice {
  const nearest = nearestName(typedName, names);
  return { unknown, hint: `${nearest === undefined ? '' : `did you mean ${nearest}? `}${thereIs(names)}` };
}

function thereIs(names: readonly string[]): string {
  return `there is: ${names.join(', ')}`;
}
