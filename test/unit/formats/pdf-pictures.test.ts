import * as mupdf from 'mupdf';
import { describe, expect, test } from 'vitest';
import { createPdfWriter } from '../../../src/formats/pdf/write-pdf.ts';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { Area, PagedLetter } from '../../../src/model/page.ts';
import { NO_PICTURES, type Figure } from '../../../src/model/picture.ts';
import type { Block } from '../../../src/model/tree.ts';
import { aLetter, paragraph } from '../../support/a-letter.ts';
import { encodePng } from '../../support/encode-png.ts';
import { valueOf } from '../../support/outcomes.ts';
import { PICTURE_SAMPLES, pictureSample } from '../../support/picture-samples.ts';
import { aFigure, checkedPicture, preparedPictures } from '../../support/pictures.ts';
import { productFonts } from '../../support/product-fonts.ts';
import { letterWords } from '../../support/product-languages.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { writtenObjects } from '../../support/written-objects.ts';

const fonts = await productFonts();
const samples = PICTURE_SAMPLES.map(({ picture }) => picture);
const writePdf = createPdfWriter(fonts, preparedPictures(...samples));

function setLetter(letter: Letter): PagedLetter {
  return valueOf(typesetWith(letter, stylesheetFor({ preset: 'international' }, 'a4'), fonts));
}

function objectsWith(pdf: Uint8Array, pattern: RegExp): readonly string[] {
  return [...writtenObjects(pdf).values()].map(({ text }) => text).filter((text) => pattern.test(text));
}

/** A sample at a size, by its name. Without words that stand for it, it is decorative. */
function figureOf(name: string, alternative?: string): Figure {
  return aFigure(pictureSample(name), 60, 20, alternative);
}

function pictureBlock(name: string, alternative?: string): Block {
  return { type: 'picture', figure: figureOf(name, alternative) };
}

/** The pictures of a letter and their colours, as MuPDF draws them. */
function drawnColours(paged: PagedLetter): readonly (readonly [file: string, colour: readonly number[]])[] {
  const document = mupdf.Document.openDocument(writePdf(paged), 'application/pdf');
  return paged.pages.flatMap(({ pictures }, index) => {
    const pixmap = document.loadPage(index).toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, false, true);
    return pictures.map(({ picture, area }) => [picture.file, colourInMiddle(pixmap, area)] as const);
  });
}

function colourInMiddle(pixmap: mupdf.Pixmap, { x, y, width, height }: Area): readonly number[] {
  const start = Math.round(y + height / 2) * pixmap.getStride() + Math.round(x + width / 2) * 3;
  return [...pixmap.getPixels().subarray(start, start + 3)];
}

describe('a picture in a PDF', () => {
  const body = PICTURE_SAMPLES.map(({ name }) => pictureBlock(name, 'A picture'));
  const drawn = new Map(drawnColours(setLetter(aLetter({ body }))));

  test.each(PICTURE_SAMPLES)('has its colour and alpha: $name', ({ picture, printed }) => {
    const colour = drawn.get(picture.file) ?? [];
    // Two of 255 for rounding: 16 bits become 8, and luminance and chrominances red, green and blue.
    expect(
      colour.map((value, channel) => Math.abs(value - (printed[channel] ?? 0)) <= 2),
      `${colour.join()}`,
    ).toEqual([true, true, true]);
  });

  test('is in the file once, however often the letter shows it', () => {
    const pdf = writePdf(
      setLetter(
        aLetter({
          body: [
            pictureBlock('colours of 8 bits', 'One'),
            pictureBlock('colours of 8 bits', 'Two'),
            pictureBlock('colours of 8 bits'),
          ],
        }),
      ),
    );
    expect(objectsWith(pdf, /\/Subtype \/Image/)).toHaveLength(1);
    expect(objectsWith(pdf, /\/S \/Figure/)).toHaveLength(2);
  });

  test('is a figure of the structure with its words and its area on the page', () => {
    const paged = setLetter(
      aLetter({ body: [paragraph('Above.'), pictureBlock('colours of 8 bits', 'A map: Ω'), paragraph('Below.')] }),
    );
    const [figure] = objectsWith(writePdf(paged), /\/S \/Figure/);
    const { area } = paged.pages[0]?.pictures[0] ?? {};
    const box = area && [
      area.x,
      paged.sheet.height - area.y - area.height,
      area.x + area.width,
      paged.sheet.height - area.y,
    ];
    const written = /\/BBox \[([^\]]+)\]/
      .exec(figure ?? '')?.[1]
      ?.split(' ')
      .map(Number);
    expect(written?.map((value, index) => Math.abs(value - (box?.[index] ?? 0)) < 0.01)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(figure).toMatch(/\/O \/Layout/);
  });

  test('that is decorative is no part of the structure', () => {
    const pdf = writePdf(setLetter(aLetter({ body: [paragraph('Above.'), pictureBlock('colours of 8 bits')] })));
    expect(objectsWith(pdf, /\/S \/Figure/)).toEqual([]);
    expect(objectsWith(pdf, /\/Subtype \/Image/)).toHaveLength(1);
  });

  test('says its words between those of the letter, as another reader finds them', async () => {
    const logo = { figure: figureOf('colours with alpha', 'The logo'), align: 'end' } as const;
    const letter = aLetter({
      logo,
      body: [paragraph('Above.'), pictureBlock('colours of 16 bits', 'A map of the city'), paragraph('Below.')],
      signatures: [
        {
          organisation: 'One Organisation',
          image: figureOf('colours with alpha', 'Signature of A. Person'),
        },
      ],
    });
    const { spoken } = await readPdf(writePdf(setLetter(letter)));
    const withoutSpace = (words: string): string => words.replaceAll(/\s/g, '');
    expect(withoutSpace(spoken)).toBe(withoutSpace(letterWords(letter)));
  });

  test('is mixed with the page in sRGB if it is transparent', () => {
    const groups = ['colours of 8 bits', 'colours with alpha'].map((name) =>
      objectsWith(writePdf(setLetter(aLetter({ body: [pictureBlock(name)] }))), /\/S \/Transparency/),
    );
    expect(groups.map((pages) => pages.length)).toEqual([0, 1]);
  });

  test('is part of what the file identifier is derived from', () => {
    const identifiers = [
      [1, 2, 3],
      [1, 2, 4],
    ].map((pixel) => {
      const picture = checkedPicture('map.png', encodePng({ pixel: () => pixel }));
      const write = createPdfWriter(fonts, preparedPictures(picture));
      const pdf = write(setLetter(aLetter({ body: [{ type: 'picture', figure: aFigure(picture, 40, 30) }] })));
      return /\/ID \[<(\w+)>/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
    });
    expect(identifiers[0]).toMatch(/^\w{32}$/);
    expect(identifiers[1]).not.toBe(identifiers[0]);
  });

  test('that was not prepared is an error that names it', () => {
    const write = createPdfWriter(fonts, NO_PICTURES);
    expect(() => write(setLetter(aLetter({ body: [pictureBlock('grey of 1 bit')] })))).toThrow('grey-of-1-bit.png');
  });
});
