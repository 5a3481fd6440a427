import type { Conventions } from '../languages/conventions.ts';
import { findConventions } from '../languages/languages.ts';
import type { LetterSettings } from '../model/campaign.ts';
import { type Data, type DataPath, dataAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault, removeRepeats } from '../model/diagnostic.ts';
import { type Language, type Localised, inLanguage, inLanguageOrFirst } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import type { CampaignParts } from './campaign-parts.ts';

/**
 * Returns a fault for each text of the head and the signatures that has words which letters print beside it, and which
 * would be there twice: "London,, 2 March 2026", "Our reference: Our reference: A/1", "for for the Chair".
 */
export function repeatedWordsFaults(
  letter: LetterSettings,
  { data, languages, locales }: CampaignParts,
): readonly Diagnostic[] {
  const faults = languages.flatMap((language): readonly Diagnostic[] => {
    const conventions = findConventions(language, locales);
    if (conventions === undefined) return [];
    const context: PrintedContext = { file: data.letter, language, conventions };
    return [
      ...placeFaults(letter, context),
      ...referenceFaults(letter.reference?.text, context),
      ...letter.signatories.flatMap(({ onBehalfOf }, index) => principalFaults(onBehalfOf, index, context)),
    ];
  });
  return removeRepeats(faults);
}

/** The data of `letter.yaml`, and the language in which it is printed. */
interface PrintedContext {
  readonly file: Data;
  readonly language: Language;
  readonly conventions: Conventions;
}

/** A place without the date, and without what the language puts between the two. */
function placeFaults({ place, date }: LetterSettings, context: PrintedContext): readonly Diagnostic[] {
  const text = place === undefined ? undefined : inLanguage(place, context.language);
  if (text === undefined) return [];
  const [, between = ''] = context.conventions.placeAndDate(VALUE_MARK, VALUE_MARK).split(VALUE_MARK);
  const mark = /^\p{P}/u.exec(between)?.[0];
  const year = text.search(new RegExp(String.raw`(?<!\d)${date.slice(0, 4)}(?!\d)`, 'u'));
  if (year !== -1) {
    const message = say`place has the year of the letter, whose date is printed after it`;
    return [repeatedFault(['place'], message, say`write the place alone, as in ${'London'}`, context)];
  }
  const endings = [between.trimEnd(), ...(mark === undefined ? [] : [',', mark])];
  const ending = endings.find((end) => end !== '' && text.endsWith(end));
  if (ending === undefined) return [];
  const message = say`place ends with ${ending.trim()}, and letters print ${between.trim()} after it`;
  return [repeatedFault(['place'], message, say`write ${text.slice(0, -ending.length).trim()}`, context)];
}

/** A reference without its label. */
function referenceFaults(text: Localised | undefined, context: PrintedContext): readonly Diagnostic[] {
  if (text === undefined) return [];
  const { ours } = context.conventions.labels;
  const { value } = inLanguageOrFirst(text, context.language);
  if (!beginsWithWords(value, ours)) return [];
  const path = dataAt(context.file, ['reference', 'ours']) === undefined ? ['reference'] : ['reference', 'ours'];
  const rest = value.slice(ours.length).replace(/^[\s:.]+/u, '');
  const hint = rest === '' ? say`leave it out` : say`write ${rest}`;
  return [repeatedFault(path, say`reference begins with ${ours}, which letters print before it`, hint, context)];
}

/** For whom a person signs, without the words of the language around it. */
function principalFaults(texts: Localised | undefined, index: number, context: PrintedContext): readonly Diagnostic[] {
  const text = texts === undefined ? undefined : inLanguage(texts, context.language);
  if (text === undefined) return [];
  const [before = '', after = ''] = context.conventions.onBehalfOf(VALUE_MARK).split(VALUE_MARK);
  const path = ['signatories', index, 'on-behalf-of'];
  if (before.trim() !== '' && beginsWithWords(text, before)) {
    const message = say`on-behalf-of begins with ${before.trim()}, which letters print before it`;
    return [repeatedFault(path, message, say`write ${text.slice(before.length).trim()}`, context)];
  }
  if (after.trim() === '' || !text.toLowerCase().endsWith(after.toLowerCase())) return [];
  const message = say`on-behalf-of ends with ${after.trim()}, which letters print after it`;
  return [repeatedFault(path, message, say`write ${text.slice(0, -after.length).trim()}`, context)];
}

/** A character that no pattern has, for the place of a value in it. */
const VALUE_MARK = '\uFFFC';

/** Whether a text starts with these words, in capitals or not, and they end there. */
function beginsWithWords(text: string, words: string): boolean {
  const next = text.slice(words.trimEnd().length);
  return text.toLowerCase().startsWith(words.toLowerCase()) && !/^\p{L}/u.test(next);
}

/** Returns a fault at a text that is one for all languages, or at that of the language. */
function repeatedFault(
  path: DataPath,
  message: Message,
  hint: Message,
  { file, language }: PrintedContext,
): Diagnostic {
  const ownPath = [...path, language];
  const span = spanAt(file, dataAt(file, ownPath) === undefined ? path : ownPath);
  return fault('data/wrong-value', span, message, { hint });
}
