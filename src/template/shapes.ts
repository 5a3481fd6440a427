import type { ListRow, Need, SharedBasis, TextRow, ViewBasis, ViewRow } from './view.ts';

/** The values that a template can use, by dotted path. A flat map, so that no path reaches a property of an object. */
export type Names = ReadonlyMap<string, NamedValue>;

/** A value of a template: a text, a list, or no value. */
export type NamedValue =
  | { readonly kind: 'text'; readonly value: ValueText }
  /** `inProfile`: the key path that a profile needs for the value to be present; undefined if no profile decides it. */
  | { readonly kind: 'absent'; readonly inProfile?: readonly string[] | undefined }
  /** Each element has its own names; an element that is itself a text has the name `this`. */
  | { readonly kind: 'list'; readonly elements: readonly Names[] };

/** A text value: its path in the view, or its text if it is the same in every letter of the language. */
export type ValueText = { readonly path: string } | { readonly text: string };

/** The text values of one letter. */
export interface ViewTexts {
  /** By path, without absent values. */
  readonly texts: ReadonlyMap<string, string>;
  /**
   * The shape of the view: `+` (present) or `-` (absent) for each text row, in the order of the view. Conditions only
   * test for presence, so all letters of one shape have the same texts except for values.
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

/** Returns the text of a value in a letter, or undefined if the letter has none. */
export function valueText(value: ValueText, { texts }: ViewTexts): string | undefined {
  return 'path' in value ? texts.get(value.path) : value.text;
}

/** The key path in a profile for each need that depends on the profile. */
const PROFILE_KEYS: ReadonlyMap<Need, readonly string[]> = new Map([
  ['holder', ['holder']],
  ['honorific', ['holder', 'honorific']],
  ['state', ['state']],
]);

/**
 * Returns the names for every possible shape: one for each combination of optional values that can be present. In the
 * first shape all of them are absent. `hasHolder`: the office has a holder in all of these letters.
 */
export function shapesOf(rows: readonly ViewRow[], shared: SharedBasis, hasHolder = false): ReadonlyMap<string, Names> {
  const isPublished = shared.campaign.letter.published?.[shared.language] !== undefined;
  const certain = new Set<Need>(isPublished ? ['published'] : []);
  if (hasHolder) certain.add('holder');
  const uncertain = [...PROFILE_KEYS.keys()].filter((need) => !certain.has(need));
  const shapes = new Map<string, Names>();
  for (let combination = 0; combination < 2 ** uncertain.length; combination += 1) {
    const present = new Set([...certain, ...uncertain.filter((_, bit) => (combination & (1 << bit)) !== 0)]);
    const names = new Map(
      rows.map((row) => [row.path, row.type === 'list' ? listOfRow(row, shared) : valueOf(row, present)]),
    );
    shapes.set(shapeOf(names), names);
  }
  return shapes;
}

function shapeOf(names: Names): string {
  const texts = [...names.values()].filter(({ kind }) => kind !== 'list');
  return texts.map(({ kind }) => (kind === 'absent' ? '-' : '+')).join('');
}

function valueOf({ path, needs }: TextRow, present: ReadonlySet<Need>): NamedValue {
  if (needs.every((need) => present.has(need))) return { kind: 'text', value: { path } };
  const last = needs.at(-1);
  return { kind: 'absent', inProfile: last === undefined ? undefined : PROFILE_KEYS.get(last) };
}

function listOfRow(row: ListRow, shared: SharedBasis): NamedValue {
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

/** Returns a text value; a blank one counts as absent. Throws if it is not a string, which is a bug in the view. */
function printableText(path: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new Error(`the view read ${value === null ? 'null' : typeof value} for ${path}`);
  return value.trim() === '' ? undefined : value;
}
