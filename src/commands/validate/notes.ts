import { conventionsOf, tagOfOwnWords } from '../../languages/languages.ts';
import { SOURCED_KEYS, SOURCED_WORDS } from '../../languages/sourced-words.ts';
import type { Campaign, LetterSettings } from '../../model/campaign.ts';
import { type Language, lookupTags } from '../../model/language.ts';
import { type Locales, NO_LOCALES } from '../../model/locale-data.ts';
import { hasMailAddress } from '../../model/mail-addresses.ts';
import type { Recipient } from '../../model/recipient.ts';
import type { Span } from '../../model/span.ts';
import { formatCount } from '../../report/format-count.ts';
import { neutralise } from '../../report/neutralise.ts';

/**
 * A note on the result: what is neither a fault nor a warning, and what a user may want to know before a mailing. There
 * is one note of a kind for all recipients, with their number.
 */
export interface ResultNote {
  readonly kind: 'original' | 'no-signatory' | 'unconfirmed-words' | 'variant-words' | RecipientNoteKind;
  /** The number of letters or recipients that the note is about. */
  readonly count: number;
  /** Safe to print. */
  readonly message: string;
}

/** Formats notes on the result, a line each. */
export function resultNoteLines(notes: readonly ResultNote[]): string {
  return notes.map(({ message }) => `note: ${message}\n`).join('');
}

/** Returns the notes about what a letter leaves to defaults that a reader of `letter.yaml` cannot see there. */
export function letterNotes({
  id,
  languages,
  statesLanguages,
  letterhead,
  signatories,
}: LetterSettings): readonly ResultNote[] {
  const letter = neutralise(id);
  const [original = ''] = Object.keys(languages);
  const translations = Object.keys(languages).filter((language) => languages[language] !== 'original');
  const stated = Object.entries(languages).map(([language, status]) => `${language}: ${status}`);
  return [
    ...(statesLanguages || translations.length === 0
      ? []
      : [
          {
            kind: 'original' as const,
            count: 1,
            message: `${letter}: ${original} is taken for the original, and ${translations.join(', ')} for unchecked, which only --language selects; letter.yaml can say otherwise: languages: { ${stated.join(', ')} }`,
          },
        ]),
    ...(signatories.length > 0
      ? []
      : [
          {
            kind: 'no-signatory' as const,
            count: 1,
            message: `${letter} has no signatories: it has ${letterhead === undefined ? 'no letterhead, and ' : ''}room to sign by hand`,
          },
        ]),
  ];
}

const WORDS_AND = new Intl.ListFormat('en', { type: 'conjunction' });

/**
 * Returns the notes about the words that letters print of themselves, for each language of the letters. `ofLetters`: the
 * languages of the letters to recipients, among them variants that only a profile names.
 */
export function languageNotes(campaigns: readonly Campaign[], ofLetters: ReadonlySet<Language>): readonly ResultNote[] {
  const locales = campaigns[0]?.locales ?? NO_LOCALES;
  const languages = [...new Set([...campaigns.flatMap(({ editions }) => editions.languages), ...ofLetters])];
  return languages.flatMap((language) => [
    ...unconfirmedWordsNotes(language, locales),
    ...variantWordsNotes(language, locales),
  ]);
}

/**
 * Returns a note if letters in a variant have the product's words for the variant, and the campaign has words of its own
 * for the language: they may have been meant for all variants.
 */
function variantWordsNotes(language: Language, locales: Locales): readonly ResultNote[] {
  const [, ...parents] = lookupTags(language);
  const parent = parents.find((tag) => locales.has(tag));
  if (parent === undefined || tagOfOwnWords(language, locales) !== undefined) return [];
  const message = `${language}: letters have the words of demarche for ${language}, and not those of languages/${parent}.yaml; languages/${language}.yaml can state them too`;
  return [{ kind: 'variant-words', count: 1, message }];
}

/**
 * Returns a note if a language has printed words without a source, which no reader of the language has confirmed. That
 * holds for the words of a campaign too, until its file states their source.
 */
function unconfirmedWordsNotes(language: Language, locales: Locales): readonly ResultNote[] {
  const { sources } = conventionsOf(language, locales);
  const missing = SOURCED_KEYS.filter((key) => sources[key] === undefined);
  if (missing.length === 0) return [];
  const words = WORDS_AND.format(missing.map((key) => SOURCED_WORDS[key]));
  const ownTag = tagOfOwnWords(language, locales);
  const remedy =
    ownTag === undefined
      ? `languages/${language}.yaml can have others`
      : `source: in languages/${ownTag}.yaml can say where they were found, or who has read them`;
  const message = `${language}: no source is known for the words of ${words}, and no reader of the language has confirmed them; ${remedy}`;
  return [{ kind: 'unconfirmed-words', count: missing.length, message }];
}

/** A kind of note about recipients. */
type RecipientNoteKind = 'not-verified' | 'no-source' | 'cannot-be-sent';

/** For each kind: which recipients it is about, and the words after their number. */
const RECIPIENT_NOTES: Readonly<
  Record<RecipientNoteKind, { readonly isAbout: (recipient: Recipient) => boolean; readonly words: string }>
> = {
  'not-verified': {
    isAbout: ({ verified }) => verified === undefined,
    words: 'without a day of verification (verified: 1999-12-31)',
  },
  'no-source': { isAbout: ({ source }) => source === undefined, words: 'without a source' },
  'cannot-be-sent': {
    isAbout: (recipient) => recipient.address === undefined && !hasMailAddress(recipient),
    words: 'without an address or an e-mail address, to which the letter could be sent',
  },
};

/** The notes about the recipients of a run. */
export interface RecipientNotes {
  readonly add: (recipient: Recipient) => void;
  /** `pathOf`: turns the name of a file into a path that the user can open. */
  readonly list: (pathOf: (file: string) => string) => readonly ResultNote[];
}

/** Creates the notes about recipients, each of which is counted once. `kinds`: the kinds to look for. */
export function createRecipientNotes(kinds: readonly RecipientNoteKind[]): RecipientNotes {
  const found = new Map(kinds.map((kind) => [kind, new Map<string, Span>()]));
  return {
    add: (recipient) => {
      const { file, line, column, cell } = recipient.span;
      for (const [kind, spans] of found)
        if (RECIPIENT_NOTES[kind].isAbout(recipient)) spans.set(`${file}:${line}:${column}:${cell}`, recipient.span);
    },
    list: (pathOf) =>
      [...found].flatMap(([kind, spans]) => {
        const [first] = spans.values();
        if (first === undefined) return [];
        const place = `${neutralise(pathOf(first.file))}:${first.line}`;
        const where = spans.size === 1 ? place : `${place} and ${spans.size - 1} more`;
        const profiles = formatCount(spans.size, 'profile');
        return [{ kind, count: spans.size, message: `${profiles} ${RECIPIENT_NOTES[kind].words}: ${where}` }];
      }),
  };
}
