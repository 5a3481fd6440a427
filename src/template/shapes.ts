import type { ListRow, Need, SharedBasis, TextRow, ViewBasis, ViewRow } from './view.ts';

/** What a template can name, each by its dotted path. Nothing else can be reached: there are no objects behind it. */
export type Names = ReadonlyMap<string, NamedValue>;

export type NamedValue =
  | { readonly kind: 'text'; readonly value: ValueText }
  /** `inProfile`: the keys of a profile without which it is absent; undefined: it does not depend on a profile. */
  | { readonly kind: 'absent'; readonly inProfile?: readonly string[] | undefined }
  /** Its elements have names of their own; `this` names an element that is a text itself. */
  | { readonly kind: 'list'; readonly elements: readonly Names[] };

/** One line of text, as typed: where the view has it, or itself where it is the same in every letter of the language. */
export type ValueText = { readonly path: string } | { readonly text: string };

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
    const text = printableText(row.path, row.read(basis));
    if (text !== undefined) texts.set(row.path, text);
    shape += text === undefined ? '-' : '+';
  }
  return { texts, shape };
}

/** The text of a value in a letter; undefined: the letter has none. */
export function valueText(value: ValueText, { texts }: ViewTexts): string | undefined {
  return 'path' in value ? texts.get(value.path) : value.text;
}

/** What a profile may lack, and the keys under which it says what it has. */
const IN_PROFILE: ReadonlyMap<Need, readonly string[]> = new Map([
  ['holder', ['holder']],
  ['honorific', ['holder', 'honorific']],
  ['state', ['state']],
]);

/**
 * The names of every letter there can be, by its shape: each combination of what may be absent; in the first, all of it
 * is. `isHeld`: the office has a holder in all of these letters.
 */
export function shapesOf(rows: readonly ViewRow[], shared: SharedBasis, isHeld = false): ReadonlyMap<string, Names> {
  const isPublished = shared.campaign.letter.published?.[shared.language] !== undefined;
  const certain = new Set<Need>(isPublished ? ['published'] : []);
  if (isHeld) certain.add('holder');
  const open = [...IN_PROFILE.keys()].filter((need) => !certain.has(need));
  const shapes = new Map<string, Names>();
  for (let combination = 0; combination < 2 ** open.length; combination += 1) {
    const has = new Set([...certain, ...open.filter((_, bit) => (combination & (1 << bit)) !== 0)]);
    const names = new Map(
      rows.map((row) => [row.path, row.type === 'list' ? listOfRow(row, shared) : valueOf(row, has)]),
    );
    shapes.set(shapeOf(names), names);
  }
  return shapes;
}

function shapeOf(names: Names): string {
  const texts = [...names.values()].filter(({ kind }) => kind !== 'list');
  return texts.map(({ kind }) => (kind === 'absent' ? '-' : '+')).join('');
}

function valueOf({ path, needs }: TextRow, has: ReadonlySet<Need>): NamedValue {
  if (needs.every((need) => has.has(need))) return { kind: 'text', value: { path } };
  const last = needs.at(-1);
  return { kind: 'absent', inProfile: last === undefined ? undefined : IN_PROFILE.get(last) };
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

/** The last gate before a value is printed. Blank is absent; what is neither text nor absent is a bug of ours. */
function printableText(path: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new Error(`the view read ${value === null ? 'null' : typeof value} for ${path}`);
  return value.trim() === '' ? undefined : value;
}
