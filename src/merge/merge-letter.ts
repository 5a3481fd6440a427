import type { Conventions } from '../languages/conventions.ts';
import { conventionsOf, formatLongDate } from '../languages/languages.ts';
import type { Campaign, LetterSettings } from '../model/campaign.ts';
import { fault, sortByLocation, type Diagnostic } from '../model/diagnostic.ts';
import { type Language, inLanguage, coversLanguage } from '../model/language.ts';
import type { Letter } from '../model/letter.ts';
import { say, type Message } from '../model/message.ts';
import { settle, type Outcome } from '../model/outcome.ts';
import type { Selection } from '../model/selection.ts';
import { plainText, textWords } from '../model/tree.ts';
import type { Templates } from '../template/parse-templates.ts';
import { createViewTexts } from '../template/shapes.ts';
import { renderAddressWords } from './address-words.ts';
import { composeTexts } from './compose-texts.ts';
import { createAutolink } from './footnotes.ts';
import { requireTranslation, localisedText } from './in-language.ts';
import { insideAddressOf, runningHeadForms } from './inside-address.ts';
import { createHead } from './letter-head.ts';
import { createLogo } from './pictures.ts';
import { createSignatures } from './signatures.ts';

/**
 * Merges the selected texts and the recipient's values into a letter. Returns all faults of the texts, in reading
 * order, if there are any.
 */
export function mergeLetter(campaign: Campaign, templates: Templates, selection: Selection): Outcome<Letter> {
  const { recipient, language } = selection;
  const { status, date: day } = campaign.letter;
  const conventions = conventionsOf(language, campaign.locales);
  const faults: Diagnostic[] = [];
  const sorted = templates.signatoriesIn(language);
  const signatures = createSignatures(campaign, selection, sorted, conventions, faults);
  const enclosures = createEnclosures(campaign, language, conventions, faults);
  const date = formatLongDate(day, conventions);
  const { words, faults: addressFaults } = renderAddressWords(campaign, templates, selection);
  // If `inText` is empty, its fault is already reported. The view gets the recipient's id instead, because it treats a
  // blank value as absent.
  const inText = words.inText?.value === '' ? recipient.id : words.inText?.value;
  const view = createViewTexts(templates.view.textRows, { campaign, selection, inText, date });
  const {
    subject,
    subjectOrigin,
    body,
    postScriptum,
    notes,
    faults: textFaults,
  } = composeTexts({ campaign, templates, selection, view, conventions });
  faults.push(...addressFaults, ...textFaults);
  const rendered = templates.headIn(language);
  const head = createHead({ selection, rendered, view, conventions, date, signatures }, faults);
  const letter: Letter = {
    id: recipient.id,
    language,
    notice: noticeOf(campaign.letter, language, conventions),
    logo: createLogo(campaign, language),
    ...head,
    date,
    day,
    insideAddress: insideAddressOf(words, selection),
    runningHeadForms: runningHeadForms(words, selection),
    subject,
    subjectOrigin,
    salutation: words.salutation,
    body,
    close: words.close,
    signatures,
    postScriptum,
    enclosures,
    copies: recipient.copies.map(({ name }) =>
      requireTranslation(name, language, recipient.span, say`this copy`, faults),
    ),
    notes,
    title: plainText(subject),
    author: status === 'final' ? head.letterhead.map(textWords).join(', ') : conventions.unsignedAuthor[status],
    span: recipient.span,
  };
  if (faults.length === 0) faults.push(...emptyPartFaults(letter, campaign));
  return settle(letter, sortByLocation(faults));
}

/**
 * Returns the notice printed on every page: that the letter is a specimen or a draft, that it is a translation, or
 * both. Returns undefined for a final letter in an original language.
 */
export function noticeOf(
  { status, languages, edition }: LetterSettings,
  language: Language,
  { notice, translation }: Pick<Conventions, 'notice' | 'translation'>,
): string | undefined {
  const sentences: string[] = status === 'final' ? [] : [notice[status]];
  if (inLanguage(languages, language) !== 'original') {
    const isFromEnglish = Object.keys(languages).some(
      (tag) => languages[tag] === 'original' && coversLanguage('en', tag),
    );
    const translationNotice = isFromEnglish ? translation.ofEnglish : translation.ofAnother;
    sentences.push(inLanguage(edition ?? {}, language) ?? translationNotice);
  }
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

function createEnclosures(
  campaign: Campaign,
  language: Language,
  conventions: Conventions,
  faults: Diagnostic[],
): Letter['enclosures'] {
  return campaign.letter.enclosures.flatMap((key): Letter['enclosures'] => {
    const source = campaign.sources.get(key);
    if (source === undefined) {
      const hint = say`Its entry belongs in sources.yaml.`;
      const message = say`there is no source ${key} to enclose`;
      faults.push(fault('template/unknown-source', campaign.letter.span, message, { hint }));
      return [];
    }
    if (source.url === undefined) return [localisedText(source.title, language, conventions, '')];
    return [[...localisedText(source.title, language, conventions, conventions.comma), createAutolink(source.url)]];
  });
}

/**
 * The parts of a letter that must not be empty. A fault is reported at `owner`: the recipient's profile or
 * `letter.yaml` of the campaign.
 */
const REQUIRED_PARTS: readonly (readonly [
  name: Message,
  owner: 'recipient' | 'campaign',
  isEmpty: (letter: Letter) => boolean,
])[] = [
  [say`the letterhead`, 'campaign', ({ letterhead }) => letterhead.some((name) => isBlank(textWords(name)))],
  [
    say`the inside address`,
    'recipient',
    ({ insideAddress }) => insideAddress.length === 0 || insideAddress.some(({ value }) => isBlank(value)),
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
 * Returns a fault for each part of a letter that is empty. It is called only if there are no other faults, because
 * these can leave parts empty.
 */
function emptyPartFaults(letter: Letter, campaign: Campaign): readonly Diagnostic[] {
  return REQUIRED_PARTS.filter(([, , isEmpty]) => isEmpty(letter)).map(([name, owner]) => {
    const { span } = owner === 'campaign' ? campaign.letter : letter;
    return fault('text/empty-part', span, [...name, ...say` of ${letter.id} is empty`]);
  });
}
