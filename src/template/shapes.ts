import type { DecimalText } from '../model/decimal.ts';
import { statementsWithin, type Template } from './template.ts';
import {
  type ListRow,
  type Need,
  type SharedBasis,
  type TextRow,
  USUAL_NEEDS,
  type ViewBasis,
  type ViewRow,
} from './view.ts';
import { inLanguage } from '../model/language.ts';

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

/** The values of the view of one letter. They are read when they are used, as most letters use few of them. */
export interface ViewTexts {
  /** Returns the text at a path as letters print it; undefined if it is absent. */
  readonly textAt: (path: string) => string | undefined;
  /** Returns the number at a path; undefined if it is absent. */
  readonly numberAt: (path: string) => DecimalText | undefined;
}

/** Returns the values of a letter. `rows` are the texts of the view by path. */
export function createViewTexts(rows: ReadonlyMap<string, TextRow>, basis: ViewBasis): ViewTexts {
  return {
    textAt: (path) => printableText(path, rows.get(path)?.read(basis)),
    numberAt: (path) => rows.get(path)?.readNumber?.(basis),
  };
}

/** Returns the text of a value in a letter; undefined if the value is absent. */
export function valueText(value: ValueText, view: ViewTexts): string | undefined {
  return 'path' in value ? view.textAt(value.path) : value.text;
}

/** Returns the path of a value in the view; for one that all letters share, the path as the template has it. */
export function pathOfValue(value: ValueText, typedPath: string): string {
  return 'path' in value ? value.path : typedPath;
}

/**
 * A rendering or a text for each shape in which letters can have it. The shape is `+` (present) or `-` (absent) for each
 * of the optional values that the text tests. Letters in which a text has one shape differ only in their values.
 */
export interface ByShape<T> {
  /** The paths of the values that the text tests. */
  readonly paths: readonly string[];
  readonly shapes: ReadonlyMap<string, T>;
}

/** Returns what belongs to the shape that a letter gives to a text; undefined if it was not rendered for it. */
export function forLetter<T>({ paths, shapes }: ByShape<T>, view: ViewTexts): T | undefined {
  return shapes.get(shapeOf(paths, (path) => view.textAt(path) !== undefined));
}

function shapeOf(paths: readonly string[], isPresent: (path: string) => boolean): string {
  return paths.map((path) => (isPresent(path) ? '+' : '-')).join('');
}

/** Returns the key path in a profile of a datum that a recipient may lack; undefined if no profile has it. */
function profileKeyOf(need: Need): readonly string[] | undefined {
  if (need === 'published' || need === 'form') return undefined;
  return need === 'honorific' || need === 'family' ? ['holder', need] : need.split('.');
}

/** The maximum number of data that a recipient may lack and one text tests. Each of them doubles the shapes. */
export const MAX_TESTED_NEEDS = 8;

/** What is known of the letters of a language, besides what their recipients may lack. */
export interface ShapeOptions {
  /** Whether values that a text does not test are present or absent. An absent value that it prints is a fault. */
  readonly untested: 'present' | 'absent';
  /** What all recipients have. */
  readonly certain?: readonly Need[];
}

/**
 * Returns the names with their values for each shape of a text that tests these paths; undefined if it tests too many.
 */
export type NamesForShapes = (paths: ReadonlySet<string>) => ByShape<Names> | undefined;

/**
 * Creates the function that returns the names for each possible shape: one for each combination of the tested data that
 * recipients may lack. In the first shape, all of them are absent.
 */
export function createNamesForShapes(
  rows: readonly ViewRow[],
  shared: SharedBasis,
  { untested, certain = [] }: ShapeOptions,
): NamesForShapes {
  const isPublished = inLanguage(shared.campaign.letter.published ?? {}, shared.language) !== undefined;
  const textRows = rows.filter((row) => row.type === 'text');
  const lists = rows.flatMap((row): (readonly [string, NamedValue])[] =>
    row.type === 'list' ? [[row.path, listValueOfRow(row, shared)]] : [],
  );
  const isCertain = (need: Need): boolean => need === 'published' || certain.includes(need);
  return (paths) => {
    const tested = textRows.filter(({ path, needs }) => paths.has(path) && !needs.every(isCertain));
    const needs = [...new Set(tested.flatMap((row) => row.needs))].filter((need) => !isCertain(need));
    if (needs.length > MAX_TESTED_NEEDS) return undefined;
    const optionalPaths = tested.map(({ path }) => path);
    const shapes = new Map<string, Names>();
    for (let combination = 0; combination < 2 ** needs.length; combination += 1) {
      const isPresent = (need: Need): boolean => {
        if (need === 'published') return isPublished;
        if (isCertain(need)) return true;
        const bit = needs.indexOf(need);
        return bit === -1 ? untested === 'present' : (combination & (1 << bit)) !== 0;
      };
      const names = new Map([...lists, ...textRows.map((row) => [row.path, textValueOfRow(row, isPresent)] as const)]);
      // Combinations with equal values, as an honorific without a holder, have one shape.
      shapes.set(
        shapeOf(optionalPaths, (path) => names.get(path)?.kind !== 'absent'),
        names,
      );
    }
    return { paths: optionalPaths, shapes };
  };
}

/**
 * Returns the paths whose presence can decide what is rendered: those in conditions and those that partials are given,
 * which can test them.
 */
export function testedPaths(template: Template): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const statement of statementsWithin(template.statements)) {
    if (statement.kind === 'condition') paths.add(statement.path.name);
    if (statement.kind !== 'inclusion') continue;
    for (const { value } of statement.args) if (typeof value !== 'string') paths.add(value.name);
  }
  return paths;
}

function textValueOfRow({ path, needs }: TextRow, isPresent: (need: Need) => boolean): NamedValue {
  if (needs.every(isPresent)) return { kind: 'text', value: { path } };
  // The needs are in the order of nesting, so that the last is the most specific: `honorific` is part of `holder`.
  const lastNeed = needs.at(-1);
  const inProfile = lastNeed === undefined ? undefined : profileKeyOf(lastNeed);
  const isUsual = needs.every((need) => USUAL_NEEDS.has(need) || isPresent(need));
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
