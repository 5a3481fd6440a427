import type { Campaign, LetterSettings, Signatory } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import type { Addressing } from '../model/selection.ts';

/** The input for values that are the same in all letters of a language. */
export interface SharedBasis {
  readonly campaign: Campaign;
  readonly language: Language;
}

/** The input for the values of one letter. */
export interface ViewBasis {
  readonly campaign: Campaign;
  readonly selection: Addressing;
  /** How the text addresses the recipient, rendered from the form of address with the values of `VIEW_OF_FORMS`. */
  readonly inText: string;
  /** The date of the letter as printed. */
  readonly date: string;
}

/** A datum that a recipient or a letter may lack. Values with the same needs are present or absent together. */
export type Need = 'holder' | 'honorific' | 'state' | 'published';

/** A value that a template can use. */
export type ViewRow = TextRow | ListRow;

/** A text value of the view. */
export interface TextRow {
  /** The path in a template: `recipient.title`. */
  readonly path: string;
  readonly type: 'text';
  /** The value is present if the letter has all of these; a value without needs is always present. */
  readonly needs: readonly Need[];
  /** A description and an example, for the documentation of the view. */
  readonly meaning: string;
  readonly example: string;
  /** Whether a form of address can use it too. */
  readonly inForms: boolean;
  /** Returns the text, or undefined if it is absent. */
  readonly read: (basis: ViewBasis) => string | undefined;
}

/** A list of the view. It is the same in all letters of a language, so loops over it do not depend on the recipient. */
export interface ListRow {
  /** The path in a template: `signatories`. */
  readonly path: string;
  readonly type: 'list';
  /** The fields of each element; none is optional. */
  readonly fields: readonly { readonly name: string; readonly meaning: string; readonly example: string }[];
  /** A description, for the documentation of the view. */
  readonly meaning: string;
  /** Whether a form of address can use it too. */
  readonly inForms: boolean;
  /** Returns the elements, each as an object of its fields. */
  readonly read: (basis: SharedBasis) => readonly Readonly<Record<string, string | undefined>>[];
}

/** The view: all values that a template can use. `docs/view.md` describes it. */
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
    meaning: 'The name of the person in the office; absent if the holder is not known.',
    example: 'Aline Durand',
    read: ({ selection }) => selection.recipient.holder?.name,
  },
  {
    path: 'holder.honorific',
    type: 'text',
    needs: ['holder', 'honorific'],
    inForms: true,
    meaning: 'The honorific of the person in the office; absent if the holder is not known, or none is used.',
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

/** The rows that a form of address can use. */
export const VIEW_OF_FORMS: readonly ViewRow[] = VIEW.filter(({ inForms }) => inForms);

/**
 * Returns the name of a signatory's organisation in a language. A name without a translation is the same in every
 * language, so the fallback is the name in the original language of the letter.
 */
export function signatoryName(signatory: Signatory, letter: LetterSettings, language: Language): string | undefined {
  const original = Object.keys(letter.languages).find((candidate) => letter.languages[candidate] === 'original');
  return signatory.name[language] ?? (original === undefined ? undefined : signatory.name[original]);
}
