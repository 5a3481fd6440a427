import type { Campaign, TemplateFiles } from '../model/campaign.ts';
import { sha256Of } from './content-hash.ts';
import { inLanguage } from '../model/language.ts';

/** Identifies a text of a letter in one language. */
export interface TextId {
  readonly language: string;
  /** The key of the template: `body/president`. */
  readonly key: string;
}

/** Returns the name by which `approvals.yaml` lists a text: `en/body/president`. */
export function formatTextId({ language, key }: TextId): string {
  return `${language}/${key}`;
}

/**
 * Matches a tag that includes a partial, whether or not it is inside a condition. One of the groups is the name of the
 * partial: as a string, in brackets, or as it is.
 */
const INCLUSION = /\{\{~?>\s*(?:"([^"]*)"|'([^']*)'|\[([^\]]*)\]|([^\s}~]+))/gu;

/**
 * Returns a text and all partials (included templates) that it includes, directly or through other partials, by key,
 * because an approver reads them all. Empty if there is no such text; a missing partial is an empty text.
 */
export function textWithPartials({ templates }: Campaign, { language, key }: TextId): ReadonlyMap<string, string> {
  const files = inLanguage(templates, language);
  const text = files?.get(key)?.text;
  const textsByKey = new Map<string, string>();
  if (files === undefined || text === undefined) return textsByKey;
  textsByKey.set(key, text);
  // The loop also visits the texts that are added to the map while it runs.
  for (const [, includingText] of textsByKey) addPartials(files, includingText, textsByKey);
  return textsByKey;
}

/** Adds the partials that `text` includes to `textsByKey`. */
function addPartials(files: TemplateFiles, text: string, textsByKey: Map<string, string>): void {
  for (const [, ...groups] of text.matchAll(INCLUSION)) {
    const name = groups.find((group) => group !== undefined);
    const key = `partials/${name}`;
    if (!textsByKey.has(key)) textsByKey.set(key, files.get(key)?.text ?? '');
  }
}

/** Returns the hash of a text and its partials that demarche 0.1.0 recorded in an approval. */
export function hashEarlierText(campaign: Campaign, textId: TextId): string {
  return sha256Of([...textWithPartials(campaign, textId)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
