import { tagOfOwnWords } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import { type InLanguages, type Language, coversLanguage, inLanguage } from '../model/language.ts';
import type { NamedPicture } from '../model/letterhead.ts';
import { plainFormsName, approvedText, formsName, languageName, SIGNATORIES, SETTINGS } from './approved-names.ts';
import { sha256Of } from './content-hash.ts';
import { formsParts, languageParts, plainFormsParts } from './language-parts.ts';
import { hashPicture } from './picture-hash.ts';
import { formatTextId, hashEarlierText, type TextId } from './text-hash.ts';
import { partsOfText } from './text-parts.ts';

/**
 * What a person approves under one name, because letters print it: a text (`en/body/president`), the forms of address
 * in a language (`forms/en`, and `plain-forms/en`), the words that the campaign states for one (`languages/eu`), the
 * signatories (`signatories`), or the other words of `letter.yaml` (`settings`).
 */
export interface Approvable {
  readonly name: string;
  /** Undefined for what is not of one language. */
  readonly language: Language | undefined;
  /** The path of the file, for messages. */
  readonly file: string;
  /**
   * The SHA-256 of each part, by its name. The parts of a text are `words`, `partials/<name>`, `pictures/<path>` and
   * `sources/<key>`: the note of a source that it cites.
   */
  readonly parts: ReadonlyMap<string, string>;
  /** The parts of the original, if this is a translation. */
  readonly originalParts: ReadonlyMap<string, string> | undefined;
  /** The hashes of the text and of its original, as demarche 0.1.0 recorded them; undefined if this is no text. */
  readonly earlierHashes: { readonly text: string; readonly original: string | undefined } | undefined;
}

/** What is approved for a letter, by name: all that a run in the campaign's editions can print. */
export type Approvables = ReadonlyMap<string, Approvable>;

/**
 * Lists all that is approved for a letter. Of the words of demarche itself, only the plain forms of address are: they
 * take the place of words of the campaign.
 */
export function listApprovables(campaign: Campaign): Approvables {
  const all = [
    ...selectableTexts(campaign).map((textId) => textApprovable(campaign, textId)),
    ...campaign.editions.languages.flatMap((language) => formsApprovable(campaign, language)),
    ...campaign.editions.languages.flatMap((language) => plainFormsApprovable(campaign, language)),
    ...campaign.editions.languages.flatMap((language) => languageApprovable(campaign, language)),
    ...signatoriesApprovable(campaign),
    ...settingsApprovable(campaign),
  ];
  return new Map(all.map((approvable) => [approvable.name, approvable]));
}

/**
 * Returns what a letter to some recipient may print. The plain forms of address count only in languages in which the
 * campaign has no forms of its own: in the others, which letters print them depends on the recipients.
 */
export function printedByAny(campaign: Campaign, approvables: Approvables): readonly Approvable[] {
  const { forms, editions } = campaign;
  const withForms = editions.languages.filter((language) => inLanguage(forms, language) !== undefined);
  const unused = new Set(withForms.map((language) => plainFormsName(campaign, language)));
  return [...approvables.values()].filter(({ name }) => !unused.has(name));
}

/**
 * Returns all texts that a rule can select, in each language of the run's editions. Partials (templates that others
 * include) are not listed, because they are parts of the texts that include them.
 */
function selectableTexts(campaign: Campaign): readonly TextId[] {
  const { letter, templates, editions } = campaign;
  const textKeys = [
    ...letter.body.map(({ use }) => `body/${use}`),
    ...letter.cover.map(({ use }) => `cover/${use}`),
    ...[...letter.passages.values()].flatMap(({ id, wordings }) => wordings.map(({ use }) => `passages/${id}/${use}`)),
    ...[...letter.demands.values()].flatMap(({ id, wordings }) => wordings.map(({ use }) => `demands/${id}/${use}`)),
  ];
  return editions.languages.flatMap((language) =>
    [...new Set(textKeys)]
      .filter((key) => inLanguage(templates, language)?.has(key))
      .map((key) => approvedText(campaign, { language, key })),
  );
}

function textApprovable(campaign: Campaign, textId: TextId): Approvable {
  const { language, key } = textId;
  const original = originalOf(campaign, textId);
  return {
    name: formatTextId(textId),
    language,
    file: inLanguage(campaign.templates, language)?.get(key)?.file ?? '',
    parts: partsOfText(campaign, textId),
    originalParts: original && partsOfText(campaign, original),
    earlierHashes: {
      text: hashEarlierText(campaign, textId),
      original: original && hashEarlierText(campaign, original),
    },
  };
}

/** Returns the text that a text translates; undefined if its language is the original one. */
function originalOf({ letter: { languages } }: Campaign, { language, key }: TextId): TextId | undefined {
  const original = Object.keys(languages).find((candidate) => languages[candidate] === 'original');
  return original === undefined || coversLanguage(original, language) ? undefined : { language: original, key };
}

