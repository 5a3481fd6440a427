import { say, type Message } from '../model/message.ts';
import type { PictureKind } from '../model/picture.ts';
import { passCheck, refusePicture, type Checked } from './refusal.ts';

/** The endings of names of each kind, in small letters. */
const ENDINGS: Readonly<Record<PictureKind, readonly string[]>> = { png: ['.png'], jpeg: ['.jpg', '.jpeg'] };
const NAMES: Readonly<Record<PictureKind, string>> = { png: 'PNG', jpeg: 'JPEG' };

/** A kind of file that is no picture that letters can print: how to recognise it, and its name with an article. */
interface OtherKind {
  readonly beginning: RegExp;
  readonly name: string;
  readonly hint?: Message;
}

const HINT = say`save it as PNG, or as baseline JPEG, in sRGB or in grey`;

/** The first bytes of other files, as characters of one byte each. The first pattern that matches applies. */
const OTHER_KINDS: readonly OtherKind[] = [
  {
    beginning: /^(?:\u{EF}\u{BB}\u{BF})?\s*<(?:!doctype )?html/iu,
    name: 'a web page and not the picture',
    hint: say`open its address in a browser and save the picture itself`,
  },
  {
    beginning: /^(?:\u{EF}\u{BB}\u{BF})?\s*<(?:[?!][^]*<)?svg[\s>]/iu,
    name: 'an SVG file',
    hint: say`export it as PNG, at the size at which it is printed and with 300 dots per inch`,
  },
  { beginning: /^GIF8/, name: 'a GIF file' },
  { beginning: /^RIFF[^]{4}WEBP/, name: 'a WebP file' },
  { beginning: /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/, name: 'a TIFF file' },
  { beginning: /^BM/, name: 'a BMP file' },
  { beginning: /^[^]{4}ftypavi[fs]/, name: 'an AVIF file' },
  { beginning: /^[^]{4}ftyp/, name: 'a HEIC file or a film' },
  { beginning: /^\0{3}[^]jP {2}/, name: 'a JPEG 2000 file' },
  { beginning: /^(?:\0{3}[^]JXL |\u00FF\n)/, name: 'a JPEG XL file' },
  { beginning: /^8BPS/, name: 'a Photoshop file' },
  { beginning: /^%PDF-/, name: 'a PDF file' },
  { beginning: /^%!PS/, name: 'a PostScript file' },
  {
    beginning: /^version https:\/\/git-lfs\.github\.com\//,
    name: 'a pointer of Git LFS and not the picture',
    hint: say`fetch the pictures of the repository with ‘git lfs pull’`,
  },
];

/** As many first bytes as the patterns need. */
const BEGINNING_LENGTH = 1024;

/** Returns the kind of a picture file by its first bytes, which its name has to agree with. */
export function checkKind(file: string, bytes: Uint8Array): Checked<PictureKind> {
  if (bytes.length === 0) return refusePicture(say`${file} is empty`, HINT);
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING_LENGTH)).toString('latin1');
  const kind = kindByBytes(beginning);
  if (kind === undefined) {
    const other = OTHER_KINDS.find((each) => each.beginning.test(beginning));
    return other === undefined
      ? refusePicture(say`${file} is no picture that letters can print: it is neither PNG nor JPEG`, HINT)
      : refusePicture(say`${file} is ${[other.name]}`, other.hint ?? HINT);
  }
  const name = file.toLowerCase();
  if (ENDINGS[kind].some((ending) => name.endsWith(ending))) return passCheck(kind);
  return refusePicture(
    say`${file} is a ${[NAMES[kind]]} file, which its name does not say`,
    say`end its name in ${[ENDINGS[kind].join(' or ')]}`,
  );
}

function kindByBytes(beginning: string): PictureKind | undefined {
  if (beginning.startsWith('\u0089PNG\r\n\u001A\n')) return 'png';
  return beginning.startsWith('\u00FF\u00D8\u00FF') ? 'jpeg' : undefined;
}
