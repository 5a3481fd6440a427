import { say, type Message } from '../model/message.ts';
import { COMPOUND_FILE, type FileKind, nameByBeginning } from './file-kinds.ts';
import { findPdfHeader, readPdfFacts } from './pdf-facts.ts';
import { readZipEntries } from './zip-entries.ts';

/** What is wrong with the content of an enclosed file, as a sentence that names the file, and what its user can do. */
export interface ContentProblem {
  readonly code: 'enclosure/refused' | 'enclosure/not-checked' | 'enclosure/not-accessible';
  readonly message: Message;
  readonly hint: Message;
}

/**
 * Checks that the content of a file is of the kind that its name says, and that recipients can open it. `beginning`: its
 * first bytes, a character for each.
 */
export function checkContent(
  path: string,
  kind: FileKind,
  bytes: Uint8Array,
  beginning: string,
): readonly ContentProblem[] {
  switch (kind.check) {
    case 'pdf':
      return findPdfHeader(bytes) === -1 ? [otherKind(path, kind, beginning)] : checkPdf(path, bytes);
    case 'text':
      return isText(bytes) ? [] : [notText(path, kind, beginning)];
    case 'image':
      return kind.beginnings?.some((start) => beginning.startsWith(start)) === true
        ? []
        : [otherKind(path, kind, beginning)];
    case 'old-office':
      if (!beginning.startsWith(COMPOUND_FILE)) return [otherKind(path, kind, beginning)];
      return hasStream(bytes, VBA_PROJECT) ? [withMacros(path)] : [];
    case 'open-xml':
    case 'open-document':
      return checkArchive(path, kind, bytes, beginning);
  }
}

function checkPdf(path: string, bytes: Uint8Array): readonly ContentProblem[] {
  const facts = readPdfFacts(bytes);
  if (facts === undefined)
    return [
      {
        code: 'enclosure/not-checked',
        message: say`${path} may be damaged: its parts could not be read, and it was not checked`,
        hint: say`open it and look at every page; if in doubt, export it again`,
      },
    ];
  if (facts.isEncrypted)
    return [
      refused(
        say`${path} is encrypted: recipients could not open it, or could not print it or have it read aloud`,
        say`save it without a password and without restrictions`,
      ),
    ];
  if (!facts.isTagged)
    return [
      {
        code: 'enclosure/not-accessible',
        message: say`${path} is not tagged: a reader who does not see it cannot have it read aloud in order`,
        hint: say`export it as a tagged PDF (PDF/UA), with headings and descriptions of its pictures`,
      },
    ];
  if (!facts.hasLanguage)
    return [
      {
        code: 'enclosure/not-accessible',
        message: say`${path} does not state its language: a screen reader may read it aloud in another one`,
        hint: say`set the language of the document, and export it again`,
      },
    ];
  return [];
}

function checkArchive(path: string, kind: FileKind, bytes: Uint8Array, beginning: string): readonly ContentProblem[] {
  if (beginning.startsWith(COMPOUND_FILE) && hasStream(bytes, ENCRYPTED_PACKAGE)) return [withPassword(path)];
  if (!beginning.startsWith('PK')) return [otherKind(path, kind, beginning)];
  const entries = readZipEntries(bytes);
  if (entries === undefined)
    return [refused(say`${path} is damaged: it ends too early`, say`copy it again from where it came from`)];
  if (entries.some(({ isEncrypted }) => isEncrypted)) return [withPassword(path)];
  const contentOf = (name: string): string =>
    Buffer.from(entries.find((entry) => entry.name === name)?.read() ?? []).toString('latin1');
  if (kind.check === 'open-xml') {
    const types = contentOf(CONTENT_TYPES);
    const isKind = types !== '' && entries.some(({ name }) => name.startsWith(kind.folder ?? '/'));
    if (!isKind) return [otherKind(path, kind, beginning)];
    // The part with the program may have any name: its type says what it is.
    const hasMacros = MACRO_TYPE.test(types) || entries.some(({ name }) => /vbaproject\.bin$/iu.test(name));
    return hasMacros ? [withMacros(path)] : [];
  }
  if (contentOf('mimetype').trim() !== kind.mediaType) return [otherKind(path, kind, beginning)];
  if (contentOf('META-INF/manifest.xml').includes('encryption-data')) return [withPassword(path)];
  return entries.some(({ name }) => MACRO_FOLDER.test(name)) ? [withMacros(path)] : [];
}

/** The part of an Office file that says what its other parts are (ECMA-376, part 2). */
const CONTENT_TYPES = '[Content_Types].xml';

/** Matches the types of parts with macros, and of documents that have some. */
const MACRO_TYPE = /vnd\.ms-office\.vbaProject|macroEnabled/iu;

/** Matches what is in the folders of macros of an OpenDocument file. */
const MACRO_FOLDER = /^(?:Basic|Scripts)\/[^/]+\/[^/]/u;

/** The stream of a compound file that an encrypted Office file has (MS-OFFCRYPTO, 2.3.4). */
const ENCRYPTED_PACKAGE = 'EncryptedPackage';

/** The stream of a compound file that one with macros has (MS-OVBA, 2.3.4.1). */
const VBA_PROJECT = '_VBA_PROJECT';

/** Whether a compound file has a stream of this name, which is in UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function notText(path: string, kind: FileKind, beginning: string): ContentProblem {
  if (nameByBeginning(beginning) !== undefined) return otherKind(path, kind, beginning);
  return refused(
    say`${path} is no text in UTF-8: recipients may see other characters than were written`,
    say`save it as UTF-8; Excel calls that format CSV UTF-8`,
  );
}

function otherKind(path: string, kind: FileKind, beginning: string): ContentProblem {
  const found = nameByBeginning(beginning);
  return found === undefined
    ? refused(
        say`${path} is not ${[kind.name]}, as its name says`,
        say`export it again, or give it the name of what it is`,
      )
    : refused(
        say`${path} is not ${[kind.name]}, as its name says, but ${[found]}`,
        say`give it the name of what it is, or export it as ${[kind.name]}`,
      );
}

function withMacros(path: string): ContentProblem {
  return refused(say`${path} contains a program (macros), which mail servers refuse`, say`save it without macros`);
}

function withPassword(path: string): ContentProblem {
  return refused(say`${path} is encrypted: recipients could not open it`, say`save it without a password`);
}

function refused(message: Message, hint: Message): ContentProblem {
  return { code: 'enclosure/refused', message, hint };
}
