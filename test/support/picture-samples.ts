import type { Picture } from '../../src/model/picture.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { encodePng, type PngContent } from './encode-png.ts';
import { checkedPicture } from './pictures.ts';

/** A picture of one colour, and how it looks in print. */
export interface PictureSample {
  readonly name: string;
  readonly picture: Picture;
  /** Red, green and blue of the middle of the picture on white paper, each from 0 to 255. */
  readonly printed: readonly [number, number, number];
}

/** The size of the samples in pixels, which are wide enough for a middle without edges. */
const SIZE = { width: 30, height: 24 };

const RED = [200, 40, 20];
const GREY = [120];
const HALF = 128;

const of16 = (samples: readonly number[]): readonly number[] => samples.map((sample) => sample * 257);

const png = (name: string, content: PngContent, printed: PictureSample['printed']): PictureSample => ({
  name,
  picture: checkedPicture(`${name.replaceAll(' ', '-')}.png`, encodePng({ ...SIZE, filter: (y) => y % 5, ...content })),
  printed,
});

const palette = ['PLTE', [0, 0, 0, ...RED]] as const;
const mixed = (value: number): number => Math.round((value * HALF + 255 * (255 - HALF)) / 255);
const [RED_PRINTED, GREY_PRINTED] = [
  [200, 40, 20],
  [120, 120, 120],
] as const;
const [RED_MIXED, GREY_MIXED] = [
  [mixed(200), mixed(40), mixed(20)],
  [mixed(120), mixed(120), mixed(120)],
] as const;

/** A picture of each kind that letters can print. */
export const PICTURE_SAMPLES: readonly PictureSample[] = [
  png('grey of 1 bit', { colourType: 0, bitDepth: 1, pixel: () => [0] }, [0, 0, 0]),
  png('grey of 2 bits', { colourType: 0, bitDepth: 2, pixel: () => [1] }, [85, 85, 85]),
  png('grey of 4 bits', { colourType: 0, bitDepth: 4, pixel: () => [8] }, [136, 136, 136]),
  png('grey of 8 bits', { colourType: 0, pixel: () => GREY }, GREY_PRINTED),
  png('grey of 16 bits', { colourType: 0, bitDepth: 16, pixel: () => of16(GREY) }, GREY_PRINTED),
  png('colours of 8 bits', { pixel: () => RED }, RED_PRINTED),
  png('colours of 16 bits', { bitDepth: 16, pixel: () => of16(RED) }, RED_PRINTED),
  png('palette of 1 bit', { colourType: 3, bitDepth: 1, chunks: [palette], pixel: () => [1] }, RED_PRINTED),
  png('palette of 8 bits', { colourType: 3, chunks: [palette], pixel: () => [1] }, RED_PRINTED),
  png(
    'palette with alpha',
    { colourType: 3, bitDepth: 4, chunks: [palette, ['tRNS', [255, HALF]]], pixel: () => [1] },
    RED_MIXED,
  ),
  png('transparent colour', { chunks: [['tRNS', [0, 200, 0, 40, 0, 20]]], pixel: () => RED }, [255, 255, 255]),
  png(
    'transparent grey',
    { colourType: 0, bitDepth: 2, chunks: [['tRNS', [0, 1]]], pixel: () => [1] },
    [255, 255, 255],
  ),
  png('grey with alpha', { colourType: 4, pixel: () => [...GREY, HALF] }, GREY_MIXED),
  png('grey with alpha of 16 bits', { colourType: 4, bitDepth: 16, pixel: () => of16([...GREY, HALF]) }, GREY_MIXED),
  png('colours with alpha', { colourType: 6, pixel: () => [...RED, HALF] }, RED_MIXED),
  png('colours with alpha of 16 bits', { colourType: 6, bitDepth: 16, pixel: () => of16([...RED, HALF]) }, RED_MIXED),
  png('colours with opaque alpha', { colourType: 6, pixel: () => [...RED, 255] }, RED_PRINTED),
  {
    name: 'JPEG in grey',
    picture: checkedPicture('grey.jpg', encodeJpeg({ ...SIZE, components: 1, block: () => GREY[0] ?? 0 })),
    printed: GREY_PRINTED,
  },
  {
    // Luminance and chrominances of a red (T.871, 7).
    name: 'JPEG in colours',
    picture: checkedPicture(
      'colours.jpeg',
      encodeJpeg({ ...SIZE, sampling: 2, block: (_, __, component) => [86, 91, 209][component] ?? 0 }),
    ),
    printed: [200, 41, 20],
  },
  {
    name: 'JPEG in red, green and blue',
    picture: checkedPicture(
      'rgb.jpg',
      encodeJpeg({
        ...SIZE,
        segments: [[0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]]],
        block: (_, __, component) => RED[component] ?? 0,
      }),
    ),
    printed: RED_PRINTED,
  },
];

/** Returns a sample by its name. Throws an Error if there is none. */
export function pictureSample(name: string): Picture {
  const sample = PICTURE_SAMPLES.find((each) => each.name === name);
  if (sample === undefined) throw new Error(`there is no picture ${name}`);
  return sample.picture;
}
