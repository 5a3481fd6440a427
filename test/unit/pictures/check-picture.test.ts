import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { checkPicture } from '../../../src/pictures/check-picture.ts';
import { encodeJpeg, jfifSegment } from '../../support/encode-jpeg.ts';
import { encodePng, resolutionChunk } from '../../support/encode-png.ts';
import { iccProfile } from '../../support/icc-profile.ts';

const PNG = encodePng();
const JPEG = encodeJpeg();

/** The sentence that refuses a file, or its size and resolution if it is accepted. */
function check(file: string, bytes: Uint8Array): string {
  const checked = checkPicture(file, bytes);
  if (checked.ok) {
    const { kind, width, height, dotsPerInch } = checked.value;
    return `${kind} ${width}x${height} ${dotsPerInch}`;
  }
  expect(plainMessage(checked.refusal.hint)).not.toBe('');
  return plainMessage(checked.refusal.reason);
}

function changed(bytes: Uint8Array, change: (copy: Buffer) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

function exifSegment(
  entries: readonly (readonly [tag: number, type: number, value: number])[],
): readonly [number, Uint8Array] {
  const tiff = Buffer.alloc(10 + entries.length * 12 + 12);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(entries.length, 8);
  const fraction = tiff.length - 8;
  entries.forEach(([tag, type, value], index) => {
    tiff.writeUInt16LE(tag, 10 + index * 12);
    tiff.writeUInt16LE(type, 12 + index * 12);
    if (type === 3) return tiff.writeUInt16LE(value, 18 + index * 12);
    tiff.writeUInt32LE(fraction, 18 + index * 12);
    tiff.writeUInt32LE(value, fraction);
    return tiff.writeUInt32LE(1, fraction + 4);
  });
  return [0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff])];
}

function profileSegment(profile: Uint8Array, number = 1, count = 1): readonly [number, Uint8Array] {
  return [0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0'), Buffer.from([number, count]), profile])];
}

function profileChunk(profile: Uint8Array): readonly [string, Uint8Array] {
  return ['iCCP', Buffer.concat([Buffer.from('name\0\0'), deflateSync(profile)])];
}

const numbers = (...values: readonly number[]): Uint8Array => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
  return bytes;
};

