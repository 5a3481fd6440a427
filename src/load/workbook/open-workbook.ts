import { type Attributes, readXml } from './read-xml.ts';
import { type EntryProblem, type ZipEntries, openZip } from './zip-entries.ts';

/** A sheet with cells, as the workbook lists it. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** The name of the zip entry that has its cells. */
  readonly entry: string;
}

/** What a workbook says of itself. The other files in it are read when they are needed. */
export interface Workbook {
  readonly entries: ZipEntries;
  /** The sheets with cells, from left to right. Sheets that are one chart are left out. */
  readonly sheets: readonly Sheet[];
  /**
   * Whether day 0 of its dates is 1 January 1904, as in files from old Macintoshes; otherwise day 1 is 1 January 1900.
   */
  readonly countsFrom1904: boolean;
  /** The zip entries of the texts that cells share and of the number formats; undefined: it has none. */
  readonly sharedTexts: string | undefined;
  readonly styles: string | undefined;
}

/**
 * Why a file is not read as a workbook: a problem of its zip file, or the format that it has instead. 'password': it is
 * encrypted with one. 'no-zip': its format is not known.
 */
export type WorkbookProblem = EntryProblem | 'password' | 'no-zip' | 'xls' | 'ods' | 'xlsb' | 'xlsm' | 'no-workbook';

/** Opens an Office Open XML workbook (ECMA-376-1, 18.2) and reads which sheets it has. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook | WorkbookProblem> {
  if (startsWith(bytes, COMPOUND_FILE)) return includesUtf16(bytes, 'EncryptedPackage') ? 'password' : 'xls';
  if (!startsWith(bytes, ZIP_FILE)) return 'no-zip';
  const entries = await openZip(bytes);
  if (typeof entries === 'string') return entries;
  if (!entries.has('[Content_Types].xml')) return entries.has('content.xml') ? 'ods' : 'no-workbook';

  const packageTargets = await readRelationships(entries, '');
  if (typeof packageTargets === 'string') return packageTargets;
  const main = packageTargets.find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) return 'no-workbook';
  const contentType = await readContentType(entries, main);
  if (contentType.problem !== undefined) return contentType.problem;
  if (/binary/iu.test(contentType.value)) return 'xlsb';
  if (/macroEnabled/iu.test(contentType.value)) return 'xlsm';
  if (!/spreadsheetml/iu.test(contentType.value)) return 'no-workbook';

  const targets = await readRelationships(entries, main);
  if (typeof targets === 'string') return targets;
  return readSheets(entries, main, targets);
}

/** The first bytes of a compound file (MS-CFB, 2.2): .xls, and any encrypted document. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The first bytes of a zip file that has an entry. */
const ZIP_FILE = [0x50, 0x4b, 0x03, 0x04];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Whether the bytes include a text in UTF-16: a compound file names its streams so. */
function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}

/** A relationship of a file to another in the same workbook (ECMA-376-2, 6.5). */
interface Relationship {
  readonly id: string;
  /** The last part of the address that names the type, as `worksheet`. */
  readonly type: string;
  /** The name of the zip entry. */
  readonly target: string;
}

/** Reads the relationships of a file of the workbook, or of the whole workbook if `source` is empty. */
async function readRelationships(entries: ZipEntries, source: string): Promise<readonly Relationship[] | EntryProblem> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const relationships: Relationship[] = [];
  const problem = await readXml(entries.read(`${folder}_rels/${source.slice(folder.length)}.rels`), {
    root: 'Relationships',
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return;
      relationships.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolveTarget(folder, target) });
    },
  });
  return problem ?? relationships;
}

/** Resolves the target of a relationship, which is relative to the folder of its source, to the name of a zip entry. */
function resolveTarget(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Reads the content type of a file of the workbook; an empty string if none is declared for its name. */
async function readContentType(
  entries: ZipEntries,
  entry: string,
): Promise<{ readonly value: string; readonly problem: EntryProblem | undefined }> {
  let [value, defaultValue] = ['', ''];
  const problem = await readXml(entries.read('[Content_Types].xml'), {
    root: 'Types',
    open: (name, { PartName: part = '', Extension: extension = '', ContentType: contentType = '' }) => {
      if (name === 'Override' && part.toLowerCase() === `/${entry.toLowerCase()}`) value = contentType;
      if (name === 'Default' && entry.toLowerCase().endsWith(`.${extension.toLowerCase()}`)) defaultValue = contentType;
    },
  });
  return { value: value === '' ? defaultValue : value, problem };
}

async function readSheets(
  entries: ZipEntries,
  main: string,
  relationships: readonly Relationship[],
): Promise<Workbook | EntryProblem> {
  const sheets: Sheet[] = [];
  let countsFrom1904 = false;
  let isComplete = true;
  const problem = await readXml(entries.read(main), {
    root: 'workbook',
    open: (name, attributes) => {
      if (name === 'workbookPr') countsFrom1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const relationship = relationships.find(({ id }) => id === relationshipId(attributes));
      if (relationship === undefined) isComplete = false;
      else if (relationship.type === 'worksheet') {
        const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
        sheets.push({ name: attributes['name'] ?? '', isHidden, entry: relationship.target });
      }
    },
  });
  if (problem !== undefined) return problem;
  if (!isComplete) return 'damaged';
  const targetOf = (type: string): string | undefined => relationships.find((each) => each.type === type)?.target;
  return { entries, sheets, countsFrom1904, sharedTexts: targetOf('sharedStrings'), styles: targetOf('styles') };
}

/** The attribute `id` in the namespace of relationships. The prefix, mostly `r`, tells it from `sheetId`. */
function relationshipId(attributes: Attributes): string | undefined {
  const name = Object.keys(attributes).find((each) => each.endsWith(':id'));
  return name === undefined ? undefined : attributes[name];
}

/** Whether an attribute is true (xsd:boolean). */
export function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
