import { outputOf } from './tools.ts';

/** An object of a PDF as qpdf writes it in JSON: names begin with a slash, texts with `u:`, references end in ` R`. */
export type PdfValue = null | boolean | number | string | readonly PdfValue[] | PdfDictionary;

/** A PDF dictionary; its keys begin with a slash. */
export interface PdfDictionary {
  readonly [key: string]: PdfValue;
}

/** All objects of a file. */
export interface PdfObjects {
  readonly catalogue: PdfDictionary;
  /** References to the pages, in order. */
  readonly pages: readonly string[];
  /** The objects by reference. */
  readonly all: ReadonlyMap<string, PdfValue>;
}

interface QpdfJson {
  readonly pages: readonly { readonly object: string }[];
  readonly qpdf: readonly [
    unknown,
    Readonly<Record<string, { readonly value?: PdfValue; readonly stream?: { readonly dict: PdfDictionary } }>>,
  ];
}

/** Reads the objects of a file, without the contents of its streams. */
export async function readObjects(file: string): Promise<PdfObjects> {
  const json = JSON.parse(await outputOf('qpdf', ['--json', file])) as QpdfJson;
  const entries = Object.entries(json.qpdf[1]).map(([key, { value, stream }]): [string, PdfValue] => [
    key.replace(/^obj:/, ''),
    stream?.dict ?? value ?? null,
  ]);
  const all = new Map(entries);
  const trailer = dictionary(all.get('trailer'), all);
  return { catalogue: dictionary(trailer['/Root'], all), pages: json.pages.map(({ object }) => object), all };
}

type Objects = PdfObjects['all'];

/** Returns the object that a reference refers to, and every other value itself. */
export function resolved(value: PdfValue | undefined, all: Objects): PdfValue {
  return (typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? all.get(value) : value) ?? null;
}

/** Returns the dictionary that a value is or refers to, or an empty one. */
export function dictionary(value: PdfValue | undefined, all: Objects): PdfDictionary {
  const found = resolved(value, all);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as PdfDictionary) : {};
}

/** Returns the entries of an array; a single value is an array of one entry, and null one of none. */
export function list(value: PdfValue | undefined, all: Objects): readonly PdfValue[] {
  const found = resolved(value, all);
  if (found === null) return [];
  return Array.isArray(found) ? (found as readonly PdfValue[]) : [value ?? null];
}

/** Returns a reference or a name unchanged, and an empty string for every other value. */
export function word(value: PdfValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Returns the characters of a text without the prefix `u:`, and an empty string for every other value. */
export function text(value: PdfValue | undefined, all: Objects): string {
  const found = resolved(value, all);
  return typeof found === 'string' ? found.replace(/^u:/, '') : '';
}

/** Returns the values of a number tree (ISO 32000-1, 7.9.7) by key. References in them are not followed. */
export function numberTree(value: PdfValue | undefined, all: Objects): ReadonlyMap<number, PdfValue> {
  const { '/Nums': nums, '/Kids': kids } = dictionary(value, all);
  const flat = list(nums, all);
  const own = flat.flatMap((key, index): [number, PdfValue][] =>
    index % 2 === 0 ? [[Number(key), flat[index + 1] ?? null]] : [],
  );
  return new Map([...own, ...list(kids, all).flatMap((kid) => [...numberTree(kid, all)])]);
}