describe('a PNG file', () => {
  test.each([
    ...[1, 2, 4, 8, 16].map((bitDepth) => ({ colourType: 0, bitDepth, chunks: [] })),
    ...[8, 16].flatMap((bitDepth) => [2, 4, 6].map((colourType) => ({ colourType, bitDepth, chunks: [] }))),
    ...[1, 2, 4, 8].map((bitDepth) => ({
      colourType: 3,
      bitDepth,
      chunks: [['PLTE', [0, 0, 0, 255, 255, 255]] as const, ['tRNS', [0]] as const],
    })),
  ])('of colour type $colourType with $bitDepth bits is accepted', (content) => {
    expect(check('map.png', encodePng(content))).toBe('png 4x3 96');
  });

  test.each([
    ['a resolution', [resolutionChunk(300)], 'png 4x3 300'],
    ['the resolution of a screen', [resolutionChunk(72)], 'png 4x3 72'],
    ['a resolution in no unit', [['pHYs', [...numbers(1, 1), 0]]], 'png 4x3 96'],
    ['a resolution of nothing', [['pHYs', [...numbers(0, 0), 1]]], 'png 4x3 96'],
    ['sRGB', [['sRGB', [0]]], 'png 4x3 96'],
    [
      'the gamma and the primaries of sRGB',
      [
        ['gAMA', numbers(45_455)],
        ['cHRM', numbers(31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6000)],
      ],
      'png 4x3 96',
    ],
    ['a profile of sRGB', [profileChunk(iccProfile('srgb'))], 'png 4x3 96'],
    ['a profile of sRGB with a gamma of 2.2', [profileChunk(iccProfile('srgb', 2.2))], 'png 4x3 96'],
    ['code points of sRGB', [['cICP', [1, 13, 0, 1]]], 'png 4x3 96'],
    [
      'a gamma beside sRGB, which wins',
      [
        ['sRGB', [0]],
        ['gAMA', numbers(100_000)],
      ],
      'png 4x3 96',
    ],
    ['a palette that only suggests colours', [['PLTE', [1, 2, 3]]], 'png 4x3 96'],
    ['a chunk that readers may skip', [['teXt', [1, 2, 3]]], 'png 4x3 96'],
  ] as const)('with %s is accepted', (_, chunks, expected) => {
    expect(check('map.png', encodePng({ chunks }))).toBe(expected);
  });

  const otherColours = 'map.png states another colour space than sRGB, in which its colours would be wrong';
  test.each([
    ['a linear gamma', [['gAMA', numbers(100_000)]], otherColours],
    [
      'other primaries',
      [['cHRM', numbers(31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6000)]],
      otherColours,
    ],
    ['a profile of Display P3', [profileChunk(iccProfile('display-p3'))], otherColours],
    ['a profile with a gamma of 1.8', [profileChunk(iccProfile('srgb', 1.8))], otherColours],
    ['code points of Display P3', [['cICP', [12, 13, 0, 1]]], otherColours],
    ['a profile that is none', [profileChunk(Buffer.from('profile'))], otherColours],
    [
      'a profile that is not deflated',
      [['iCCP', [65, 0, 0, 1, 2, 3]]],
      'map.png is damaged: its colour profile cannot be read',
    ],
    [
      'a profile that inflates to more than 4 MB',
      [profileChunk(new Uint8Array(5_000_000))],
      'map.png is damaged: its colour profile cannot be read',
    ],
    [
      'pixels that are not square',
      [resolutionChunk(204, 98)],
      'the pixels of map.png are not square: it states 204 × 98 dots per inch',
    ],
    [
      'two palettes',
      [
        ['PLTE', [1, 2, 3]],
        ['PLTE', [1, 2, 3]],
      ],
      'map.png is damaged: a part of it (PLTE) is where PNG does not allow it',
    ],
    ['half a colour in its palette', [['PLTE', [1, 2]]], 'map.png is damaged: its palette does not fit its colours'],
    [
      'a transparent colour of one byte',
      [['tRNS', [1]]],
      'map.png is damaged: its transparent colours do not fit its colours',
    ],
    [
      'an unknown critical chunk',
      [['FoXX', []]],
      'map.png is damaged: a part of it (FoXX) is where PNG does not allow it',
    ],
    ['two headers', [['IHDR', []]], 'map.png is damaged: a part of it (IHDR) is where PNG does not allow it'],
    ['animation', [['acTL', [...numbers(2, 0)]]], 'map.png is an animated PNG'],
  ] as const)('with %s is refused', (_, chunks, reason) => {
    expect(check('map.png', encodePng({ chunks }))).toBe(reason);
  });

  test.each([
    ['is interlaced', encodePng({ isInterlaced: true }), 'map.png is an interlaced PNG (Adam7)'],
    ['has no width', encodePng({ width: 0 }), 'map.png is damaged: its header has values that PNG does not allow'],
    ['has a bit depth of 3', changedHeader(8, 3), 'map.png is damaged: its header has values that PNG does not allow'],
    [
      'has too many pixels',
      changedHeader(0, 0x7f),
      'map.png has 2130706436 × 3 pixels, and a picture of a letter at most 25 million',
    ],
    [
      'has a palette of no colours',
      encodePng({ colourType: 3 }),
      'map.png is damaged: its palette does not fit its colours',
    ],
    [
      'has a palette of more colours than its bits can name',
      encodePng({ colourType: 3, bitDepth: 1, chunks: [['PLTE', new Uint8Array(9)]] }),
      'map.png is damaged: its palette does not fit its colours',
    ],
    [
      'is grey with a palette',
      encodePng({ colourType: 0, chunks: [['PLTE', [0, 0, 0]]] }),
      'map.png is damaged: its palette does not fit its colours',
    ],
    [
      'has a wrong checksum',
      changed(PNG, (copy) => copy.writeUInt8(1, copy.length - 20)),
      'map.png is damaged: the checksum of a part of it (IDAT) is wrong',
    ],
    ['ends within a chunk', PNG.subarray(0, -20), 'map.png is damaged: its end is missing'],
    ['ends after its pixels', PNG.subarray(0, -12), 'map.png is damaged: its end is missing'],
    ['ends after its first bytes', PNG.subarray(0, 8), 'map.png is damaged: its end is missing'],
    [
      'states a length of 4 GB',
      changed(PNG, (copy) => copy.writeUInt32BE(0xff_ff_ff_ff, 8)),
      'map.png is damaged: its end is missing',
    ],
    ['goes on after its end', Buffer.concat([PNG, Buffer.from('more')]), 'map.png is damaged: 4 bytes follow its end'],
  ])('that %s is refused', (_, bytes, reason) => {
    expect(check('map.png', bytes)).toBe(reason);
  });
});

