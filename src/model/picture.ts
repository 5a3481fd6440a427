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
}

/** The pictures that a letter's settings and texts name, by their path in the letter's folder. */
export type Pictures = ReadonlyMap<string, Picture>;

/** A picture at its size in a letter. Lengths are in points. */
export interface Figure {
  readonly picture: Picture;
  /** What describes the picture to a reader who does not see it; undefined if the picture is decorative. */
  readonly alternative: string | undefined;
  readonly width: number;
  readonly height: number;
}
