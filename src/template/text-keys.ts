import type { Template } from './template.ts';

/**
 * The templates of a language by key: `body/<wording>`, `cover/<wording>`, `passages/<passage>/<wording>`, `demands/<demand>/<wording>` or
 * `partials/<name>`.
 */
export type TemplatesByKey = ReadonlyMap<string, Template>;

/** The prefix of the keys of partials (templates that others include). */
const PARTIALS_PREFIX = 'partials/';

/** Returns the key of the partial with this name. */
export function keyOfPartial(name: string): string {
  return `${PARTIALS_PREFIX}${name}`;
}

/** Returns the name of the partial with this key, or undefined if it is the key of another text. */
export function partialNameOf(key: string): string | undefined {
  return key.startsWith(PARTIALS_PREFIX) ? key.slice(PARTIALS_PREFIX.length) : undefined;
}

/** Whether a key is that of a body. Only bodies have passages and the demands. */
export function isBody(key: string): boolean {
  return key.startsWith('body/');
}

/** Whether a key is that of a cover text: the words of the e-mail with which a letter is sent. */
export function isCover(key: string): boolean {
  return key.startsWith('cover/');
}

/** Whether the text with this key begins with a subject: that of the letter, or that of the e-mail. */
export function hasSubject(key: string): boolean {
  return isBody(key) || isCover(key);
}

/** Whether a key is that of a demand (what a letter asks for). The text of a demand begins with a title. */
export function isDemand(key: string): boolean {
  return key.startsWith('demands/');
}