/** The forms of address in a language, each a part; none if the campaign has no forms in it. */
function formsApprovable(campaign: Campaign, language: Language): readonly Approvable[] {
  const formsOfLanguage = inLanguage(campaign.forms, language);
  if (formsOfLanguage === undefined) return [];
  const parts = formsParts(campaign, language);
  return [sharedApprovable(formsName(campaign, language), formsOfLanguage.file, [...parts], language)];
}

/**
 * The plain forms of address of a language, each a part; none if it has none. Those of the product are in no file, so
 * that faults name `letter.yaml`.
 */
function plainFormsApprovable(campaign: Campaign, language: Language): readonly Approvable[] {
  const parts = plainFormsParts(campaign, language);
  if (parts.size === 0) return [];
  const tag = tagOfOwnWords(language, campaign.locales);
  const file = tag === undefined ? campaign.letter.span.file : fileOfWords(tag);
  return [sharedApprovable(plainFormsName(campaign, language), file, [...parts], language)];
}

/** The words that the campaign states for a language, each key a part; none if letters print those of the product. */
function languageApprovable({ locales }: Campaign, language: Language): readonly Approvable[] {
  const tag = tagOfOwnWords(language, locales);
  const data = tag === undefined ? undefined : locales.get(tag);
  if (tag === undefined || data === undefined) return [];
  return [sharedApprovable(languageName(tag), fileOfWords(tag), [...languageParts(tag, data)], tag)];
}

function fileOfWords(tag: Language): string {
  return `languages/${tag}.yaml`;
}

/** The signatories, each a part; none if there are none. */
function signatoriesApprovable(campaign: Campaign): readonly Approvable[] {
  const { letter } = campaign;
  const parts = letter.signatories.map(
    ({ id, name, person, title, onBehalfOf, state, country, image }, index) =>
      [
        `signatories/${id}`,
        sha256Of([
          index,
          inOrder(name),
          person === undefined ? null : onceIfSame(person),
          inOrder(title ?? {}),
          // What is not there is left out, so that the approvals of signatories without it stay.
          ...(onBehalfOf === undefined ? [] : [inOrder(onBehalfOf)]),
          ...(state === undefined ? [] : [{ state }]),
          ...(country === undefined ? [] : [{ country: inOrder(country) }]),
          ...(image === undefined ? [] : [pictureParts(campaign, image)]),
        ]),
      ] as const,
  );
  if (parts.length === 0) return [];
  const order = letter.signatoryOrder;
  const orderPart = order === 'given' ? [] : [['order', sha256Of(order)] as const];
  return [sharedApprovable(SIGNATORIES, letter.span.file, [...orderPart, ...parts])];
}

/** Returns what a reader sees of a picture, or reads in its place. */
function pictureParts(campaign: Campaign, { file, alt }: NamedPicture): readonly unknown[] {
  return [file, hashPicture(campaign, file), inOrder(alt ?? {})];
}

/**
 * Returns the words if they are the same in all languages, as those that the file states once; an approval that was
 * recorded before a person could have a name for each language stays then. Otherwise returns them in order.
 */
function onceIfSame(texts: InLanguages<string>): unknown {
  const words = new Set(Object.values(texts));
  return words.size === 1 ? [...words][0] : inOrder(texts);
}

/** The words of `letter.yaml` that letters print, besides the signatories: nothing, if there are none. */
function settingsApprovable(campaign: Campaign): readonly Approvable[] {
  const { letter, sources } = campaign;
  const { reference, letterhead } = letter;
  const texts: readonly (readonly [name: string, text: InLanguages<unknown> | undefined])[] = [
    ['reference', reference?.text],
    ['letterhead/lines', letterhead?.lines],
    ['letterhead/name', letterhead?.name],
    ...SETTINGS_TEXTS.map((key) => [key, letter[key]] as const),
  ];
  const parts = [
    ...texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, sha256Of(inOrder(text))] as const])),
    ...(letterhead?.logo === undefined
      ? []
      : [['letterhead/logo', sha256Of(pictureParts(campaign, letterhead.logo))] as const]),
    ...letter.enclosures.map((key, index) => {
      const source = sources.get(key);
      return [`enclosures/${key}`, sha256Of([index, inOrder(source?.title ?? {}), source?.url ?? null])] as const;
    }),
  ];
  return parts.length === 0 ? [] : [sharedApprovable(SETTINGS, letter.span.file, parts)];
}

/** The keys of `letter.yaml` with a text that letters print. */
const SETTINGS_TEXTS = ['place', 'marking', 'delivery', 'published', 'edition'] as const;

/** Returns what there is in the order of the languages, so that the order in the file does not count. */
function inOrder(texts: InLanguages<unknown>): unknown {
  return Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function sharedApprovable(
  name: string,
  file: string,
  parts: readonly (readonly [string, string])[],
  language?: Language,
): Approvable {
  return { name, language, file, parts: new Map(parts), originalParts: undefined, earlierHashes: undefined };
}
