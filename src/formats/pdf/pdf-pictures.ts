import type { PdfObject } from 'pdfkit';
import type { PagedLetter, PlacedPicture } from '../../model/page.ts';
import type { Picture, PixelStream, PreparedPicture, PreparedPictures } from '../../model/picture.ts';
import { formatPdfNumber } from './pdf-content.ts';
import type { LetterDocument } from './pdf-document.ts';

/** The pictures of a letter, each with its name in the resources of pages. A picture on several pages has one name. */
export type NamedPictures = ReadonlyMap<Picture, string>;

/** Returns the pictures of a letter, in the order of their first places. */
export function namePictures({ pages }: PagedLetter): NamedPictures {
  const names = new Map<Picture, string>();
  for (const { pictures } of pages) {
    for (const { picture } of pictures) if (!names.has(picture)) names.set(picture, `Picture${names.size + 1}`);
  }
  return names;
}

/**
 * Returns the operators that draw the pictures of a page, each in marked content of the structure or of an artifact.
 * `sheetHeight` is in points.
 */
export function pictureOperators(
  pictures: readonly PlacedPicture[],
  names: NamedPictures,
  sheetHeight: number,
): string {
  return pictures
    .map(({ picture, area, contentId }) => {
      const content = contentId === 'artifact' ? '/Artifact<</Type/Layout>>BDC' : `/Figure<</MCID ${contentId}>>BDC`;
      const { x, y, width, height } = area;
      const [a, d, e, f] = [width, height, x, sheetHeight - y - height].map(formatPdfNumber);
      return `${content}\nq\n${a} 0 0 ${d} ${e} ${f} cm\n/${names.get(picture)} Do\nQ\nEMC\n`;
    })
    .join('');
}

/** A picture that is embedded in a document. */
export interface EmbeddedPicture {
  readonly object: PdfObject;
  /** Whether what is below the picture shows through it. */
  readonly isTransparent: boolean;
}

/** Embeds the pictures of a letter in its document, and returns them by their names. */
export function embedPictures(
  names: NamedPictures,
  prepared: PreparedPictures,
  document: LetterDocument,
): ReadonlyMap<string, EmbeddedPicture> {
  return new Map(
    Array.from(names, ([picture, name]) => {
      const pixels = prepared.get(picture);
      if (pixels === undefined) throw new Error(`the picture ${picture.file} was to be written before it was prepared`);
      return [name, embedPicture(pixels, document)];
    }),
  );
}

/** Adds the image XObject of a picture (ISO 32000-1, 8.9.5), and before it that of its alpha channel. */
function embedPicture({ colour, alpha }: PreparedPicture, document: LetterDocument): EmbeddedPicture {
  const mask = alpha === undefined ? {} : { SMask: addImage(alpha, {}, document) };
  return { object: addImage(colour, mask, document), isTransparent: alpha !== undefined };
}

function addImage(stream: PixelStream, entries: object, document: LetterDocument): PdfObject {
  const { width, height, bitsPerSample, bytes } = stream;
  const object = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: colourSpaceOf(stream),
    BitsPerComponent: bitsPerSample,
    ...filterOf(stream),
    ...entries,
  });
  object.end(bytes);
  return object;
}

/** Returns the colour space. The output intent of the document says that colours are those of sRGB. */
function colourSpaceOf({ colours }: PixelStream): unknown {
  if (colours === 'grey') return 'DeviceGray';
  if (colours === 'rgb') return 'DeviceRGB';
  return ['Indexed', 'DeviceRGB', colours.palette.length / 3 - 1, Buffer.from(colours.palette)];
}

/** The predictor that says that each row names its filter of PNG (ISO 32000-1, 7.4.4.4). */
const PNG_PREDICTOR = 15;

function filterOf({ coding, colours, bitsPerSample, width }: PixelStream): object {
  if (coding === 'jpeg') return { Filter: 'DCTDecode' };
  const parameters = {
    Predictor: PNG_PREDICTOR,
    Colors: colours === 'rgb' ? 3 : 1,
    BitsPerComponent: bitsPerSample,
    Columns: width,
  };
  return { Filter: 'FlateDecode', DecodeParms: parameters };
}

/**
 * The transparency group of a page with a transparent picture (ISO 32000-1, 11.6.6): its colours are mixed in sRGB.
 * Without it, readers choose a colour space, in which the text of the page would have other colours.
 */
export const TRANSPARENCY_GROUP = { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' } as const;
