import { createHash } from 'node:crypto';
import type { Campaign, TemplateFiles } from '../model/campaign.ts';

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
 * Returns the SHA-256 hash, in hexadecimal, of a text together with all partials (included templates) that it includes,
 * directly or through other partials, because an approver reads them all. Returns undefined if there is no such text.
 */
export function hashText({ templates }: Campaign, { language, key }: TextId): string | undefined {
  const files = templates[language];
  const text = files?.get(key)?.text;
  if (files === undefined || text === undefined) return undefined;
  const textsByKey = new Map([[key, text]]);
  // The loop also visits the texts that are added to the map while it runs.
  for (const [, includingText] of textsByKey) addPartials(files, includingText, textsByKey);
  const sortedTexts = [...textsByKey].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sortedTexts)).digest('hex');
}

/** Adds the partials that `text` includes to `textsByKey`. A missing partial is added as an empty text. */
function addPartials(files: TemplateFiles, text: string, textsByKey: Map<string, string>): void {
  for (const [, ...groups] of text.matchAll(INCLUSION)) {
    const name = groups.find((group) => group !== undefined);
    const key = `partials/${name}`;
    if (!textsByKey.has(key)) textsByKey.set(key, files.get(key)?.text ?? '');
  }
}
