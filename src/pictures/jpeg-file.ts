import type { JpegSegment } from './jpeg-segments.ts';

/** A baseline JPEG file whose markers are sound. */
export interface JpegFile {
  readonly width: number;
  readonly height: number;
  readonly components: readonly JpegComponent[];
  /** What the components are: greys, a luminance and two chrominances, or red, green and blue. */
  readonly colours: 'grey' | 'ycbcr' | 'rgb';
  /** The segments that a reader needs to show the picture: tables, frame and scans, in order. */
  readonly segments: readonly JpegSegment[];
  /** Undefined if the file states none. */
  readonly dotsPerInch: number | undefined;
}

/** A component of the frame, such as the luminance (T.81, B.2.2). */
export interface JpegComponent {
  readonly id: number;
  /** The number of its samples, in each direction, for one unit of all components. */
  readonly horizontalSampling: number;
  readonly verticalSampling: number;
  /** The number of its quantisation table. */
  readonly quantisation: number;
}
