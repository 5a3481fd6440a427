import type { AddressWords } from '../model/address-words.ts';
import { inLanguage, lookupTags } from '../model/language.ts';
import { addressLinesFor, type Holder } from '../model/recipient.ts';
import type { Addressing } from '../model/selection.ts';
import { createTextNode, type Text } from '../model/tree.ts';
import { startOfTextNode } from './isolates.ts';

/**
 * Returns the lines of the inside address: those of the form of address, then the address lines of the profile. If the
 * profile has none in the language of the letter, these are in that of the country of destination.
 */
export function insideAddressOf(
  { envelope }: Pick<AddressWords, 'envelope'>,
  { recipient, language }: Pick<Addressing, 'recipient' | 'language'>,
): readonly Text[] {
  if (recipient.address === undefined) return envelope;
  const { lines, language: languageOfLines = language } = addressLinesFor(recipient.address, language);
  const nodes = lines.map(createTextNode);
  return [
    ...envelope,
    ...(lookupTags(language).includes(languageOfLines)
      ? nodes
      : nodes.map((node): Text => ({ ...node, language: languageOfLines }))),
  ];
}

/**
 * Returns the forms in which the running head can name the addressee, the fullest first: the profile's own words alone,
 * or the first line of the address, and then the name of the holder or, if that line does not have it, the title of the
 * office. A name that an office follows on its line is without the office.
 */
export function runningHeadForms(
  { envelope: [firstLine] }: Pick<AddressWords, 'envelope'>,
  { recipient, language }: Pick<Addressing, 'recipient' | 'language'>,
): readonly Text[] {
  const { short, holder, office } = recipient;
  const ownWords = short === undefined ? undefined : inLanguage(short, language);
  if (ownWords !== undefined) return [createTextNode(ownWords)];
  if (firstLine === undefined) return [];
  const endOfName = holder === undefined ? undefined : endOfNameIn(firstLine, holder);
  if (holder !== undefined && endOfName !== undefined)
    return [startOfTextNode(firstLine, endOfName), createTextNode(holder.name)];
  const title = office === undefined ? undefined : inLanguage(office.title, language);
  return title === undefined ? [firstLine] : [firstLine, createTextNode(title)];
}

/**
 * Returns the position in a line at which a name with its courtesy titles ends: before a comma, or at the end of the
 * line. Undefined if the line does not have the name.
 */
function endOfNameIn({ value }: Text, { name }: Holder): number | undefined {
  const start = value.indexOf(name);
  if (start === -1) return undefined;
  const end = start + name.length;
  return COMMA.test(value.slice(end)) ? end : value.length;
}

/** Matches a comma at the start of a text, in any script. */
const COMMA = /^\s*[,،、，]/u;
