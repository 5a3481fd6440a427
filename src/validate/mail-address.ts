import * as v from 'valibot';
import { isMailAddress } from '../model/mail-address.ts';
import { lineOfText } from './value-schemas.ts';

/** The message of `mailAddress`, by which `issue-faults.ts` recognises that an e-mail address is expected. */
export const MAIL_MESSAGE = 'an e-mail address, as in name@example.org';

/** The schema of an e-mail address, which the dispatch sheet lists. */
export const mailAddress: v.GenericSchema<string, string> = v.pipe(
  lineOfText,
  v.regex(/^[^\s@]+@[^\s@]+$/u, MAIL_MESSAGE),
  v.check(isMailAddress, MAIL_MESSAGE),
);

/** Words for @ and for a full stop, which hide an address from programs that collect addresses. */
const WORDED_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\s*[([{<]\s*(?:at|arroba|chez)\s*[)\]}>]\s*|\s+at\s+|＠/giu, '@'],
  [/\s*[([{<]\s*(?:dot|punkt|point)\s*[)\]}>]\s*|\s+dot\s+/giu, '.'],
];

/**
 * Returns the e-mail addresses that a wrong value probably means: without `mailto:`, a name, brackets, spaces, and
 * punctuation at its ends. Several if it lists several; none if no address can be recognised.
 */
export function suggestMailAddresses(text: string): readonly string[] {
  const addresses = text.trim().replace(/^e-?mail\s*:\s*/iu, '');
  const inBrackets = [...addresses.matchAll(/<([^<>]*@[^<>]*)>/gu)].map(([, inner = '']) => inner);
  const parts =
    inBrackets.length > 0 ? inBrackets : addresses.split(/[;,|]\s*(?=[^@]*@)|\s+(?=[^\s@]+@[^\s@]+(?:\s|$))/u);
  const suggestions = parts.map(repairMailAddress);
  return suggestions.every(isMailAddress) ? suggestions : [];
}

function repairMailAddress(text: string): string {
  const signs = WORDED_SIGNS.reduce((words, [pattern, sign]) => words.replaceAll(pattern, sign), text);
  const address = signs
    .trim()
    .replace(/^(?:mailto:)+/iu, '')
    .replace(/\?.*$/u, '')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/@{2,}/gu, '@')
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/[‐‑–—]/gu, '-')
    .replace(/^[<"'([.,;:]+/u, '')
    .replace(/[>"')\].,;:]+$/u, '');
  const at = address.lastIndexOf('@');
  const local = address
    .slice(0, at)
    .replaceAll(/\.{2,}/gu, '.')
    .replace(/\.$/u, '');
  return `${local}@${address
    .slice(at + 1)
    .replaceAll(/[,;.]+/gu, '.')
    .replace(/^\./u, '')}`;
}