/** A PNG file with one byte of its header changed, and a checksum that fits. */
function changedHeader(index: number, value: number): Uint8Array {
  const header = Buffer.from(PNG.subarray(16, 29));
  header[index] = value;
  const other = encodePng({ chunks: [['IHDR', header]] });
  // The second header, with its frame, takes the place of the first.
  return Buffer.concat([other.subarray(0, 8), other.subarray(33)]);
}

describe('a JPEG file', () => {
  test.each([
    ['in colours', {}, 'jpeg 20x12 96'],
    ['in grey', { components: 1 }, 'jpeg 20x12 96'],
    ['with fewer chrominances', { sampling: 2 }, 'jpeg 20x12 96'],
    ['with restart markers', { restartInterval: 2 }, 'jpeg 20x12 96'],
    ['with a resolution', { segments: [jfifSegment(300)] }, 'jpeg 20x12 300'],
    [
      'with a resolution of its camera',
      {
        segments: [
          exifSegment([
            [0x11a, 5, 240],
            [0x11b, 5, 240],
          ]),
        ],
      },
      'jpeg 20x12 240',
    ],
    ['that is upright', { segments: [exifSegment([[0x112, 3, 1]])] }, 'jpeg 20x12 96'],
    ['with a profile of sRGB', { segments: [profileSegment(iccProfile('srgb'))] }, 'jpeg 20x12 96'],
    ['with a profile of grey', { components: 1, segments: [profileSegment(iccProfile('grey', 2.2))] }, 'jpeg 20x12 96'],
    ['with metadata that cannot be read', { segments: [[0xe1, Buffer.from('Exif\0\0II*\0')]] }, 'jpeg 20x12 96'],
    ['with a comment', { segments: [[0xfe, [65, 66]]] }, 'jpeg 20x12 96'],
  ] as const)('%s is accepted', (_, content, expected) => {
    expect(check('map.jpg', encodeJpeg(content))).toBe(expected);
    expect(check('photos/MAP.JPEG', encodeJpeg(content))).toBe(expected);
  });

  test.each([
    ['progressive', { frameMarker: 0xc2 }, 'map.jpg is a progressive JPEG'],
    ['in arithmetic coding', { frameMarker: 0xc9 }, 'map.jpg is a JPEG with arithmetic coding'],
    ['lossless', { frameMarker: 0xc3 }, 'map.jpg is not a baseline JPEG'],
    ['of 12 bits', { frameMarker: 0xc1, precision: 12 }, 'map.jpg is a JPEG with 12 bits a colour'],
    ['in CMYK', { components: 4 }, 'map.jpg is a JPEG in CMYK'],
    ['of two components', { components: 2 }, 'map.jpg is a JPEG with 2 components'],
    [
      'turned by its metadata',
      { segments: [exifSegment([[0x112, 3, 6]])] },
      'map.jpg lies on its side or is mirrored; only its metadata say how to turn it',
    ],
    [
      'in Display P3',
      { segments: [profileSegment(iccProfile('display-p3'))] },
      'map.jpg states another colour space than sRGB, in which its colours would be wrong',
    ],
    [
      'with half a profile',
      { segments: [profileSegment(iccProfile('srgb'), 1, 2)] },
      'map.jpg is damaged: a part of its colour profile is missing',
    ],
    [
      'with pixels that are not square',
      { segments: [jfifSegment(300, 150)] },
      'the pixels of map.jpg are not square: it states 300 × 150 dots per inch',
    ],
    ['of no height', { height: 0 }, 'map.jpg is damaged: its size cannot be read'],
    [
      'of too many pixels',
      { width: 8, height: 8, segments: [[0xc0, [8, 255, 255, 255, 255, 1, 1, 17, 0]]] },
      'map.jpg is damaged: it has more than one size',
    ],
  ] as const)('%s is refused', (_, content, reason) => {
    expect(check('map.jpg', encodeJpeg(content))).toBe(reason);
  });

  const frameAt = JPEG.indexOf(0xc0);
  test.each([
    [
      'has too many pixels',
      changed(JPEG, (copy) => copy.writeUInt32BE(0xffff_ffff, frameAt + 4)),
      'map.jpg has 65535 × 65535 pixels, and a picture of a letter at most 25 million',
    ],
    ['has no end', JPEG.subarray(0, -2), 'map.jpg is damaged: its end is missing'],
    ['ends within a segment', JPEG.subarray(0, 60), 'map.jpg is damaged: its end is missing'],
    ['ends after its first bytes', JPEG.subarray(0, 3), 'map.jpg is damaged: its end is missing'],
    ['goes on after its end', Buffer.concat([JPEG, Buffer.from([0, 0])]), 'map.jpg is damaged: 2 bytes follow its end'],
    [
      'has a wrong length',
      changed(JPEG, (copy) => copy.writeUInt16BE(60, 4)),
      'map.jpg is damaged: it has no marker where one has to be',
    ],
    [
      'has a length of one',
      changed(JPEG, (copy) => copy.writeUInt16BE(1, 4)),
      'map.jpg is damaged: a part of it has a wrong length',
    ],
    [
      'has no pixels',
      Buffer.concat([JPEG.subarray(0, JPEG.indexOf(0xda) - 1), Buffer.from([0xff, 0xd9])]),
      'map.jpg is damaged: it has no pixels',
    ],
  ])('that %s is refused', (_, bytes, reason) => {
    expect(check('map.jpg', bytes)).toBe(reason);
  });
});

