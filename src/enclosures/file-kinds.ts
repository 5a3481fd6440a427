/** How the content of a kind of file is checked. */
export type ContentCheck = 'pdf' | 'text' | 'image' | 'old-office' | 'open-xml' | 'open-document';

/** A kind of file that letters enclose: what its name ends in, what it is called, and how its content is checked. */
export interface FileKind {
  readonly endings: readonly string[];
  /** What it is called, with its article. */
  readonly name: string;
  /** Its media type (RFC 6838). */
  readonly mediaType: string;
  readonly check: ContentCheck;
  /** Of an image, how its bytes may begin, a character for each byte. */
  readonly beginnings?: readonly string[];
  /** Of a file of Office, the folder that its ZIP archive has. */
  readonly folder?: string;
}

/** How files begin, a character for each byte. */
const PNG = '\u0089PNG\r\n\u001A\n';
const JPEG = '\u00FF\u00D8\u00FF';
const GIF = 'GIF8';
const TIFF = ['II*\0', 'MM\0*'];
const ZIP = 'PK\u0003\u0004';
/** Of a compound file (MS-CFB), which older versions of Office and files with a password are. */
export const COMPOUND_FILE = '\u00D0\u00CF\u0011\u00E0';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** The kinds of files whose content is checked. */
const KINDS: readonly FileKind[] = [
  { endings: ['pdf'], name: 'a PDF', mediaType: 'application/pdf', check: 'pdf' },
  {
    endings: ['docx'],
    name: 'a Word document',
    mediaType: `${OPEN_XML}.wordprocessingml.document`,
    check: 'open-xml',
    folder: 'word/',
  },
  {
    endings: ['xlsx'],
    name: 'an Excel workbook',
    mediaType: `${OPEN_XML}.spreadsheetml.sheet`,
    check: 'open-xml',
    folder: 'xl/',
  },
  {
    endings: ['pptx'],
    name: 'a PowerPoint presentation',
    mediaType: `${OPEN_XML}.presentationml.presentation`,
    check: 'open-xml',
    folder: 'ppt/',
  },
  { endings: ['odt'], name: 'an OpenDocument text', mediaType: `${OPEN_DOCUMENT}.text`, check: 'open-document' },
  {
    endings: ['ods'],
    name: 'an OpenDocument sheet',
    mediaType: `${OPEN_DOCUMENT}.spreadsheet`,
    check: 'open-document',
  },
  {
    endings: ['odp'],
    name: 'an OpenDocument presentation',
    mediaType: `${OPEN_DOCUMENT}.presentation`,
    check: 'open-document',
  },
  { endings: ['doc'], name: 'a document of an older Word', mediaType: 'application/msword', check: 'old-office' },
  {
    endings: ['xls'],
    name: 'a workbook of an older Excel',
    mediaType: 'application/vnd.ms-excel',
    check: 'old-office',
  },
  {
    endings: ['ppt'],
    name: 'a presentation of an older PowerPoint',
    mediaType: 'application/vnd.ms-powerpoint',
    check: 'old-office',
  },
  { endings: ['png'], name: 'a PNG image', mediaType: 'image/png', check: 'image', beginnings: [PNG] },
  {
    endings: ['jpg', 'jpeg'],
    name: 'a JPEG image',
    mediaType: 'image/jpeg',
    check: 'image',
    beginnings: [JPEG],
  },
  { endings: ['gif'], name: 'a GIF image', mediaType: 'image/gif', check: 'image', beginnings: [GIF] },
  {
    endings: ['tif', 'tiff'],
    name: 'a TIFF image',
    mediaType: 'image/tiff',
    check: 'image',
    beginnings: TIFF,
  },
  { endings: ['csv'], name: 'a table (CSV)', mediaType: 'text/csv', check: 'text' },
  { endings: ['txt'], name: 'a text', mediaType: 'text/plain', check: 'text' },
  { endings: ['md'], name: 'a Markdown text', mediaType: 'text/markdown', check: 'text' },
  { endings: ['ics'], name: 'a calendar entry', mediaType: 'text/calendar', check: 'text' },
];

/** The media type of a file of another kind (RFC 2046, 4.5.1). */
export const OTHER_MEDIA_TYPE = 'application/octet-stream';

/**
 * The endings of names of programs, of documents and archives that contain some, and of shortcuts that start one. The
 * large mail services refuse them.
 */
const PROGRAM_ENDINGS: ReadonlySet<string> = new Set(
  (
    'ade adp apk app application appx appxbundle bat bin cab chm cmd com cpl deb diagcab dll dmg docm dotm exe gadget hta ' +
    'img inf ins iso isp jar jnlp js jse lnk mde mjs msc msh msi msix msixbundle msp mst ocx pif pkg potm ppam ppsm pptm ' +
    'ps1 psm1 py reg rpm run scf scr sct settingcontent-ms sh shb sldm sys url vb vbe vbs vhd vhdx vxd ws wsc wsf wsh ' +
    'xlam xll xlsb xlsm xltm'
  ).split(' '),
);

/** Returns the kind of a file by the ending of its name; undefined for a kind whose content is not checked. */
export function kindByName(name: string): FileKind | undefined {
  const ending = endingOf(name);
  return KINDS.find(({ endings }) => endings.includes(ending));
}

/** Whether a file is a program by the ending of its name, or by the first bytes of it. */
export function isProgram(name: string, beginning: string): boolean {
  return PROGRAM_ENDINGS.has(endingOf(name)) || PROGRAM_BEGINNING.test(beginning);
}

/** The first bytes of programs: of Windows, Linux, macOS (Mach-O in both orders), Java, and of scripts. */
const PROGRAM_BEGINNING =
  /^(?:MZ[^]{58}|\u007FELF|\u00FE\u00ED\u00FA[\u00CE\u00CF]|[\u00CE\u00CF]\u00FA\u00ED\u00FE|\u00CA\u00FE\u00BA\u00BE|#!\s*\/)/u;

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** What a file is by its first bytes, a character for each byte. The first that matches applies. */
const BEGINNINGS: readonly (readonly [beginning: RegExp | string, name: string])[] = [
  [/^version https:\/\/git-lfs\.github\.com\//u, 'a pointer of Git LFS; ‘git lfs pull’ fetches the file itself'],
  [/^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype )?html/iu, 'a web page'],
  ['%PDF-', 'a PDF'],
  [PNG, 'a PNG image'],
  [JPEG, 'a JPEG image'],
  [GIF, 'a GIF image'],
  ...TIFF.map((beginning) => [beginning, 'a TIFF image'] as const),
  [ZIP, 'a ZIP archive, as Office files are'],
  [COMPOUND_FILE, 'a file of an older Office, or one with a password'],
  ['{\\rtf', 'an RTF document'],
];

/** Returns what a file is by its first bytes, with an article; undefined if that is not known. */
export function nameByBeginning(beginning: string): string | undefined {
  return BEGINNINGS.find(([start]) =>
    typeof start === 'string' ? beginning.startsWith(start) : start.test(beginning),
  )?.[1];
}
