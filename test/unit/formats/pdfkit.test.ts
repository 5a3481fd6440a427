import PDFDocument, {
  type MarkedContent,
  type OutlineItem,
  type PdfElement,
  type PdfObject,
  type PdfPage,
} from 'pdfkit';
import { expect, test } from 'vitest';

const document = new PDFDocument({ autoFirstPage: false, bufferPages: true, font: null, tagged: true });
document.addPage();

/** Everything of pdfkit that is used: the compiler asks for each member that `pdfkit.d.ts` declares. */
const USED: readonly (readonly [of: string, object: object, members: Record<string, string>])[] = [
  [
    'a document',
    document,
    {
      info: 'object',
      outline: 'object',
      page: 'object',
      ref: 'function',
      addPage: 'function',
      addContent: 'function',
      switchToPage: 'function',
      markStructureContent: 'function',
      endMarkedContent: 'function',
      struct: 'function',
      addStructure: 'function',
      getStructTreeRoot: 'function',
      link: 'function',
      annotate: 'function',
      addNamedEmbeddedFile: 'function',
      appendXML: 'function',
      endMetadata: 'function',
      push: 'function',
      end: 'function',
    } satisfies Record<keyof PDFDocument, string>,
  ],
  [
    'an object',
    document.ref({}),
    { data: 'object', write: 'function', end: 'function' } satisfies Record<keyof PdfObject, string>,
  ],
  [
    'a page',
    document.page,
    { height: 'number', dictionary: 'object', content: 'object', fonts: 'object', xobjects: 'object' } satisfies Record<
      keyof PdfPage,
      string
    >,
  ],
  [
    'an element',
    document.struct('P', {}),
    { dictionary: 'object', add: 'function', end: 'function' } satisfies Record<keyof PdfElement, string>,
  ],
  [
    'an outline',
    document.outline,
    { dictionary: 'object', addItem: 'function' } satisfies Record<keyof OutlineItem, string>,
  ],
  [
    'marked content',
    document.markStructureContent('P'),
    { refs: 'object' } satisfies Record<keyof MarkedContent, string>,
  ],
];

test.each(USED)('%s has all that is used of it', (_, object, members) => {
  const found = Object.keys(members).map((name) => [name, typeof Reflect.get(object, name)]);
  expect(Object.fromEntries(found)).toEqual(members);
});
