import * as v from 'valibot';
import { lineOfText } from './value-schemas.ts';

/** The message of `webAddress`, by which `issue-faults.ts` recognises that a web address is expected. */
export const WEB_MESSAGE = 'an address that begins with https:// or http://, as in https://example.org/page';

/** A host of two or more labels (RFC 3986, 3.2.2), perhaps with a port. */
const HOST =
  /^https?:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?(?::\d{1,5})?(?=[/?#]|$)/u;

/** Punctuation that ends the sentence from which an address was copied. As part of an address, a full stop is `%2E`. */
const SENTENCE_END = /[.,;:!'"’”»]+$/u;

/** Whether a text is a web address and nothing else. */
export function isWebAddress(text: string): boolean {
  return (
    HOST.test(text) &&
    !/[\s<>"]/u.test(text) &&
    !/^https?:\/\/\S*https?:\/\/?$/u.test(text) &&
    withoutEnd(text) === text
  );
}

/** Returns an address without punctuation at its end, and without a closing bracket that is not opened in it. */
function withoutEnd(text: string): string {
  const shortened = text.replace(SENTENCE_END, '');
  const isUnopened = /[)\]>]$/u.test(shortened) && !/[([<]/u.test(shortened);
  return isUnopened ? withoutEnd(shortened.slice(0, -1)) : shortened;
}

/** The schema of an http or https URL. */
export const webAddress: v.GenericSchema<string, string> = v.pipe(
  lineOfText,
  v.regex(/^https?:\/\/[^\s<>"/]+(?:\/[^\s<>"]*)?$/u, WEB_MESSAGE),
  v.check(isWebAddress, WEB_MESSAGE),
);

/** Returns the web address that a wrong value probably means; undefined if none can be recognised. */
export function suggestWebAddress(text: string): string | undefined {
  const words = text.trim().replace(/^[<("'«“]+/u, '');
  const address = words
    .replace(/^(?:(?:h?t+p?s?):?\/+)+(?=https?:\/\/)/iu, '')
    .replace(/^(https?)(?::\/*|\/\/)(?!\/)/iu, (_, scheme: string) => `${scheme.toLowerCase()}://`)
    .replace(/^(?=www\.)/iu, 'https://')
    .replace(/>.*$/u, '');
  const suggestion = withoutEnd(address);
  return isWebAddress(suggestion) ? suggestion : undefined;
}
