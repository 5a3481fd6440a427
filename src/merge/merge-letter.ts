import type { Campaign } from '../model/campaign.ts';
import { fault, inReadingOrder, type Diagnostic } from '../model/diagnostic.ts';
import type { Letter } from '../model/letter.ts';
import { say, type Message } from '../model/message.ts';
import { settle, type Outcome } from '../model/outcome.ts';
import type { Selection } from '../model/selection.ts';
import { plainText } from '../model/tree.ts';
import { addressWords } from './address-words.ts';
import { inLanguage } from './in-language.ts';
import { frameOf } from './letter-frame.ts';
import { composeTexts } from './compose-texts.ts';
import type { Templates } from '../template/templates.ts';
import { textsIn, VIEW } from '../template/view.ts';

/** Turns a selection into the letter, every word decided; or says everything that is wrong with its texts. */
export function mergeLetter(campaign: Campaign, templates: Templates, selection: Selection): Outcome<Letter> {
  const { recipient, language } = selection;
  const frame = frameOf(campaign, language);
  const address = addressWords(campaign, templates, selection);
  const faults: Diagnostic[] = [...frame.faults, ...address.faults];
  // Where its own fault is reported already, its absence in a text is not another.
  const inText = address.words.inText === '' ? recipient.id : address.words.inText;
  const { notice, letterhead, reference, date, day, signatures, enclosures, author } = frame.parts;
  const view = textsIn(VIEW, { campaign, selection, inText, date });
  const { subject, body, notes, faults: ofTexts } = composeTexts({ campaign, templates, selection, view });
  faults.push(...ofTexts);
  const letter: Letter = {
    id: recipient.id,
    language,
    notice,
    letterhead,
    reference,
    date,
    day,
    insideAddress: [address.words.envelope, ...recipient.address],
    subject,
    salutation: address.words.salutation,
    body,
    close: address.words.close,
    signatures,
    enclosures,
    copies: recipient.copies.map((copy) => inLanguage(copy, language, recipient.span, say`this copy`, faults)),
    notes,
    title: plainText(subject),
    author,
    span: recipient.span,
  };
  if (faults.length === 0) faults.push(...emptyParts(letter, campaign));
  return settle(letter, inReadingOrder(faults));
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
