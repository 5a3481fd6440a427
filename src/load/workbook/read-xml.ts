import { SaxesParser } from 'saxes';
import type { EntryProblem } from './zip-entries.ts';

/** The attributes of an element, by their names as written, with their prefixes. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done with the elements of an XML file. Elements of other namespaces than that of the root are left out. */
export interface ElementHandlers {
  /** The local name of the root element. */
  readonly root: string;
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  /** Called with each part of the text between two tags, CDATA sections included. */
  readonly text?: (text: string) => void;
  /** Whether the rest of the file is of no interest. */
  readonly isDone?: () => boolean;
}

/** The namespaces of the roots of the files of a workbook: transitional and strict (ECMA-376-4 and ECMA-376-1). */
const NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://schemas.openxmlformats.org/package/2006/content-types',
]);

/**
 * Reads XML 1.0 in UTF-8 or UTF-16 and calls the handlers. A document type declaration is refused, as no workbook may
 * have one (ECMA-376-2, 6.2.5): no entity is ever defined or expanded. Resolves to a problem if the file is not
 * well-formed, has another root, or cannot be read.
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array | EntryProblem>,
  handlers: ElementHandlers,
): Promise<EntryProblem | undefined> {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  let isRefused = false;
  const refuse = (): void => {
    isRefused = true;
  };
  /** The prefix of the root, with its colon: the elements with it are in the namespace of the root. */
  let prefix: string | undefined;
  const localNameOf = (name: string): string | undefined => {
    if (prefix === '') return name.includes(':') ? undefined : name;
    return name.startsWith(prefix ?? '') ? name.slice(prefix?.length) : undefined;
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^utf-?(?:8|16)$/iu.test(encoding)) refuse();
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (prefix === undefined) {
      prefix = /^[^:]*:/u.exec(name)?.[0] ?? '';
      const namespace = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`] ?? '';
      if (localNameOf(name) !== handlers.root || !NAMESPACES.has(namespace)) refuse();
    }
    const localName = localNameOf(name);
    if (localName !== undefined) handlers.open(localName, attributes);
  });
  if (handlers.close !== undefined) {
    parser.on('closetag', ({ name }) => {
      const localName = localNameOf(name);
      if (localName !== undefined) handlers.close?.(localName);
    });
  }
  if (handlers.text !== undefined) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }

  let decode: ((chunk: Uint8Array | undefined) => string | undefined) | undefined;
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') return chunk;
    decode ??= createDecoder(encodingOf(chunk));
    const text = decode(chunk);
    if (text === undefined) return 'damaged';
    parser.write(text);
    if (isRefused) return 'damaged';
    if (handlers.isDone?.() === true) return undefined;
  }
  if (decode?.(undefined) === undefined) return 'damaged';
  parser.close();
  return isRefused ? 'damaged' : undefined;
}

/** The encoding of an XML file by its byte order mark, which UTF-16 requires (XML 1.0, 4.3.3). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Returns a function that decodes the next chunk, or the end of the file; undefined if the bytes are invalid. */
function createDecoder(encoding: string): (chunk: Uint8Array | undefined) => string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (chunk) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      return undefined;
    }
  };
}
