import { createHash } from 'node:crypto';
import type { Campaign, TemplateFiles } from '../model/campaign.ts';

/** A text of a letter in one language: `en/body/president`. */
export interface TextName {
  readonly language: string;
  /** The template's key. */
  readonly key: string;
}

/** The name of a text as approvals have it. */
export function nameOfText({ language, key }: TextName): string {
  return `${language}/${key}`;
}

/** Where a text includes a partial: no matter under which condition. */
const INCLUSION = /\{\{~?>\s*([\w-]+)/gu;

/** What somebody who approves a text has read: its words and those of all partials it includes. Undefined: no such text. */
export function hashText({ templates }: Campaign, { language, key }: TextName): string | undefined {
  const files = templates[language];
  const text = files?.get(key)?.text;
  if (files === undefined || text === undefined) return undefined;
  const read = new Map([[key, text]]);
  addPartials(files, text, read);
  const parts = [...read].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function addPartials(files: TemplateFiles, text: string, read: Map<string, string>): void {
  for (const [, name] of text.matchAll(INCLUSION)) {
    const key = `partials/${name}`;
    if (read.has(key)) continue;
    const partial = files.get(key)?.text ?? '';
    read.set(key, partial);
    addPartials(files, partial, read);
  }
}
