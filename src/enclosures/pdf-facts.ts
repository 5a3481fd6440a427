import { UnreadablePdf } from './pdf-allowance.ts';
import { type PdfObjects, openPdfObjects } from './pdf-objects.ts';
import { isDictionary, isName } from './pdf-syntax.ts';

/** What is asked of a PDF that is sent with letters. */
export interface PdfFacts {
  /** Whether it is encrypted: opened with a password, or restricted in its use (ISO 32000-1, 7.6). */
  readonly isEncrypted: boolean;
  /** Whether it is tagged (ISO 32000-1, 14.8), so that a screen reader has its text in order. */
  readonly isTagged: boolean;
  /** Whether it states its language. */
  readonly hasLanguage: boolean;
}

/** The first bytes of a file in which readers look for the header of a PDF. */
const HEADER_BYTES = 1024;

/** Returns the index of the header of a PDF; -1 if there is none. */
export function findPdfHeader(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_BYTES)).indexOf('%PDF-');
}

/**
 * Reads the facts of a PDF. Returns undefined if its structure cannot be followed: the file is damaged, or written in a
 * way that PDF readers repair and this one does not. Neither then is anything said of it.
 */
export function readPdfFacts(bytes: Uint8Array): PdfFacts | undefined {
  try {
    return factsOf(openPdfObjects(bytes, Math.max(0, findPdfHeader(bytes))));
  } catch (error) {
    if (error instanceof UnreadablePdf) return undefined;
    throw error;
  }
}

function factsOf({ trailer, resolve }: PdfObjects): PdfFacts {
  const encryption = trailer('Encrypt');
  // The objects of an encrypted file may be encrypted too, so that they are not read.
  if (encryption !== undefined && encryption !== null)
    return { isEncrypted: true, isTagged: false, hasLanguage: false };
  const catalogue = resolve(trailer('Root'));
  if (!isDictionary(catalogue) || !isName(resolve(catalogue.entries.get('Type')), 'Catalog'))
    throw new UnreadablePdf('no catalogue');
  const markInfo = resolve(catalogue.entries.get('MarkInfo'));
  const isMarked = isDictionary(markInfo) && resolve(markInfo.entries.get('Marked')) === true;
  const language = resolve(catalogue.entries.get('Lang'));
  return {
    isEncrypted: false,
    isTagged: isMarked && isDictionary(resolve(catalogue.entries.get('StructTreeRoot'))),
    hasLanguage: typeof language === 'object' && language !== null && 'length' in language && language.length > 0,
  };
}
