import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import type { PixelStream, PreparedPicture } from '../../../src/model/picture.ts';
import { unfilterRows } from '../../../src/pictures/png-rows.ts';
import { preparePictures } from '../../../src/pictures/prepare-pictures.ts';
import { encodeJpeg, jfifSegment } from '../../support/encode-jpeg.ts';
import { encodePng, pngChunk, type PngContent } from '../../support/encode-png.ts';
import { checkedPicture } from '../../support/pictures.ts';

function prepare(file: string, bytes: Uint8Array): PreparedPicture {
  const picture = checkedPicture(file, bytes);
  const { prepared, refusals } = preparePictures([picture]);
  const refusal = refusals.get(picture);
  const result = prepared.get(picture);
  if (refusal !== undefined || result === undefined) throw new Error(plainMessage(refusal?.reason ?? []));
  return result;
}

/** The bytes of the rows of a stream, without filters. */
function rowsOf({ width, bitsPerSample, colours, bytes }: PixelStream): readonly (readonly number[])[] {
  const bits = (colours === 'rgb' ? 3 : 1) * bitsPerSample;
  const rowLength = Math.ceil((width * bits) / 8);
  const rows = Uint8Array.from(inflateSync(bytes));
  unfilterRows(rows, rowLength, Math.max(1, bits >> 3));
  return Array.from({ length: rows.length / (rowLength + 1) }, (_, y) => [
    ...rows.subarray(y * (rowLength + 1) + 1, (y + 1) * (rowLength + 1)),
  ]);
}

const ALL_FILTERS: Pick<PngContent, 'width' | 'height' | 'filter'> = { width: 7, height: 11, filter: (y) => y % 5 };

test('a PNG file without metadata has the same pixels and transparency', () => {
  const content: PngContent = { colourType: 3, dataChunks: 2, pixel: (x) => [x % 2] };
  const colours = [
    ['PLTE', [0, 0, 0, 255, 255, 255]],
    ['tRNS', [0, 255]],
  ] as const;
  const metadata = [
    ['eXIf', Buffer.from('MM\0*\0\0\0\u0008\0\0\0\0\0\0')],
    ['tEXt', Buffer.from('Author\0a name')],
    ['sRGB', [0]],
  ] as const;
  const { strippedFile } = prepare('map.png', encodePng({ ...content, chunks: [...metadata, ...colours] }));
  expect(Buffer.from(strippedFile())).toEqual(Buffer.from(encodePng({ ...content, chunks: colours })));
});