describe('a file', () => {
  test.each([
    ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'logo.svg is an SVG file'],
    ['logo.png', '\u00EF\u00BB\u00BF<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>', 'logo.png is an SVG file'],
    ['logo.gif', 'GIF89a', 'logo.gif is a GIF file'],
    ['logo.webp', 'RIFF\0\0\0\0WEBPVP8 ', 'logo.webp is a WebP file'],
    ['scan.tif', 'II*\0', 'scan.tif is a TIFF file'],
    ['scan.bmp', 'BM6', 'scan.bmp is a BMP file'],
    ['photo.heic', '\0\0\0\u0018ftypheic', 'photo.heic is a HEIC file or a film'],
    ['photo.avif', '\0\0\0\u001Cftypavif', 'photo.avif is an AVIF file'],
    ['photo.jp2', '\0\0\0\u000CjP  \r\n', 'photo.jp2 is a JPEG 2000 file'],
    ['photo.jxl', '\u00FF\n\0', 'photo.jxl is a JPEG XL file'],
    ['logo.pdf', '%PDF-1.7', 'logo.pdf is a PDF file'],
    ['logo.eps', '%!PS-Adobe', 'logo.eps is a PostScript file'],
    ['logo.psd', '8BPS', 'logo.psd is a Photoshop file'],
    [
      'logo.png',
      'version https://git-lfs.github.com/spec/v1\n',
      'logo.png is a pointer of Git LFS and not the picture',
    ],
    ['logo.png', '<!DOCTYPE html><html><svg>', 'logo.png is a web page and not the picture'],
    ['logo.png', 'words', 'logo.png is no picture that letters can print: it is neither PNG nor JPEG'],
    ['logo.png', '', 'logo.png is empty'],
  ])('%s that begins with %j is refused', (file, content, reason) => {
    expect(check(file, Buffer.from(content, 'latin1'))).toBe(reason);
  });

  test.each([
    ['map.jpg', PNG, 'map.jpg is a PNG file, which its name does not say'],
    ['map.png', JPEG, 'map.png is a JPEG file, which its name does not say'],
    ['map', PNG, 'map is a PNG file, which its name does not say'],
  ])('%s of another kind than its name says is refused', (file, bytes, reason) => {
    expect(check(file, bytes)).toBe(reason);
  });
});

test('the profile of sRGB that pdfkit embeds is one of sRGB', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfkit'));
  const profile = readFileSync(join(folder, 'data/sRGB_IEC61966_2_1.icc'));
  expect(check('map.png', encodePng({ chunks: [profileChunk(profile)] }))).toBe('png 4x3 96');
});
