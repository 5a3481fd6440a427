/** The maximum length of the name of an attachment in UTF-8, which leaves room for a folder and for "(1)". */
const MAX_BYTES = 120;

/** Matches what Windows allows in no name of a file, and characters without a place in one. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]+/gu;

/** Matches a name that Windows keeps for a device, alone or before a full stop. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.|$)/iu;

/** The parts of the name of an attachment. */
export interface AttachmentWords {
  /** The day of the letter. */
  readonly day: string;
  /** What the letter is about. It is shortened if the name would be too long. */
  readonly title: string;
  /** To whom the letter is. */
  readonly addressee: string;
  /** With its full stop. */
  readonly extension: string;
}

/**
 * Returns the name of the attached letter: `2025-12-01 Open letter – Belgium.pdf`. It is a valid name on every file
 * system, at most 120 bytes long.
 */
export function attachmentName({ day, title, addressee, extension }: AttachmentWords): string {
  const end = clean(addressee);
  const fixed = (words: string): string => `${day} ${words}`;
  const room = MAX_BYTES - Buffer.byteLength(fixed(extension));
  const shortEnd = shorten(end, Math.floor(room / 2));
  const separator = shortEnd === '' ? '' : ' – ';
  const shortTitle = shorten(clean(title), room - Buffer.byteLength(`${separator}${shortEnd}`));
  return withExtension(fixed(`${shortTitle}${separator}${shortEnd}`), extension);
}

/**
 * Returns a name in ASCII: letters without their marks, and `fallback` if so few are left that the name would say nothing,
 * as of one in Arabic. `extension`: how the name ends, in ASCII.
 */
export function asciiName(name: string, fallback: string, extension: string): string {
  const written = name.slice(0, name.length - extension.length);
  const stem = asciiOf(written);
  const letterCount = written.match(/\p{L}/gu)?.length ?? 0;
  const lostLetters = letterCount - (stem.match(/[a-z]/giu)?.length ?? 0);
  const isTelling = stem !== '' && (lostLetters <= 0 || lostLetters * 2 < letterCount);
  return withExtension(isTelling ? stem : asciiOf(fallback), extension);
}

/** Letters that have no composed form in Unicode, as they are written without their marks. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  Æ: 'AE',
  æ: 'ae',
  Ø: 'O',
  ø: 'o',
  Œ: 'OE',
  œ: 'oe',
  Đ: 'D',
  đ: 'd',
  Ł: 'L',
  ł: 'l',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '…': '...',
};

function asciiOf(text: string): string {
  const plain = text
    .replaceAll(/[^\p{ASCII}]/gu, (character) => PLAIN_LETTERS[character] ?? character)
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7E]+/gu, '');
  return shorten(clean(plain).replaceAll(/[%;']/gu, ''), MAX_BYTES - 8).replace('…', '');
}

/** Removes what no name may have, and white space and full stops at the ends. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/ {2,}/gu, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '');
}

function withExtension(stem: string, extension: string): string {
  const words = stem.replace(/[\s.]+$/u, '');
  if (words === '') return `letter${extension}`;
  return `${DEVICE.test(words) ? `_${words}` : words}${extension}`;
}

/** Shortens a text to a number of bytes in UTF-8: at the end of a word, unless the first word is longer. */
function shorten(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  let kept = '';
  let room = maxBytes - Buffer.byteLength('…');
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    room -= Buffer.byteLength(segment);
    if (room < 0) break;
    kept += segment;
  }
  const lastSpace = kept.lastIndexOf(' ');
  const words = (lastSpace > kept.length / 2 ? kept.slice(0, lastSpace) : kept).replace(/[\s\p{P}]+$/u, '');
  return words === '' ? '' : `${words}…`;
}