describe('the pixels of a PNG file', () => {
  test.each([0, 1, 2, 3, 4])('are restored from rows with filter %i', (filter) => {
    const pixel = (x: number, y: number): readonly number[] => [x * 40, y * 20, (x * y * 7) % 256];
    const { colour, alpha } = prepare('map.png', encodePng({ width: 6, height: 9, pixel, filter: () => filter }));
    expect(rowsOf(colour)).toEqual(
      Array.from({ length: 9 }, (_, y) => Array.from({ length: 6 }, (__, x) => pixel(x, y)).flat()),
    );
    expect(alpha).toBeUndefined();
  });

  test('without alpha are those of the file, in however many chunks they are', () => {
    const bytes = encodePng({ ...ALL_FILTERS, dataChunks: 3 });
    const { colour } = prepare('map.png', bytes);
    expect(colour).toMatchObject({ width: 7, height: 11, bitsPerSample: 8, colours: 'rgb', coding: 'png' });
    expect(rowsOf(colour)).toEqual(rowsOf(prepare('map.png', encodePng(ALL_FILTERS)).colour));
  });

  test.each([
    { colourType: 4, bitDepth: 8, opaque: 255 },
    { colourType: 6, bitDepth: 8, opaque: 255 },
    { colourType: 4, bitDepth: 16, opaque: 65_535 },
    { colourType: 6, bitDepth: 16, opaque: 65_535 },
  ])(
    'of colour type $colourType with $bitDepth bits are divided into colour and alpha',
    ({ colourType, bitDepth, opaque }) => {
      const colourAt = (x: number, y: number): readonly number[] =>
        [x * 9, y * 8, x + y]
          .slice(0, colourType === 6 ? 3 : 1)
          .map((value) => (bitDepth === 16 ? value * 257 : value));
      const alphaAt = (x: number, y: number): number => ((x + y) % 3 === 0 ? opaque : x * y);
      const content = { ...ALL_FILTERS, colourType, bitDepth };
      const { colour, alpha } = prepare(
        'map.png',
        encodePng({ ...content, pixel: (x, y) => [...colourAt(x, y), alphaAt(x, y)] }),
      );
      const expectedColour = prepare('map.png', encodePng({ ...content, colourType: colourType - 4, pixel: colourAt }));
      const expectedAlpha = prepare(
        'map.png',
        encodePng({ ...content, colourType: 0, pixel: (x, y) => [alphaAt(x, y)] }),
      );
      expect(rowsOf(colour)).toEqual(rowsOf(expectedColour.colour));
      expect(alpha).toMatchObject({ width: 7, height: 11, bitsPerSample: bitDepth, colours: 'grey' });
      expect(alpha && rowsOf(alpha)).toEqual(rowsOf(expectedAlpha.colour));

      const whole = prepare('map.png', encodePng({ ...content, pixel: (x, y) => [...colourAt(x, y), opaque] }));
      expect(whole.alpha).toBeUndefined();
      expect(rowsOf(whole.colour)).toEqual(rowsOf(expectedColour.colour));
    },
  );

  test.each([1, 2, 4, 8])('of a palette with %i bits have the alpha of their colours', (bitDepth) => {
    const chunks = [['PLTE', [255, 0, 0, 0, 255, 0]] as const, ['tRNS', [7]] as const];
    const pixel = (x: number, y: number): readonly number[] => [(x + y) % 2];
    const { colour, alpha } = prepare('map.png', encodePng({ ...ALL_FILTERS, colourType: 3, bitDepth, chunks, pixel }));
    expect(colour.colours).toEqual({ palette: Uint8Array.from([255, 0, 0, 0, 255, 0]) });
    expect(alpha && rowsOf(alpha)).toEqual(
      Array.from({ length: 11 }, (_, y) => Array.from({ length: 7 }, (__, x) => ((x + y) % 2 === 0 ? 7 : 255))),
    );
  });

  test.each([
    { colourType: 0, bitDepth: 1, key: [0, 1] },
    { colourType: 0, bitDepth: 4, key: [0, 1] },
    { colourType: 0, bitDepth: 8, key: [0, 1] },
    { colourType: 0, bitDepth: 16, key: [0, 1] },
    { colourType: 2, bitDepth: 8, key: [0, 1, 0, 1, 0, 1] },
    { colourType: 2, bitDepth: 16, key: [0, 1, 0, 1, 0, 1] },
  ])(
    'of colour type $colourType with $bitDepth bits are transparent where they have the transparent colour',
    (content) => {
      const { key, ...format } = content;
      const pixel = (x: number, y: number): readonly number[] => {
        const samples = [(x + y) % 2, 1, 1];
        return format.colourType === 2 ? samples : samples.slice(0, 1);
      };
      const { alpha } = prepare('map.png', encodePng({ ...ALL_FILTERS, ...format, chunks: [['tRNS', key]], pixel }));
      expect(alpha && rowsOf(alpha)).toEqual(
        Array.from({ length: 11 }, (_, y) => Array.from({ length: 7 }, (__, x) => ((x + y) % 2 === 1 ? 0 : 255))),
      );
    },
  );

  test.each([
    ['rows are missing', encodePng({ chunks: [], height: 3 }), 3],
    ['there are more rows than the file states', encodePng({ height: 5 }), 5],
  ])('are refused if %s', (_, bytes, height) => {
    expect(() => prepare('map.png', withHeight(bytes, 4))).toThrow('map.png is damaged: its pixels cannot be read');
    expect(prepare('map.png', withHeight(bytes, height)).colour.height).toBe(height);
  });

  test('are refused if a row has an unknown filter', () => {
    expect(() => prepare('map.png', encodePng({ filter: () => 5 }))).toThrow('map.png is damaged: its pixels');
  });

  test('are refused if the palette lacks a colour', () => {
    const content = { colourType: 3, bitDepth: 4, chunks: [['PLTE', [0, 0, 0]]] } as const;
    expect(() => prepare('map.png', encodePng(content))).toThrow('it uses a colour that its palette lacks');
    expect(prepare('map.png', encodePng({ ...content, pixel: () => [0] })).alpha).toBeUndefined();
  });
});

