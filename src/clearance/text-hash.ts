import { createHash } from 'node:crypto';
import type { Campaign, TemplateFiles } from '../model/campaign.ts';

/** Identifies a text of a letter in one language. */
export interface TextId {
  readonly language: string;
  /** The template's key: `body/president`. */
  readonly key: string;
}

/** Returns the name under which `approvals.yaml` lists a text: `en/body/president`. */
export function textIdString({ language, key }: TextId): string {
  return `${language}/${key}`;
}

/**
 * A tag that includes a partial, whether or not it is inside a condition; the first group is the name of the partial.
 */
const INCLUSION = /\{\{~?>\s*([\w-]+)/gu;

/**
 * Returns the SHA-256, in hexadecimal, of a text and of all partials that it includes, directly or through other
 * partials: everything that an approver has read. Returns undefined if there is no such text.
 */
export function hashText({ templates }: Campaign, { language, key }: TextId): string | undefined {
  const files = templates[language];
  const text = files?.get(key)?.text;
  if (files === undefined || text === undefined) return undefined;
  const texts = new Map([[key, text]]);
  addPartials(files, text, texts);
  const parts = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Adds the partials that `text` includes to `texts`, by key; a partial that is missing counts as empty. */
function addPartials(files: TemplateFiles, text: string, texts: Map<string, string>): void {
  for (const [, name] of text.matchAll(INCLUSION)) {
    const key = `partials/${name}`;
    if (texts.has(key)) continue;
    const partial = files.get(key)?.text ?? '';
    texts.set(key, partial);
    addPartials(files, partial, texts);
  }
}
