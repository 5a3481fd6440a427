import { conventionsOf, longDate } from '../languages/languages.ts';
import type { Campaign, LetterSettings } from '../model/campaign.ts';
import { fault, sortedByLocation, type Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import type { Letter, SignatureLine } from '../model/letter.ts';
import { say, type Message } from '../model/message.ts';
import { settle, type Outcome } from '../model/outcome.ts';
import type { Selection } from '../model/selection.ts';
import { plainNode, plainText } from '../model/tree.ts';
import type { Templates } from '../template/parse-templates.ts';
import { viewTexts } from '../template/shapes.ts';
import { signatoryName, VIEW } from '../template/view.ts';
import { renderAddressWords } from './address-words.ts';
import { composeTexts } from './compose-texts.ts';
import { autolink } from './footnotes.ts';
import { requireTranslation, localisedText } from './in-language.ts';

/** Merges a selection, templates and values into a letter, or returns all faults of its texts, in reading order. */
export function mergeLetter(campaign: Campaign, templates: Templates, selection: Selection): Outcome<Letter> {
  const { recipient, language } = selection;
  const { status, date: day, reference } = campaign.letter;
  const faults: Diagnostic[] = [];
  const signatures = signaturesOf(campaign, language, faults);
  const letterhead = signatures.map(({ organisation }) => organisation);
  const enclosures = enclosuresOf(campaign, language, faults);
  const date = longDate(day, language);
  const { words, faults: addressFaults } = renderAddressWords(campaign, templates, selection);
  // If `inText` is empty, its fault is already reported. The id replaces it, because a blank value counts as absent.
  const inText = words.inText.value === '' ? recipient.id : words.inText.value;
  const view = viewTexts(VIEW, { campaign, selection, inText, date });
  const { subject, body, notes, faults: textFaults } = composeTexts({ campaign, templates, selection, view });
  faults.push(...addressFaults, ...textFaults);
  const letter: Letter = {
    id: recipient.id,
    language,
    notice: noticeOf(campaign.letter, language),
    letterhead,
    reference,
    date,
    day,
    insideAddress: [words.envelope, ...recipient.address.map(plainNode)],
    subject,
    salutation: words.salutation,
    body,
    close: words.close,
    signatures,
    enclosures,
    copies: recipient.copies.map((copy) => requireTranslation(copy, language, recipient.span, say`this copy`, faults)),
    notes,
    title: plainText(subject),
    author: status === 'final' ? letterhead.join(', ') : conventionsOf(language).unsignedAuthor[status],
    span: recipient.span,
  };
  if (faults.length === 0) faults.push(...emptyParts(letter, campaign));
  return settle(letter, sortedByLocation(faults));
}

/**
 * Returns the notice printed on every page of a letter that is not the final original: that it is a specimen or a
 * draft, a translation, or both. Returns undefined for the final original.
 */
export function noticeOf({ status, languages, edition }: LetterSettings, language: Language): string | undefined {
  const { notice, translation } = conventionsOf(language);
  const sentences: string[] = status === 'final' ? [] : [notice[status]];
  if (languages[language] !== 'original') {
    const courtesy = languages['en'] === 'original' ? translation.ofEnglish : translation.ofAnother;
    sentences.push(edition?.[language] ?? courtesy);
  }
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

function signaturesOf({ letter }: Campaign, language: Language, faults: Diagnostic[]): readonly SignatureLine[] {
  return letter.signatories.map((signatory): SignatureLine => {
    const missing = (what: Message): string => requireTranslation({}, language, letter.span, what, faults);
    const { id, person, title } = signatory;
    return {
      organisation: signatoryName(signatory, letter, language) ?? missing(say`the name of ${id}`),
      ...(person === undefined ? {} : { person }),
      ...(title === undefined ? {} : { title: title[language] ?? missing(say`the title of who signs for ${id}`) }),
    };
  });
}

function enclosuresOf(campaign: Campaign, language: Language, faults: Diagnostic[]): Letter['enclosures'] {
  return campaign.letter.enclosures.flatMap((key): Letter['enclosures'] => {
    const source = campaign.sources.get(key);
    if (source === undefined) {
      const hint = say`Its entry belongs in sources.yaml.`;
      const message = say`there is no source ${key} to enclose`;
      faults.push(fault('template/unknown-source', campaign.letter.span, message, { hint }));
      return [];
    }
    if (source.url === undefined) return [localisedText(source.title, language, '')];
    return [[...localisedText(source.title, language, ', '), autolink(source.url)]];
  });
}

/** The parts that must not be empty. `owner` is where the fault is reported: the profile or `letter.yaml`. */
const PARTS: readonly (readonly [
  name: Message,
  owner: 'recipient' | 'campaign',
  isEmpty: (letter: Letter) => boolean,
])[] = [
  [say`the letterhead`, 'campaign', ({ letterhead }) => letterhead.length === 0 || letterhead.some(isBlank)],
  [
    say`the inside address`,
    'recipient',
    ({ insideAddress: lines }) => lines.length < 2 || lines.some(({ value }) => isBlank(value)),
  ],
  [say`the subject`, 'recipient', ({ title }) => isBlank(title)],
  [say`the salutation`, 'recipient', ({ salutation }) => isBlank(salutation.value)],
  [say`the body`, 'recipient', ({ body }) => body.length === 0],
  [say`the complimentary close`, 'recipient', ({ close }) => isBlank(close.value)],
  [say`a copy`, 'recipient', ({ copies }) => copies.some(isBlank)],
  [say`a note`, 'campaign', ({ notes }) => notes.some(({ content }) => isBlank(plainText(content)))],
];

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/**
 * Reports the parts of a letter that are empty. Called only without other faults, of which empty parts may be a result.
 */
function emptyParts(letter: Letter, campaign: Campaign): readonly Diagnostic[] {
  return PARTS.filter(([, , isEmpty]) => isEmpty(letter)).map(([name, owner]) => {
    const { span } = owner === 'campaign' ? campaign.letter : letter;
    return fault('text/empty-part', span, [...name, ...say` of ${letter.id} is empty`]);
  });
}
