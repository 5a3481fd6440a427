import { conventionsOf, longDate } from '../languages/languages.ts';
import type { Campaign, LetterSettings } from '../model/campaign.ts';
import { fault, inReadingOrder, type Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import type { Letter, SignatureLine } from '../model/letter.ts';
import { say, type Message } from '../model/message.ts';
import { settle, type Outcome } from '../model/outcome.ts';
import type { Selection } from '../model/selection.ts';
import { plainText } from '../model/tree.ts';
import type { Templates } from '../template/parse-templates.ts';
import { textsIn } from '../template/shapes.ts';
import { signatoryName, VIEW } from '../template/view.ts';
import { addressWords } from './address-words.ts';
import { composeTexts } from './compose-texts.ts';
import { linkShowingItself } from './footnotes.ts';
import { inLanguage, ownWords } from './in-language.ts';

/** Turns a selection into the letter, every word decided; or says everything that is wrong with its texts. */
export function mergeLetter(campaign: Campaign, templates: Templates, selection: Selection): Outcome<Letter> {
  const { recipient, language } = selection;
  const { status, date: day, reference } = campaign.letter;
  const faults: Diagnostic[] = [];
  const signatures = signaturesOf(campaign, language, faults);
  const letterhead = signatures.map(({ organisation }) => organisation);
  const enclosures = enclosuresOf(campaign, language, faults);
  const date = longDate(day, language);
  const { words, faults: ofAddress } = addressWords(campaign, templates, selection);
  // Where its own fault is reported already, its absence in a text is not another.
  const inText = words.inText === '' ? recipient.id : words.inText;
  const view = textsIn(VIEW, { campaign, selection, inText, date });
  const { subject, body, notes, faults: ofTexts } = composeTexts({ campaign, templates, selection, view });
  faults.push(...ofAddress, ...ofTexts);
  const letter: Letter = {
    id: recipient.id,
    language,
    notice: noticeOf(campaign.letter, language),
    letterhead,
    reference,
    date,
    day,
    insideAddress: [words.envelope, ...recipient.address],
    subject,
    salutation: words.salutation,
    body,
    close: words.close,
    signatures,
    enclosures,
    copies: recipient.copies.map((copy) => inLanguage(copy, language, recipient.span, say`this copy`, faults)),
    notes,
    title: plainText(subject),
    author: status === 'final' ? letterhead.join(', ') : conventionsOf(language).unsigned[status],
    span: recipient.span,
  };
  if (faults.length === 0) faults.push(...emptyParts(letter, campaign));
  return settle(letter, inReadingOrder(faults));
}

/** What every page says of a letter that is not the one to be signed: a specimen, a draft, a translation, or two of them. */
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
    const missing = (what: Message): string => inLanguage({}, language, letter.span, what, faults);
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
    if (source.url === undefined) return [ownWords(source.title, language, '')];
    return [[...ownWords(source.title, language, ', '), linkShowingItself(source.url)]];
  });
}

/** What every letter must have; where it is missing, either the recipient or the campaign has none. */
const PARTS: readonly (readonly [name: Message, of: 'recipient' | 'campaign', isEmpty: (letter: Letter) => boolean])[] =
  [
    [say`the letterhead`, 'campaign', ({ letterhead }) => letterhead.length === 0 || letterhead.some(isBlank)],
    [say`the inside address`, 'recipient', ({ insideAddress: all }) => all.length < 2 || all.some(isBlank)],
    [say`the subject`, 'recipient', ({ title }) => isBlank(title)],
    [say`the salutation`, 'recipient', ({ salutation }) => isBlank(salutation)],
    [say`the body`, 'recipient', ({ body }) => body.length === 0],
    [say`the complimentary close`, 'recipient', ({ close }) => isBlank(close)],
    [say`a copy`, 'recipient', ({ copies }) => copies.some(isBlank)],
    [say`a note`, 'campaign', ({ notes }) => notes.some(({ content }) => isBlank(plainText(content)))],
  ];

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** What is empty only because of another fault is not asked for. */
function emptyParts(letter: Letter, campaign: Campaign): readonly Diagnostic[] {
  return PARTS.filter(([, , isEmpty]) => isEmpty(letter)).map(([name, of]) => {
    const { span } = of === 'campaign' ? campaign.letter : letter;
    return fault('text/empty-part', span, [...name, ...say` of ${letter.id} is empty`]);
  });
}
