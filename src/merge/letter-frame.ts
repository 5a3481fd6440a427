import { conventionsOf, longDate } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import type { Letter, SignatureLine } from '../model/letter.ts';
import { say, type Message } from '../model/message.ts';
import { linkShowingItself } from './footnotes.ts';
import { inLanguage } from './in-language.ts';
import { noticeOf } from './notice.ts';
import { ownWords } from './own-words.ts';
import { signatoryName } from '../template/signatory.ts';

/** What all letters of a language have, whoever they go to, and what is wrong with it. */
export interface LetterFrame {
  readonly parts: Pick<
    Letter,
    'notice' | 'letterhead' | 'reference' | 'date' | 'day' | 'signatures' | 'enclosures' | 'author'
  >;
  readonly faults: readonly Diagnostic[];
}

/** The frame of a campaign's letters in a language. */
export function frameOf(campaign: Campaign, language: Language): LetterFrame {
  const { status, date, reference } = campaign.letter;
  const faults: Diagnostic[] = [];
  const signatures = signaturesOf(campaign, language, faults);
  const letterhead = signatures.map(({ organisation }) => organisation);
  const parts = {
    notice: noticeOf(campaign.letter, language),
    letterhead,
    reference,
    date: longDate(date, language),
    day: date,
    signatures,
    enclosures: enclosuresOf(campaign, language, faults),
    author: status === 'final' ? letterhead.join(', ') : conventionsOf(language).unsigned[status],
  };
  return { parts, faults };
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
