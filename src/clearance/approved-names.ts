import { tagOfOwnWords } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import { chooseForm } from '../model/form-choice.ts';
import { type Language, lookupTags, inLanguage } from '../model/language.ts';
import { type Addressing, type Selection, sentChoicesOf } from '../model/selection.ts';
import { formsParts, plainFormsParts } from './language-parts.ts';
import { type TextId, formatTextId } from './text-hash.ts';
import { partsOfText } from './text-parts.ts';

/** Returns the names of what the letter to a recipient prints besides its texts. A letter may have none of them. */
export function sharedNames(campaign: Campaign, { recipient, language }: Addressing): readonly string[] {
  const isPlain = chooseForm(campaign.forms, recipient, language).kind === 'plain';
  const ownTag = tagOfOwnWords(language, campaign.locales);
  return [
    isPlain ? plainFormsName(campaign, language) : formsName(campaign, language),
    ...(ownTag === undefined ? [] : [languageName(ownTag)]),
    SIGNATORIES,
    SETTINGS,
  ];
}

/** Returns the names of all that a letter and its cover text print. A letter may have none of some of them. */
export function printedNames(campaign: Campaign, selection: Selection): readonly string[] {
  const { language } = selection;
  const textNames = sentChoicesOf(selection).map(({ text: key }) => approvedTextName(campaign, { language, key }));
  return [...new Set([...textNames, ...sharedNames(campaign, selection)])];
}

/** Returns the name under which a text that a letter in a language prints is approved: `en/body/president`. */
function approvedTextName(campaign: Campaign, { language, key }: TextId): string {
  return formatTextId(approvedText(campaign, { language, key }));
}

/** Returns the name under which the forms of address of a language are approved: `forms/en`. */
export function formsName(campaign: Campaign, language: Language): string {
  return `forms/${approvedLanguage(campaign, language, (tag) => formsParts(campaign, tag))}`;
}

/** Returns the name under which the plain forms of address of a language are approved: `plain-forms/en`. */
export function plainFormsName(campaign: Campaign, language: Language): string {
  return `plain-forms/${approvedLanguage(campaign, language, (tag) => plainFormsParts(campaign, tag))}`;
}

/** Returns the text as which one that a letter in a language prints is approved: itself, or that of its language. */
export function approvedText(campaign: Campaign, { language, key }: TextId): TextId {
  return {
    language: approvedLanguage(campaign, language, (tag) => partsOfText(campaign, { language: tag, key })),
    key,
  };
}

/**
 * Returns the language under which something is approved. What a variant prints is approved with its language as long as
 * both print the same: "pt-BR" then needs no approval of its own. `partsIn`: the parts that letters in a language print.
 */
function approvedLanguage(
  { letter }: Campaign,
  language: Language,
  partsIn: (tag: Language) => ReadonlyMap<string, string>,
): Language {
  const [, ...languages] = lookupTags(language);
  const parts = languages.length === 0 ? undefined : partsIn(language);
  const same = languages.findLast(
    (tag) =>
      inLanguage(letter.languages, tag) !== undefined && parts !== undefined && haveSameParts(partsIn(tag), parts),
  );
  return same ?? language;
}

function haveSameParts(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): boolean {
  return first.size === second.size && [...first].every(([name, hash]) => second.get(name) === hash);
}

/** Returns the name under which the words that a campaign states for a language are approved: `languages/eu`. */
export function languageName(tag: Language): string {
  return `languages/${tag}`;
}

/** The name under which the signatories are approved. */
export const SIGNATORIES = 'signatories';

/** The name under which the other words of `letter.yaml` are approved. */
export const SETTINGS = 'settings';
