/**
 * A letter that is shown, in one language or in several side by side. It is in the address of the page, after `#`, so
 * that it can be linked to: `#open-letter/eu-be/fr+nl`.
 *
 * @typedef {{ readonly letter: string, readonly id: string, readonly languages: readonly string[] }} Choice
 */

/**
 * @param {Choice} choice
 * @returns {string} the part of an address that begins with `#`
 */
export function hashOf({ letter, id, languages }) {
  return `#${[letter, id, languages.join('+')].map((text) => encodeURIComponent(text).replaceAll('%2B', '+')).join('/')}`;
}

/**
 * @param {string} hash
 * @returns {Choice | undefined} undefined if it names no letter and recipient; without languages, if it names none
 */
export function choiceIn(hash) {
  try {
    const [letter = '', id = '', languages = ''] = hash.replace(/^#/u, '').split('/').map(decodeURIComponent);
    if (letter === '' || id === '') return undefined;
    return { letter, id, languages: languages.split('+').filter((language) => language !== '') };
  } catch {
    return undefined;
  }
}
