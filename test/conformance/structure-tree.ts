import { type PdfDictionary, type PdfObjects, type PdfValue, dictionary, list, resolved, word } from './pdf-objects.ts';

/** An element of the structure tree. */
export interface Element {
  /** The reference to this element. */
  readonly own: string;
  readonly role: string;
  readonly data: PdfDictionary;
  readonly children: readonly Element[];
  /** The marked contents of this element, each with the reference to its page and its id (MCID). */
  readonly contents: readonly { readonly page: string; readonly id: number }[];
  /** The annotations of this element, each with the page that the element names for it. */
  readonly annotations: readonly { readonly page: string; readonly annotation: string }[];
}

/** The root element of a file, `Document`. */
export function readStructure({ catalogue, all }: PdfObjects): Element {
  const [root] = list(dictionary(catalogue['/StructTreeRoot'], all)['/K'], all);
  return readElement(root ?? null, all);
}

/** The element and all below it, in reading order. */
export function elementsOf(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

function readElement(own: PdfValue, all: PdfObjects['all']): Element {
  const data = dictionary(own, all);
  const children: Element[] = [];
  const contents: Element['contents'][number][] = [];
  const annotations: Element['annotations'][number][] = [];
  const page = word(data['/Pg']);
  for (const kid of list(data['/K'], all)) {
    const found = resolved(kid, all);
    const kidData = dictionary(kid, all);
    const kidPage = kidData['/Pg'] === undefined ? page : word(kidData['/Pg']);
    if (typeof found === 'number') contents.push({ page, id: found });
    else if (kidData['/Type'] === '/MCR') contents.push({ page: kidPage, id: Number(kidData['/MCID']) });
    else if (kidData['/Type'] === '/OBJR') annotations.push({ page: kidPage, annotation: word(kidData['/Obj']) });
    else children.push(readElement(kid, all));
  }
  const role = word(data['/S']).replace('/', '');
  return { own: word(own), role, data, children, contents, annotations };
}
