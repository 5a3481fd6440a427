import type { Template } from './template.ts';

/** Which templates of a language there are, by key: `body/president`, `demands/observers/submit`, `partials/silence`. */
export type TemplatesByKey = ReadonlyMap<string, Template>;

const PARTIALS = 'partials/';

/** A partial's key among the templates. */
export function keyOfPartial(name: string): string {
  return `${PARTIALS}${name}`;
}

/** The partial's name, if it is the key of one. */
export function partialAt(key: string): string | undefined {
  return key.startsWith(PARTIALS) ? key.slice(PARTIALS.length) : undefined;
}

/** A body begins with the subject, and alone holds passages and the demands. */
export function isBody(key: string): boolean {
  return key.startsWith('body/');
}

/** A demand begins with its title. */
export function isDemand(key: string): boolean {
  return key.startsWith('demands/');
}
