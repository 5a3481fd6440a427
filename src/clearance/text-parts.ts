import type { Campaign } from '../model/campaign.ts';
import { type Language, type Localised, inLanguageOrFirst } from '../model/language.ts';
import type { ClaimSource } from '../model/source.ts';
import { sha256Of } from './content-hash.ts';
import { hashPicture, picturesOfText } from './picture-hash.ts';
import { type TextId, textWithPartials } from './text-hash.ts';

/**
 * Returns the parts of a text with their hashes: its words, its partials, the notes of the sources that it cites, and
 * the pictures that it names.
 */
export function partsOfText(campaign: Campaign, { language, key }: TextId): ReadonlyMap<string, string> {
  const texts = textWithPartials(campaign, { language, key });
  const allWords = [...texts.values()].join('\n');
  const citedSources = [...campaign.sources.values()].filter((source) => mayCite(allWords, source));
  return new Map([
    ...[...texts].map(([textKey, words]) => [textKey === key ? 'words' : textKey, sha256Of(words)] as const),
    ...picturesOfText(campaign, { language, key }).map(
      (file) => [`pictures/${file}`, sha256Of(hashPicture(campaign, file))] as const,
    ),
    ...citedSources.map((source) => [`sources/${source.key}`, sha256Of(printedNote(source, language))] as const),
  ]);
}

/**
 * Whether a text may cite a source: its key is there in quotation marks, as in every citation. A key that is quoted for
 * another reason makes the approval cover one note more, which does no harm.
 */
function mayCite(text: string, { key }: ClaimSource): boolean {
  return text.includes(`"${key}"`) || text.includes(`'${key}'`);
}

/**
 * Returns what a note of the source prints in a language. Every field counts but those that no note prints, so that a
 * field that notes print some day is not forgotten here.
 */
function printedNote(source: ClaimSource, language: Language): unknown {
  return Object.entries(source)
    .filter(([field]) => !NOT_IN_NOTES.has(field))
    .map(([field, value]: readonly [string, string | Localised]): readonly [string, unknown] => [
      field,
      typeof value === 'string' ? value : inLanguageOrFirst(value, language),
    ])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The fields of a source that no note prints. */
const NOT_IN_NOTES: ReadonlySet<string> = new Set(['key', 'title', 'date', 'source', 'span']);
