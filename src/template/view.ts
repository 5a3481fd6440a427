import { conventionsOf } from '../languages/languages.ts';
import { formatNumber } from '../languages/numbers.ts';
import type { Campaign } from '../model/campaign.ts';
import type { DecimalText } from '../model/decimal.ts';
import { type Language, inLanguage } from '../model/language.ts';
import { familyName } from '../model/recipient.ts';
import type { Addressing } from '../model/selection.ts';
import { signatoryName, sortSignatories } from './sort-signatories.ts';

/** The input from which the values are read that all letters of a language share. */
export interface SharedBasis {
  readonly campaign: Campaign;
  readonly language: Language;
}

/** The input from which the values of one letter are read. */
export interface ViewBasis {
  readonly campaign: Campaign;
  /** The recipient, its State, and the language of the letter. */
  readonly selection: Addressing;
  /**
   * How the text addresses the recipient: "Your Excellency". It is rendered from the form of address; undefined if the
   * language has none for the recipient.
   */
  readonly inText: string | undefined;
  /** The date of the letter as it is printed: "1 December 2025". */
  readonly date: string;
}

/**
 * A datum that a recipient or a campaign may lack, and on which the presence of values depends. `published` is the name
 * of an open letter that was published before, and whose numbers of demands this letter cites. `fields.` and a name: a
 * field that the campaign declares as optional. `form`: a form of address, which only a language without plain forms
 * lacks.
 */
export type Need = 'office' | 'form' | 'holder' | 'honorific' | 'family' | 'state' | 'published' | `fields.${string}`;

/**
 * The needs that most recipients fulfil. A text may use a value that depends on them alone without a condition; a letter
 * to a recipient that lacks it is faulty then. Other values that can be absent are faults of the text.
 */
export const USUAL_NEEDS: ReadonlySet<Need> = new Set(['office', 'form']);

/**
 * What a text value holds. `words`: what a text can print anywhere. `number`: the same, of which `{{plural}}` can be made
 * too. `lines`: lines separated by line feeds, which stand alone in a paragraph. `answer`: yes or no, which only
 * conditions in `letter.yaml` use.
 */
export type Content = 'words' | 'number' | 'lines' | 'answer';

/** A row of the view: the definition of a value that templates can use. */
export type ViewRow = TextRow | ListRow;

/** The definition of a text value. */
export interface TextRow {
  /** The path by which templates use the value: `recipient.title`. */
  readonly path: string;
  readonly type: 'text';
  /** The data that the value depends on. It is present if all of them are; without needs, it is always present. */
  readonly needs: readonly Need[];
  /** A description of the value, for `docs/view.md`. */
  readonly meaning: string;
  /** An example of the text, for `docs/view.md`. */
  readonly example: string;
  /** Whether forms of address can use the value too. */
  readonly inForms: boolean;
  /** Left out for words. */
  readonly content?: Content;
  /** Returns the text of a letter; undefined if it is absent. */
  readonly read: (basis: ViewBasis) => string | undefined;
  /** Returns the number of a letter, if the content is one; undefined if it is absent. */
  readonly readNumber?: (basis: ViewBasis) => DecimalText | undefined;
}

/**
 * The definition of a list. All letters of a language share it, so that loops over it do not depend on the recipient.
 */
export interface ListRow {
  /** The path by which templates use the list: `signatories`. */
  readonly path: string;
  readonly type: 'list';
  /** The fields of each element. They are always present, because validation refuses an element that lacks one. */
  readonly fields: readonly { readonly name: string; readonly meaning: string; readonly example: string }[];
  /** A description of the list, for `docs/view.md`. */
  readonly meaning: string;
  /** Whether forms of address can use the list too. */
  readonly inForms: boolean;
  /** Returns the elements, each with its fields by name. */
  readonly read: (basis: SharedBasis) => readonly Readonly<Record<string, string | undefined>>[];
}

/** The values that templates of every campaign can use. `docs/view.md` documents them. */
export const VIEW: readonly ViewRow[] = [
  {
    path: 'recipient.title',
    type: 'text',
    needs: ['office'],
    inForms: true,
    meaning: 'The title of the office, in the language of the letter; absent for a person without an office.',
    example: 'Minister of Foreign Affairs',
    read: ({ selection }) => inLanguage(selection.recipient.office?.title ?? {}, selection.language),
  },
  {
    path: 'recipient.id',
    type: 'text',
    needs: [],
    inForms: false,
    meaning: 'The id of the profile, for references.',
    example: 'mfa-be',
    read: ({ selection }) => selection.recipient.id,
  },
  {
    path: 'recipient.inText',
    type: 'text',
    needs: ['form'],
    inForms: false,
    meaning: 'How the text addresses the recipient, from the form of address; absent if the language has none for it.',
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
    path: 'holder.family',
    type: 'text',
    needs: ['holder', 'family'],
    inForms: true,
    meaning: 'The family name of the person in the office; absent if the holder is not known, or the profile has none.',
    example: 'Durand',
    read: ({ selection: { recipient, language } }) => recipient.holder && familyName(recipient.holder, language),
  },
  {
    path: 'state.short',
    type: 'text',
    needs: ['state'],
    inForms: true,
    meaning: 'The short name of the State; absent for a recipient without one, as all of its names are.',
    example: 'Czechia',
    read: ({ selection }) => inLanguage(selection.state?.names ?? {}, selection.language)?.short,
  },
  {
    path: 'state.formal',
    type: 'text',
    needs: ['state'],
    inForms: true,
    meaning: 'The formal name of the State.',
    example: 'the Czech Republic',
    read: ({ selection }) => inLanguage(selection.state?.names ?? {}, selection.language)?.formal,
  },
  {
    path: 'state.of',
    type: 'text',
    needs: ['state'],
    inForms: true,
    meaning: 'The short name of the State with what a noun needs before it.',
    example: 'of Czechia',
    read: ({ selection }) => inLanguage(selection.state?.names ?? {}, selection.language)?.of,
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
    read: ({ campaign, selection }) => inLanguage(campaign.letter.published ?? {}, selection.language),
  },
  {
    path: 'signatories.count',
    type: 'text',
    content: 'number',
    needs: [],
    inForms: false,
    meaning: 'How many sign, of which `{{plural}}` can be made too.',
    example: '1,250',
    read: ({ campaign, selection }) =>
      formatNumber(signatoryCount(campaign), conventionsOf(selection.language, campaign.locales)),
    readNumber: ({ campaign }) => signatoryCount(campaign),
  },
  {
    path: 'signatories',
    type: 'list',
    inForms: false,
    meaning: 'Who signs, in the order of the signatures.',
    fields: [{ name: 'name', meaning: 'The name of the organisation.', example: 'Al-Haq' }],
    read: ({ campaign, language }) =>
      sortSignatories(campaign, language).map((signatory) => ({
        name: signatoryName(signatory, campaign.letter, language),
      })),
  },
];

function signatoryCount({ letter }: Campaign): DecimalText {
  return String(letter.signatories.length);
}
