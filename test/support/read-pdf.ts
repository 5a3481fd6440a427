import { getDocument } from './pdfjs.ts';

/** The content of a PDF as pdf.js reads it. */
export interface ReadPdf {
  /** The text of each page in drawing order, artifacts included. */
  readonly pages: readonly string[];
  /** The start of each text item, in points from the lower left corner of its page. */
  readonly places: readonly { readonly page: number; readonly x: number; readonly y: number }[];
  /**
   * The text in the order of the structure tree, with the words that stand for pictures, the notes of all pages last,
   * without artifacts and marks of notes.
   */
  readonly spoken: string;
  /** The roles of all elements in reading order. */
  readonly roles: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly metadata: string;
  readonly language: string;
  readonly bookmarks: readonly Outline[];
  readonly labels: readonly string[];
  readonly links: readonly { readonly url: string | undefined; readonly contents: string }[];
  readonly attachments: Readonly<Record<string, Uint8Array>>;
}

/** A bookmark, with those below it. */
export interface Outline {
  readonly title: string;
  readonly items: readonly Outline[];
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}

interface TextItem {
  readonly type?: string;
  readonly id?: string;
  readonly str?: string;
  /** Whether a line ends after this item; pdf.js reports a space there in no other way. */
  readonly hasEOL?: boolean;
  readonly transform?: readonly number[];
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const texts = new Map<string, string>();
  const pages: string[] = [];
  const trees: StructureNode[] = [];
  const places: ReadPdf['places'][number][] = [];
  const links: ReadPdf['links'][number][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    pages.push(collectText(items as readonly TextItem[], texts));
    for (const { transform } of items as readonly TextItem[]) {
      if (transform !== undefined) places.push({ page: number - 1, x: transform[4] ?? 0, y: transform[5] ?? 0 });
    }
    trees.push(((await page.getStructTree()) ?? {}) as StructureNode);
    for (const annotation of await page.getAnnotations()) {
      links.push({ url: annotation.unsafeUrl, contents: annotation.contentsObj.str });
    }
  }
  const { info, metadata } = await pdf.getMetadata();
  const attachments = Object.entries((await pdf.getAttachments()) ?? {}) as readonly [
    string,
    { readonly content: Uint8Array },
  ][];
  const result: ReadPdf = {
    pages,
    places,
    spoken: [false, true].flatMap((wantsNotes) => trees.map((tree) => speak(tree, texts, wantsNotes))).join(''),
    roles: trees.flatMap(rolesOf),
    info: info as Record<string, unknown>,
    metadata: metadata?.getRaw() ?? '',
    language: String((info as Record<string, unknown>)['Language']),
    bookmarks: (await pdf.getOutline()) ?? [],
    labels: (await pdf.getPageLabels()) ?? [],
    links,
    attachments: Object.fromEntries(attachments.map(([name, { content }]) => [name, content])),
  };
  await pdf.destroy();
  return result;
}

/** Adds the text of each marked content to `texts`, by its id, and returns the text of the page. */
function collectText(items: readonly TextItem[], texts: Map<string, string>): string {
  const open: (string | undefined)[] = [];
  let page = '';
  for (const { type, id, str, hasEOL } of items) {
    if (type === 'beginMarkedContent' || type === 'beginMarkedContentProps') open.push(id);
    else if (type === 'endMarkedContent') open.pop();
    else if (str !== undefined) {
      page += str;
      const contentId = open.findLast((each) => each !== undefined);
      if (contentId !== undefined)
        texts.set(contentId, (texts.get(contentId) ?? '') + str + (hasEOL === true ? ' ' : ''));
    }
  }
  return page;
}

/**
 * The words of all notes, or of all other elements. They are read apart, because the tree of a page has its notes
 * before the text of the next page.
 */
function speak(node: StructureNode, texts: ReadonlyMap<string, string>, wantsNotes: boolean, isInNote = false): string {
  const { role, type, id, alt, children = [] } = node;
  if (alt !== undefined) return wantsNotes === isInNote ? `${alt}\n` : '';
  if (type === 'content') return wantsNotes === isInNote ? (texts.get(id ?? '') ?? '') : '';
  if (role === 'Reference') return '';
  const words = children.map((child) => speak(child, texts, wantsNotes, isInNote || role === 'Note')).join('');
  return words !== '' && (role === 'P' || role === 'LI' || role?.startsWith('H')) ? `${words}\n` : words;
}

function rolesOf({ role, children = [] }: StructureNode): readonly string[] {
  return [...(role === undefined || role === 'Root' ? [] : [role]), ...children.flatMap(rolesOf)];
}
