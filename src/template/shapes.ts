import {
  type ListRow,
  type Need,
  type SharedBasis,
  type TextRow,
  USUAL_NEEDS,
  type ViewBasis,
  type ViewRow,
} from './view.ts';

/**
 * The values that a template can use, by dotted path. The map is flat, so that a path never reads an object's property.
 */
export type Names = ReadonlyMap<string, NamedValue>;

/** The value of a name in a template: a text, a list, or none. */
export type NamedValue =
  | { readonly kind: 'text'; readonly value: ValueText }
  /**
   * `inProfile`: the key path that the profile lacks; undefined if the value does not depend on the profile. `usualPath`:
   * the path in the view of a value that most recipients have. A text may use it without a condition.
   */
  | { readonly kind: 'absent'; readonly inProfile?: readonly string[] | undefined; readonly usualPath?: string }
  /** Each element has values by name; the name of an element that is a text is `this`. */
  | { readonly kind: 'list'; readonly elements: readonly Names[] };

/** A text value: its path in the view (the values of one letter), or its text if all letters of a language share it. */
export type ValueText = { readonly path: string } | { readonly text: string };

/** The text values of the view of one letter. */
export interface ViewTexts {
  /** The texts of the values that are present, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /**
   * The shape of the view: `+` (present) or `-` (absent) for each text value, in the order of the view. Conditions test
   * only whether a value is present, so that letters of one shape differ only in their values.
   */
  readonly shape: string;
}

/** Returns the text values and the shape of a letter. */
export function viewTexts(rows: readonly ViewRow[], basis: ViewBasis): ViewTexts {
  const texts = new Map<string, string>();
  let shape = '';
  for (const row of rows) {
    if (row.type !== 'text') continue;
    const text = printableText(row.path, row.read(basis));
    if (text !== undefined) texts.set(row.path, text);
    shape += text === undefined ? '-' : '+';
  }
  return { texts, shape };
}

/** Returns the text of a value in a letter; undefined if the value is absent. */
export function valueText(value: ValueText, { texts }: ViewTexts): string | undefined {
  return 'path' in value ? texts.get(value.path) : value.text;
}

/** The key paths in a profile of the data that a recipient may lack. */
const PROFILE_KEYS: ReadonlyMap<Need, readonly string[]> = new Map([
  ['office', ['office']],
  ['holder', ['holder']],
  ['honorific', ['holder', 'honorific']],
  ['family', ['holder', 'family']],
  ['state', ['state']],
]);

/**
 * Returns the names with their values for every possible shape: one for each combination of data that recipients may
 * lack. In the first shape, all of them are absent. `alwaysPresent`: what all recipients have, so that shapes without it
 * are left out.
 */
export function createNamesByShape(
  rows: readonly ViewRow[],
  shared: SharedBasis,
  alwaysPresent: readonly Need[] = [],
): ReadonlyMap<string, Names> {
  const isPublished = shared.campaign.letter.published?.[shared.language] !== undefined;
  const certainNeeds = new Set<Need>(isPublished ? ['published', ...alwaysPresent] : alwaysPresent);
  const uncertainNeeds = [...PROFILE_KEYS.keys()].filter((need) => !certainNeeds.has(need));
  const namesByShape = new Map<string, Names>();
  for (let combination = 0; combination < 2 ** uncertainNeeds.length; combination += 1) {
    // Bit n of `combination` is set if the need with index n is present.
    const presentNeeds = new Set([
      ...certainNeeds,
      ...uncertainNeeds.filter((_, bit) => (combination & (1 << bit)) !== 0),
    ]);
    const names = new Map(
      rows.map((row) => [
        row.path,
        row.type === 'list' ? listValueOfRow(row, shared) : textValueOfRow(row, presentNeeds),
      ]),
    );
    // Combinations with equal values, as an honorific without a holder, have one shape.
    namesByShape.set(shapeOf(names), names);
  }
  return namesByShape;
}

/** Returns the same shape that `viewTexts` returns for letters with these values. */
function shapeOf(names: Names): string {
  const textValues = [...names.values()].filter(({ kind }) => kind !== 'list');
  return textValues.map(({ kind }) => (kind === 'absent' ? '-' : '+')).join('');
}

function textValueOfRow({ path, needs }: TextRow, presentNeeds: ReadonlySet<Need>): NamedValue {
  if (needs.every((need) => presentNeeds.has(need))) return { kind: 'text', value: { path } };
  // The needs are in the order of nesting, so that the last is the most specific: `honorific` is part of `holder`.
  const lastNeed = needs.at(-1);
  const inProfile = lastNeed === undefined ? undefined : PROFILE_KEYS.get(lastNeed);
  const isUsual = needs.every((need) => USUAL_NEEDS.has(need) || presentNeeds.has(need));
  return { kind: 'absent', inProfile, ...(isUsual ? { usualPath: path } : {}) };
}

function listValueOfRow(row: ListRow, shared: SharedBasis): NamedValue {
  const elements = row.read(shared).map(
    (element): Names =>
      new Map(
        row.fields.map(({ name }) => {
          const text = printableText(`${row.path}.${name}`, element[name]);
          return [name, text === undefined ? { kind: 'absent' } : { kind: 'text', value: { text } }];
        }),
      ),
  );
  return { kind: 'list', elements };
}

/**
 * Returns a value as text; undefined if it is absent or blank. Throws if it is not a string, which is a bug of the
 * view.
 */
function printableText(path: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new Error(`the view read ${value === null ? 'null' : typeof value} for ${path}`);
  return value.trim() === '' ? undefined : value;
}
