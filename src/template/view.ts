import type { Campaign } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import type { Addressing } from '../model/selection.ts';
import type { NamedValue, Names } from './names.ts';
import { signatoryName } from './signatory.ts';

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

/** What a recipient's letter can name. */
export interface ViewTexts {
  /** By path; what is absent is left out. */
  readonly texts: ReadonlyMap<string, string>;
  /** Which of them are there. That is all that a text can tell recipients apart by: it shows the same to all of a shape. */
  readonly shape: string;
}

/** The texts of a letter. */
export function textsIn(rows: readonly ViewRow[], basis: ViewBasis): ViewTexts {
  const texts = new Map<string, string>();
  let shape = '';
  for (const row of rows) {
    if (row.type !== 'text') continue;
    const text = checkedText(row.path, row.read(basis));
    if (text !== undefined) texts.set(row.path, text);
    shape += text === undefined ? '-' : '+';
  }
  return { texts, shape };
}

/** The names that a template sees in one letter. */
export function namesIn(rows: readonly ViewRow[], shared: SharedBasis, { texts }: ViewTexts): Names {
  return namesWith(rows, shared, ({ path }) => texts.get(path));
}

/** Names by path: lists as they are in every letter of the language, each text as `textAt` gives it. */
function namesWith(rows: readonly ViewRow[], shared: SharedBasis, textAt: (row: TextRow) => string | undefined): Names {
  return new Map(
    rows.map((row): [string, NamedValue] => [
      row.path,
      row.type === 'text' ? textOf(row, textAt(row)) : listOf(row, shared),
    ]),
  );
}

/**
 * The names of every letter there can be, by its shape, as far as a text can tell letters apart: each combination of what
 * may be absent, with an example for what is there; in the first, all of it is absent. `known`: what needs no trying.
 */
export function shapesOf(
  rows: readonly ViewRow[],
  shared: SharedBasis,
  known: Readonly<Partial<Record<Need, boolean>>> = {},
): ReadonlyMap<string, Names> {
  const published = shared.campaign.letter.published?.[shared.language] !== undefined;
  const settled = { published, ...known };
  const open = NEEDS.filter((need) => settled[need] === undefined);
  const shapes = new Map<string, Names>();
  for (let combination = 0; combination < 2 ** open.length; combination += 1) {
    const has = (need: Need): boolean => settled[need] ?? (combination & (1 << open.indexOf(need))) !== 0;
    const names = namesWith(rows, shared, ({ needs, example }) => (needs.every(has) ? example : undefined));
    shapes.set(shapeOf(names), names);
  }
  return shapes;
}

/** Which texts are there. */
function shapeOf(names: Names): string {
  const texts = [...names.values()].filter((value) => value.kind === 'text');
  return texts.map(({ text }) => (text === undefined ? '-' : '+')).join('');
}

const NEEDS: readonly Need[] = ['holder', 'honorific', 'state', 'published'];

/** Where a profile says that it has what is needed. */
const IN_PROFILE: Readonly<Record<Need, readonly string[] | undefined>> = {
  holder: ['holder'],
  honorific: ['holder', 'honorific'],
  state: ['state'],
  published: undefined,
};

function textOf({ path, needs }: TextRow, text: string | undefined): NamedValue {
  const last = needs.at(-1);
  return {
    kind: 'text',
    text,
    path,
    optional: needs.length > 0,
    inProfile: last === undefined ? undefined : IN_PROFILE[last],
  };
}

function listOf(row: ListRow, shared: SharedBasis): NamedValue {
  const elements = row.read(shared).map((element): Names => {
    const fields = row.fields.map(({ name }): [string, NamedValue] => {
      const path = `${row.path}.${name}`;
      const text = Object.hasOwn(element, name) ? checkedText(path, element[name]) : undefined;
      return [name, { kind: 'text', text, path: undefined, optional: false, inProfile: undefined }];
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
