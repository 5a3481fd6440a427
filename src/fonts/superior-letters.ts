/**
 * The letters of Unicode that are drawn as superior letters (blocks Spacing Modifier Letters and Phonetic Extensions),
 * by the letter that each stands for. Many fonts have these, but no feature `sups` for letters.
 */
const SUPERIOR_LETTERS: ReadonlyMap<string, string> = new Map(
  Array.from('abcdefghijklmnoprstuvwxyz', (letter, index) => [letter, 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'.charAt(index)]),
);

/**
 * Returns a word with those letters replaced by superior ones for which the font has a glyph. Its length in UTF-16 units
 * stays the same, so that the glyphs can be given the text of the word itself.
 */
export function withSuperiorLetters(word: string, hasGlyph: (codePoint: number) => boolean): string {
  return word.replaceAll(/[a-z]/gu, (letter) => {
    const superior = SUPERIOR_LETTERS.get(letter);
    return superior !== undefined && hasGlyph(superior.charCodeAt(0)) ? superior : letter;
  });
}
