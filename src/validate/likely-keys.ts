/** Words that are often written as keys, by the key that is likely meant. They are without hyphens and full stops. */
const WORDS_BY_KEY: ReadonlyMap<string, readonly string[]> = new Map([
  ['post-scriptum', ['ps', 'pps', 'postscript', 'postscripts']],
  ['on-behalf-of', ['onbehalf', 'behalf', 'behalfof', 'pp', 'ppfor', 'signsfor']],
  ['title', ['role', 'function', 'position', 'office', 'capacity']],
  ['accent', ['color', 'colour', 'accentcolor', 'accentcolour']],
  ['lines', ['address', 'contact', 'contacts', 'sender', 'line']],
  ['marking', ['classification', 'confidential', 'confidentiality', 'mark', 'markings']],
  ['delivery', ['sentby', 'by', 'dispatch', 'transmission', 'deliverymethod']],
  ['place', ['city', 'town', 'location']],
  ['sort-signatories', ['sort', 'order', 'sortby', 'signatoriesorder', 'signatoryorder', 'signatoriessort']],
  ['reference', ['ref', 'ours', 'ourref', 'ourreference']],
  ['letterhead', ['header', 'heading', 'head', 'sender', 'from']],
]);

/** Returns the key of those that are known which a word is likely meant for; undefined if there is none. */
export function likelyKey(typed: string, knownKeys: readonly string[]): string | undefined {
  const word = typed.toLowerCase().replaceAll(/[-_. ]/gu, '');
  return knownKeys.find((key) => key.replaceAll('-', '') === word || WORDS_BY_KEY.get(key)?.includes(word) === true);
}
