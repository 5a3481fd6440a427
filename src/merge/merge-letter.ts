import type { Campaign } from '../model/campaign.ts';
import { longDate } from '../model/calendar.ts';
import { fault, inReadingOrder, type Diagnostic } from '../model/diagnostic.ts';
import { furnitureOf } from '../model/furniture.ts';
import type { Localised } from '../model/language.ts';
import type { Letter, SignatureLine } from '../model/letter.ts';
import { say, type Message } from '../model/message.ts';
import { settle, type Outcome } from '../model/outcome.ts';
import type { Selection } from '../model/selection.ts';
import type { Span } from '../model/span.ts';
import { plainText, type Inline } from '../model/tree.ts';
import { addressWords } from './address-words.ts';
import { linkShowingItself } from './footnotes.ts';
import { mergeTexts } from './letter-texts.ts';
import { noticeOf } from './notice.ts';
import { ownWords } from './own-words.ts';
import { signatoryName } from './signatory.ts';
import type { Templates } from './templates.ts';
import { namesIn, VIEW } from './view.ts';

/** Turns a selection into the letter, every word decided; or says everything that is wrong with its texts. */
export function mergeLetter(campaign: Campaign, templates: Templates, selection: Selection): Outcome<Letter> {
  const { recipient, language } = selection;
  const { status, date, reference } = campaign.letter;
  const faults: Diagnostic[] = [];
  const address = addressWords(campaign, templates, selection);
  faults.push(...address.faults);
  // Where its own fault is reported already, its absence in a text is not another.
  const inText = address.words.inText === '' ? recipient.id : address.words.inText;
  const names = namesIn(VIEW, { campaign, selection, inText });
  const { subject, body, notes } = mergeTexts({ campaign, templates, selection, names, faults });
  const signatures = signaturesOf(campaign, selection, faults);
  const letterhead = signatures.map(({ organisation }) => organisation);
  const letter: Letter = {
    id: recipient.id,
    language,
    notice: noticeOf(campaign.letter, language),
    letterhead,
    reference,
    date: longDate(date, language),
    insideAddress: [address.words.envelope, ...recipient.address],
    subject,
    salutation: address.words.salutation,
    body,
    close: address.words.close,
    signatures,
    enclosures: enclosuresOf(campaign, selection, faults),
    copies: recipient.copies.map((copy) => inLanguage(copy, selection, recipient.span, say`this copy`, faults)),
    notes,
    title: plainText(subject),
    author: status === 'final' ? letterhead.join(', ') : furnitureOf(language).unsigned[status],
    span: recipient.span,
  };
  if (faults.length === 0) faults.push(...emptyParts(letter, campaign));
  return settle(letter, inReadingOrder(faults));
}

function signaturesOf(campaign: Campaign, selection: Selection, faults: Diagnostic[]): readonly SignatureLine[] {
  const { letter } = campaign;
  return letter.signatories.map((signatory): SignatureLine => {
    const missing = (what: Message): string => inLanguage({}, selection, letter.span, what, faults);
    const { id, person, title } = signatory;
    return {
      organisation: signatoryName(signatory, letter, selection.language) ?? missing(say`the name of ${id}`),
      ...(person === undefined ? {} : { person }),
      ...(title === undefined
        ? {}
        : { title: title[selection.language] ?? missing(say`the title of who signs for ${id}`) }),
    };
  });
}

function enclosuresOf(campaign: Campaign, selection: Selection, faults: Diagnostic[]): readonly (readonly Inline[])[] {
  return campaign.letter.enclosures.flatMap((key): readonly (readonly Inline[])[] => {
    const source = campaign.sources.get(key);
    if (source === undefined) {
      const hint = say`Its entry belongs in sources.yaml.`;
      const message = say`there is no source ${key} to enclose`;
      faults.push(fault('template/unknown-source', campaign.letter.span, message, { hint }));
      return [];
    }
    if (source.url === undefined) return [ownWords(source.title, selection.language, '')];
    return [[...ownWords(source.title, selection.language, ', '), linkShowingItself(source.url)]];
  });
}

function inLanguage(
  words: Localised,
  { language }: Selection,
  span: Span,
  what: Message,
  faults: Diagnostic[],
): string {
  const found = words[language];
  if (found !== undefined) return found;
  const message = [...what, ...say` has no words in ${language}`];
  faults.push(fault('data/missing-key', span, message, { hint: say`Add ${language}.` }));
  return '';
}

/** What every letter must have. What is empty only because of another fault is not asked for. */
function emptyParts(letter: Letter, campaign: Campaign): readonly Diagnostic[] {
  const isBlank = (text: string): boolean => text.trim() === '';
  const parts: readonly (readonly [isEmpty: boolean, name: Message, span: Span])[] = [
    [letter.letterhead.length === 0 || letter.letterhead.some(isBlank), say`the letterhead`, campaign.letter.span],
    [letter.insideAddress.length < 2 || letter.insideAddress.some(isBlank), say`the inside address`, letter.span],
    [isBlank(letter.title), say`the subject`, letter.span],
    [isBlank(letter.salutation), say`the salutation`, letter.span],
    [letter.body.length === 0, say`the body`, letter.span],
    [isBlank(letter.close), say`the complimentary close`, letter.span],
    [letter.copies.some(isBlank), say`a copy`, letter.span],
    [letter.notes.some(({ content }) => isBlank(plainText(content))), say`a note`, campaign.letter.span],
  ];
  return parts.flatMap(([isEmpty, name, span]) =>
    isEmpty ? [fault('text/empty-part', span, [...name, ...say` of ${letter.id} is empty`])] : [],
  );
}
