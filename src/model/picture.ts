/** The kinds of picture files that letters can print. */
export type PictureKind = 'png' | 'jpeg';

/** A picture file of a letter, which has been read and checked. Equal files are one object in a run. */
export interface Picture {
  /** The path of the file in the letter's folder, with `/`: `map.png`. */
  readonly file: string;
  readonly kind: PictureKind;
  /** The size in pixels. */
  readonly width: number;
  readonly height: number;
  /** The resolution that the file states, or 96 if it states none. */
  readonly dotsPerInch: number;
  /** The bytes of the file. */
  readonly bytes: Uint8Array;
  /** The SHA-256 hash of the bytes, in hexadecimal. */
  readonly hash: string;
}

/** A picture at its size in a letter. Lengths are in points. */
export interface Figure {
  readonly picture: Picture;
  /** What describes the picture to a reader who does not see it; undefined if the picture is decorative. */
  readonly alternative: string | undefined;
  readonly width: number;
  readonly height: number;
}

/**
 * The pixels of a picture as streams. `alpha`: the opacity of each pixel, a picture of one channel; undefined if all
 * pixels are opaque.
 */
export interface PicturePixels {
  readonly colour: PixelStream;
  readonly alpha: PixelStream | undefined;
}

/** A picture in the forms in which page formats contain it, which are made once in a run. None has its metadata. */
export interface PreparedPicture extends PicturePixels {
  /** Returns the picture as a file of its kind, stripped of its metadata. */
  readonly strippedFile: () => Uint8Array;
}

/** The pixels of a picture, compressed. */
export interface PixelStream {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  /** The colour model of the pixels. A pixel of a palette is an index into it: red, green and blue, a byte each. */
  readonly colours: 'grey' | 'rgb' | { readonly palette: Uint8Array };
  /** `png`: rows that each begin with a filter of PNG, in zlib format; `jpeg`: a JPEG file. */
  readonly coding: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
}

/** The prepared pictures of a run. */
export type PreparedPictures = ReadonlyMap<Picture, PreparedPicture>;

/** No pictures, for runs whose letters or formats have none. */
export const NO_PICTURES: PreparedPictures = new Map();
