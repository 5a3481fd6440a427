import { longDate } from '../model/calendar.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Addressing } from '../model/selection.ts';
import type { NamedValue, Names } from './names.ts';
import { signatoryName } from './signatory.ts';

/** What the values of the view are read from. */
export interface ViewBasis {
  readonly campaign: Campaign;
  readonly selection: Addressing;
  /** How the text addresses the recipient: from the form of address, which is a template over part of this view. */
  readonly inText: string;
}

/** One thing that a template can name. */
export type ViewRow = TextRow | ListRow;

export interface TextRow {
  readonly path: string;
  readonly type: 'text';
  readonly optional: boolean;
  readonly meaning: string;
  /** May a form of address name it too? */
  readonly inForms: boolean;
  readonly read: (basis: ViewBasis) => string | undefined;
}

export interface ListRow {
  readonly path: string;
  readonly type: 'list';
  /** What can be named of each element. */
  readonly fields: readonly { readonly name: string; readonly optional: boolean; readonly meaning: string }[];
  readonly meaning: string;
  readonly inForms: boolean;
  /** The elements, a value per field. */
  readonly read: (basis: ViewBasis) => readonly Readonly<Record<string, string | undefined>>[];
}

/** Everything that a template can name: values are built from these rows and from nothing else. */
export const VIEW: readonly ViewRow[] = [
  {
    path: 'recipient.title',
    type: 'text',
    optional: false,
    inForms: true,
    meaning: 'The title of the office, in the language of the letter: "Minister of Foreign Affairs".',
    read: ({ selection }) => selection.recipient.office.title[selection.language],
  },
  {
    path: 'recipient.inText',
    type: 'text',
    optional: false,
    inForms: false,
    meaning: 'How the text addresses the recipient: "Your Excellency".',
    read: ({ inText }) => inText,
  },
  {
    path: 'holder.name',
    type: 'text',
    optional: true,
    inForms: true,
    meaning: 'The name of the person in the office; absent where nobody is known.',
    read: ({ selection }) => selection.recipient.holder?.name,
  },
  {
    path: 'holder.honorific',
    type: 'text',
    optional: true,
    inForms: true,
    meaning: 'The honorific of the person in the office: "H.E. Ms".',
    read: ({ selection }) => selection.recipient.holder?.honorific,
  },
  {
    path: 'state.short',
    type: 'text',
    optional: true,
    inForms: true,
    meaning: 'The short name of the State: "Czechia"; absent for a recipient without one, as all of its names are.',
    read: ({ selection }) => selection.state?.names[selection.language]?.short,
  },
  {
    path: 'state.formal',
    type: 'text',
    optional: true,
    inForms: true,
    meaning: 'The formal name of the State: "the Czech Republic".',
    read: ({ selection }) => selection.state?.names[selection.language]?.formal,
  },
  {
    path: 'state.of',
    type: 'text',
    optional: true,
    inForms: true,
    meaning: 'The short name of the State with what a noun needs before it: "of Czechia".',
    read: ({ selection }) => selection.state?.names[selection.language]?.of,
  },
  {
    path: 'letter.date',
    type: 'text',
    optional: false,
    inForms: false,
    meaning: 'The date of the letter as letters write it: "1 December 2025".',
    read: ({ campaign, selection }) => longDate(campaign.letter.date, selection.language),
  },
  {
    path: 'letter.published',
    type: 'text',
    optional: true,
    inForms: false,
    meaning: 'What the published letter is called: "open letter"; absent where none was published.',
    read: ({ campaign, selection }) => campaign.letter.published?.[selection.language],
  },
  {
    path: 'signatories',
    type: 'list',
    inForms: false,
    meaning: 'Who signs, in the order of the signatures.',
    fields: [{ name: 'name', optional: false, meaning: 'The name of the organisation.' }],
    read: ({ campaign, selection }) =>
      campaign.letter.signatories.map((signatory) => ({
        name: signatoryName(signatory, campaign.letter, selection.language),
      })),
  },
];

/** The values of a letter, by path. */
export function namesIn(rows: readonly ViewRow[], basis: ViewBasis): Names {
  return new Map(rows.map((row) => [row.path, valueOf(row, basis)]));
}

/** The rows that a form of address may name. */
export const VIEW_OF_FORMS: readonly ViewRow[] = VIEW.filter(({ inForms }) => inForms);

function valueOf(row: ViewRow, basis: ViewBasis): NamedValue {
  if (row.type === 'text')
    return { kind: 'text', text: checkedText(row.path, row.read(basis)), optional: row.optional };
  const elements = row.read(basis).map((element): Names => {
    const fields = row.fields.map(({ name, optional }): [string, NamedValue] => {
      const text = Object.hasOwn(element, name) ? checkedText(`${row.path}.${name}`, element[name]) : undefined;
      return [name, { kind: 'text', text, optional }];
    });
    return new Map(fields);
  });
  return { kind: 'list', elements };
}

/** The last gate before a value is printed. Blank is absent; what is neither text nor absent is a bug of ours. */
function checkedText(path: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new Error(`the view read ${value === null ? 'null' : typeof value} for ${path}`);
  return value.trim() === '' ? undefined : value;
}
