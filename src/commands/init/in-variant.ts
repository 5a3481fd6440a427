import type { Language } from '../../model/language.ts';

/**
 * Returns the files of a campaign, by path, as those of a campaign in a variant of its only language: folders and keys
 * have the tag of the variant, and the words are the same.
 */
export function inVariant(
  files: ReadonlyMap<string, string>,
  language: Language,
  variant: Language,
): ReadonlyMap<string, string> {
  // A key of YAML, at the start of a line or inside braces. The language is the only key of this name.
  const key = new RegExp(String.raw`(?<=^[ #]*(?:- )?|[{,] *)${language}(?=:(?: |$))`, 'gmu');
  return new Map(
    Array.from(files, ([path, text]): readonly [string, string] => [
      path.replace(`/${language}/`, `/${variant}/`).replace(`/${language}.yaml`, `/${variant}.yaml`),
      path.endsWith('.yaml') ? text.replace(key, variant) : text,
    ]),
  );
}
