/**
 * The one rule for names that a campaign chooses: ids of recipients, letters, texts and their wordings, roles, groups,
 * facts, ranks, sources. Many of them become names of files, so they must be valid, and different from each other, on
 * the file systems of Windows and macOS too.
 */

/** The maximum length of a name in UTF-8. A file system allows 255 bytes, of which extensions take some. */
const MAX_BYTES = 100;

/** Matches letters and digits with their combining marks, hyphens and low lines, and full stops inside. */
const CHARACTERS = String.raw`(?!.*\p{Default_Ignorable_Code_Point})(?:[\p{L}\p{Nd}]\p{M}*|_)(?:[\p{L}\p{Nd}]\p{M}*|[_-]|\.(?!$))*`;

/**
 * Matches a name that Windows keeps for a device, alone or before a full stop. Letters are in both cases, because the
 * pattern is also part of a JSON Schema, which has no flags.
 */
const DEVICE = String.raw`(?:[cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|(?:[cC][oO][mM]|[lL][pP][tT])[0-9¹²³])(?:\.|$)`;

/**
 * The rule as a regular expression with the flag `u`, for JSON Schemas. It lacks what a pattern cannot express: the
 * number of bytes, and the composed form.
 */
export const NAME_PATTERN: string = `^(?!${DEVICE})${CHARACTERS}$`;

/** The source of a regular expression for a name within a longer text, as in the key of a text. */
export const NAME_IN_KEY: string = CHARACTERS.replaceAll('(?!$)', String.raw`(?![/$]|$)`).replace('(?!.*', '(?![^/]*');

const WHOLE_CHARACTERS = new RegExp(`^${CHARACTERS}$`, 'u');
const DEVICE_NAME = new RegExp(`^${DEVICE}`, 'u');

/** Returns what a name must be that this one is not, as a noun phrase; undefined if the name is valid. */
export function nameRequirement(name: string): string | undefined {
  if (DEVICE_NAME.test(name)) return 'a name that Windows does not keep for a device';
  if (!WHOLE_CHARACTERS.test(name))
    return 'a name of letters and digits, -, _ and full stops inside, that begins with a letter, a digit or _';
  if (Buffer.byteLength(name) > MAX_BYTES) return `a name of at most ${MAX_BYTES} bytes (letters from a to z have one)`;
  return name === name.normalize('NFC') ? undefined : 'a name whose letters are composed with their marks (NFC)';
}

/**
 * Returns a valid name that is similar to a text: `anna-müller` for `Anna Müller`. Returns undefined if the text has no
 * letters or digits.
 */
export function suggestName(text: string): string | undefined {
  const parts =
    text
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}_]*/gu) ?? [];
  let name = parts.join('-');
  if (DEVICE_NAME.test(name)) name += '-1';
  while (Buffer.byteLength(name) > MAX_BYTES) name = name.slice(0, -1);
  const trimmed = name.replace(/[\uD800-\uDBFF-]+$/u, '');
  return nameRequirement(trimmed) === undefined ? trimmed : undefined;
}

/** Matches names that are their own key. */
const PLAIN_NAME = /^[a-z0-9._-]*$/;

/**
 * Returns a key that is equal for names which a file system may take for the same: those that differ only in case, in
 * the composition of letters with marks, or in width.
 */
export function nameKey(name: string): string {
  if (PLAIN_NAME.test(name)) return name;
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/** Returns the pairs of names of which a file system may take the second for the first, which is not equal to it. */
export function findSimilarNames(names: Iterable<string>): readonly (readonly [first: string, second: string])[] {
  const namesByKey = new Map<string, string>();
  return [...names].flatMap((name): readonly (readonly [string, string])[] => {
    const first = namesByKey.get(nameKey(name));
    if (first === undefined) namesByKey.set(nameKey(name), name);
    return first === undefined || first === name ? [] : [[first, name]];
  });
}
