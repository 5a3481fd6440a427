import type { Template } from './template.ts';

/** The templates of a language by key: `body/president`, `demands/observers/submit`, `partials/silence`. */
export type TemplatesByKey = ReadonlyMap<string, Template>;

/** The prefix of the keys of partials. */
const PARTIALS = 'partials/';

/** Returns the key of a partial. */
export function keyOfPartial(name: string): string {
  return `${PARTIALS}${name}`;
}

/** Returns the name of the partial with this key, or undefined if it is the key of another text. */
export function partialNameOf(key: string): string | undefined {
  return key.startsWith(PARTIALS) ? key.slice(PARTIALS.length) : undefined;
}

/** Whether the key names a body. Only a body has a subject, passages and the demands. */
export function isBody(key: string): boolean {
  return key.startsWith('body/');
}

/** Whether the key names a demand, whose text begins with a title. */
export function isDemand(key: string): boolean {
  return key.startsWith('demands/');
}