/** A PNG file that states another height. */
function withHeight(bytes: Uint8Array, height: number): Uint8Array {
  const header = Buffer.from(bytes.subarray(16, 29));
  header.writeUInt32BE(height, 4);
  return Buffer.concat([bytes.subarray(0, 8), pngChunk('IHDR', header), bytes.subarray(33)]);
}

describe('a JPEG file', () => {
  test.each([
    {},
    { components: 1 },
    { sampling: 2 },
    { restartInterval: 1 },
    { sampling: 2, restartInterval: 2, width: 400, height: 90 },
  ])('is whole: %j', (content) => {
    const { colour, alpha } = prepare('map.jpg', encodeJpeg(content));
    expect(colour).toMatchObject({ coding: 'jpeg', colours: content.components === 1 ? 'grey' : 'rgb' });
    expect(alpha).toBeUndefined();
    expect([...colour.bytes.subarray(0, 2), ...colour.bytes.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
  });

  test('loses its metadata, and states what its components are', () => {
    const segments = [jfifSegment(300), [0xfe, Buffer.from('by a name')], [0xe1, Buffer.from('Exif\0\0GPS')]] as const;
    const text = Buffer.from(prepare('map.jpg', encodeJpeg({ segments })).colour.bytes).toString('latin1');
    expect(text).not.toMatch(/by a name|Exif|GPS|JFIF/);
    expect(text).toContain('Adobe\0d\0\0\0\0\u0001');
    const rgb = [[0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]]] as const;
    const asRgb = Buffer.from(prepare('map.jpg', encodeJpeg({ segments: rgb })).colour.bytes).toString('latin1');
    expect(asRgb).toContain('Adobe\0d\0\0\0\0\0');
  });

  test('is also a file without metadata', () => {
    const { colour, strippedFile } = prepare('map.jpg', encodeJpeg({ segments: [[0xfe, Buffer.from('by a name')]] }));
    expect(strippedFile()).toBe(colour.bytes);
  });

  const JPEG = encodeJpeg({ width: 64, height: 64 });
  const scanStart = JPEG.lastIndexOf(0xda) + 13;
  const firstValues = Buffer.from(JPEG).indexOf(Buffer.from([0xff, 0xc4])) + 21;
  test.each([
    ['was cut off and closed again', Buffer.concat([JPEG.subarray(0, scanStart + 20), Buffer.from([0xff, 0xd9])])],
    // libjpeg accepts no such table, even if no pixel uses the value.
    ['has a table with a category of 16 bits', Buffer.from(JPEG).fill(16, firstValues + 11, firstValues + 12)],
    ['goes on after its last pixel', Buffer.concat([JPEG.subarray(0, -2), Buffer.from([1, 2, 3, 0xff, 0xd9])])],
    [
      'has a code word that is none',
      Buffer.concat([JPEG.subarray(0, scanStart), Buffer.alloc(60, 0xfe), Buffer.from([0xff, 0xd9])]),
    ],
  ])('that %s is refused', (_, bytes) => {
    expect(() => prepare('map.jpg', bytes)).toThrow(
      'map.jpg is damaged: its pixels cannot be read, or some are missing',
    );
  });
});
