/** The colour types of PNG (third edition, 11.2.1): what the samples of a pixel are. */
export type ColourType = 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgb-alpha';

/** A PNG file whose chunks are sound. Its pixels are not inflated yet. */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  /** The bits of a sample, or of an index into the palette. */
  readonly bitDepth: number;
  readonly colourType: ColourType;
  /** Red, green and blue of each colour, one byte each; empty without a palette. */
  readonly palette: Uint8Array;
  /** The chunk `tRNS`: the alpha of the first colours of the palette, or the one colour that is transparent. */
  readonly transparency: Uint8Array | undefined;
  /** The pixels, deflated, in parts. */
  readonly data: readonly Uint8Array[];
  /** Undefined if the file states none. */
  readonly dotsPerInch: number | undefined;
}
