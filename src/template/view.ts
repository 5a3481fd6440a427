import type { Campaign, LetterSettings, Signatory } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import type { Addressing } from '../model/selection.ts';

/** What all letters of a language share. */
export interface SharedBasis {
  readonly campaign: Campaign;
  readonly language: Language;
}

/** What the values of the view are read from. */
export interface ViewBasis {
  readonly campaign: Campaign;
  readonly selection: Addressing;
  /** How the text addresses the recipient: from the form of address, which is a template over part of this view. */
  readonly inText: string;
  /** The date of the letter as letters write it. */
  readonly date: string;
}

/** What a recipient or a letter may be without. Values that need the same thing are there, or absent, together. */
export type Need = 'holder' | 'honorific' | 'state' | 'published';

/** One thing that a template can name. */
export type ViewRow = TextRow | ListRow;

/** A text, and when it is there. */
export interface TextRow {
  readonly path: string;
  readonly type: 'text';
  /** The value is optional if there is any: it is there for those who have all of them. */
  readonly needs: readonly Need[];
  readonly meaning: string;
  readonly example: string;
  /** May a form of address name it too? */
  readonly inForms: boolean;
  readonly read: (basis: ViewBasis) => string | undefined;
}

/** A list is the same in all letters of a language, so that what is made of it is known before any recipient is. */
export interface ListRow {
  readonly path: string;
  readonly type: 'list';
  /** What can be named of each element; none of it is optional. */
  readonly fields: readonly { readonly name: string; readonly meaning: string; readonly example: string }[];
  readonly meaning: string;
  readonly inForms: boolean;
  /** The elements, a value per field. */
  readonly read: (basis: SharedBasis) => readonly Readonly<Record<string, string | undefined>>[];
}

/** Everything that a template can name: values are built from these rows and from nothing else. */
export const VIEW: readonly ViewRow[] = [
  {
    path: 'recipient.title',
    type: 'text',
    needs: [],
    inForms: true,
    meaning: 'The title of the office, in the language of the letter.',
    example: 'Minister of Foreign Affairs',
    read: ({ selection }) => selection.recipient.office.title[selection.language],
  },
  {
    path: 'recipient.inText',
    type: 'text',
    needs: [],
    inForms: false,
    meaning: 'How the text addresses the recipient, from the form of address.',
    example: 'Your Excellency',
    read: ({ inText }) => inText,
  },
  {
    path: 'holder.name',
    type: 'text',
    needs: ['holder'],
    inForms: true,
    meaning: 'The name of the person in the office; absent where nobody is known.',
    example: 'Aline Durand',
    read: ({ selection }) => selection.recipient.holder?.name,
  },
  {
    path: 'holder.honorific',
    type: 'text',
    needs: ['holder', 'honorific'],
    inForms: true,
    meaning: 'The honorific of the person in the office; absent where nobody is known, or none is used.',
    example: 'H.E. Ms',
    read: ({ selection }) => selection.recipient.holder?.honorific,
  },
  {
    path: 'state.short',
    type: 'text',
    needs: ['state'],
    inForms: true,
    meaning: 'The short name of the State; absent for a recipient without one, as all of its names are.',
    example: 'Czechia',
    read: ({ selection }) => selection.state?.names[selection.language]?.short,
  },
  {
    path: 'state.formal',
    type: 'text',
    needs: ['state'],
    inForms: true,
    meaning: 'The formal name of the State.',
    example: 'the Czech Republic',
    read: ({ selection }) => selection.state?.names[selection.language]?.formal,
  },
  {
    path: 'state.of',
    type: 'text',
    needs: ['state'],
    inForms: true,
    meaning: 'The short name of the State with what a noun needs before it.',
    example: 'of Czechia',
    read: ({ selection }) => selection.state?.names[selection.language]?.of,
  },
  {
    path: 'letter.date',
    type: 'text',
    needs: [],
    inForms: false,
    meaning: 'The date of the letter as letters write it.',
    example: '1 December 2025',
    read: ({ date }) => date,
  },
  {
    path: 'letter.published',
    type: 'text',
    needs: ['published'],
    inForms: false,
    meaning: 'What the published letter is called; absent where none was published.',
    example: 'open letter',
    read: ({ campaign, selection }) => campaign.letter.published?.[selection.language],
  },
  {
    path: 'signatories',
    type: 'list',
    inForms: false,
    meaning: 'Who signs, in the order of the signatures.',
    fields: [{ name: 'name', meaning: 'The name of the organisation.', example: 'Al-Haq' }],
    read: ({ campaign, language }) =>
      campaign.letter.signatories.map((signatory) => ({
        name: signatoryName(signatory, campaign.letter, language),
      })),
  },
];

/** The rows that a form of address may name. */
export const VIEW_OF_FORMS: readonly ViewRow[] = VIEW.filter(({ inForms }) => inForms);

/**
 * The organisation's name in a language: a name that has no translation is the same in every language, so the one in the
 * language that the letter was written in stands for it.
 */
export function signatoryName(signatory: Signatory, letter: LetterSettings, language: Language): string | undefined {
  const original = Object.keys(letter.languages).find((candidate) => letter.languages[candidate] === 'original');
  return signatory.name[language] ?? (original === undefined ? undefined : signatory.name[original]);
}
