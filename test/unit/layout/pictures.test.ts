import { describe, expect, test } from 'vitest';
import { dumpPages } from '../../../src/formats/page-dump.ts';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { PagedLetter, PlacedPicture } from '../../../src/model/page.ts';
import type { Figure } from '../../../src/model/picture.ts';
import type { Block } from '../../../src/model/tree.ts';
import { aLetter, bulleted, item, paragraph, table } from '../../support/a-letter.ts';
import { withoutSpace } from '../../support/describe-any-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { inFull, valueDespiteWarnings, valueOf } from '../../support/outcomes.ts';
import { pictureSample } from '../../support/picture-samples.ts';
import { aFigure } from '../../support/pictures.ts';
import { letterWords } from '../../support/product-languages.ts';
import { spokenWords } from '../../support/read-pages.ts';
import { typesetWith } from '../../support/typeset-with.ts';

const { leftMargin, measure } = fixedStylesheet;
/** From the start of a bullet to its text. */
const listIndent = fixedStylesheet.indent.list;

function figure(width: number, height: number, alternative?: string): Figure {
  return aFigure(pictureSample('colours of 8 bits'), width, height, alternative);
}

function picture(width: number, height: number, alternative?: string): Block {
  return { type: 'picture', figure: figure(width, height, alternative) };
}

function setLetter(letter: Letter): PagedLetter {
  return valueOf(typesetWith(letter, fixedStylesheet, fixedShaper));
}

function picturesOf({ pages }: PagedLetter): readonly PlacedPicture[] {
  return pages.flatMap(({ pictures }) => pictures);
}

function areasOf(letter: PagedLetter): readonly (readonly number[])[] {
  return picturesOf(letter).map(({ area: { x, width, height } }) => [x, width, height].map(Math.round));
}

/** The lines of a page dump that have a text, without the parts of a letter that all letters have. */
function dumpOf(letter: Letter, pattern: RegExp): string {
  return dumpPages(setLetter(letter))
    .split('\n')
    .filter((line) => pattern.test(line))
    .join('\n');
}

describe('a picture of the body', () => {
  test('is at its size at the start of the measure, and the next block below it', () => {
    const letter = aLetter({ body: [paragraph('Above.'), picture(100, 50, 'A map'), paragraph('Below.')] });
    expect(dumpOf(letter, /above|below|picture/i)).toMatchInlineSnapshot(`
      "  y=267.50 x=105.64..141.64 body P | Above.
        y=347.50 x=105.64..141.64 body P | Below.
        y=279.50 x=105.64..205.64 picture 50.00 Figure colours-of-8-bits.png 0bd5e1a7c7fa"
    `);
  });

  test('is no wider than its column, in its proportions', () => {
    const blocks = [picture(2 * measure, measure), bulleted(item(picture(2 * measure, measure)))];
    expect(areasOf(setLetter(aLetter({ body: blocks })))).toMatchObject([
      [leftMargin, measure, measure / 2].map(Math.round),
      [leftMargin + listIndent, measure - listIndent, (measure - listIndent) / 2].map(Math.round),
    ]);
  });

  test('is at the right end of the measure in a right-to-left letter', () => {
    const letter = aLetter({ language: 'ar', body: [picture(100, 50, 'خريطة')] });
    const paged = valueDespiteWarnings(typesetWith(letter, fixedStylesheet, fixedShaper));
    expect(areasOf(paged)).toEqual([[leftMargin + measure - 100, 100, 50].map(Math.round)]);
  });

  test('is whole on one page', () => {
    const body = Array.from({ length: 9 }, (_, index) => picture(100, 250, `Picture ${index + 1}`));
    const outcome = typesetWith(aLetter({ body }), fixedStylesheet, fixedShaper);
    const paged = valueDespiteWarnings(outcome);
    const [hole] = outcome.diagnostics.map(({ message }) => plainMessage(message));
    expect(hole).toMatch(/ends with \d+ empty lines, and page \d begins with the picture colours-of-8-bits\.png$/);
    expect(picturesOf(paged)).toHaveLength(9);
    expect(paged.pages.length).toBeGreaterThanOrEqual(5);
    for (const { area } of picturesOf(paged))
      expect(area.y + area.height).toBeLessThan(fixedStylesheet.textBottom + 0.01);
    expect(withoutSpace(spokenWords(paged))).toBe(withoutSpace(letterWords(aLetter({ body }))));
  });

  test('that is taller than a page is a fault with its name and its height', () => {
    const outcome = typesetWith(aLetter({ body: [picture(100, 1000, 'A tower')] }), fixedStylesheet, fixedShaper);
    expect(outcome.diagnostics.map(inFull)).toMatchInlineSnapshot(`
      [
        "recipients/ministers.yaml:1:3 page/does-not-fit the picture colours-of-8-bits.png is 352.8 mm tall and has no room on a page, with what must not be divided from it (make it smaller: in a text by its width, as in ‘![A map](map.png "60mm")’, a logo by its height)",
      ]
    `);
  });

  test('with words is a figure; a decorative one is no part of the structure', () => {
    const letter = aLetter({ body: [picture(10, 10, 'A map'), picture(10, 10), paragraph('Words.')] });
    const paged = setLetter(letter);
    expect(
      picturesOf(paged).map(({ contentId }) => contentId === 'artifact' || paged.pages[0]?.contents[contentId]),
    ).toEqual(['Figure', true]);
    expect(JSON.stringify(paged.structure).match(/"role":"Figure"/g)).toHaveLength(1);
    expect(withoutSpace(spokenWords(paged))).toBe(withoutSpace(letterWords(letter)));
  });

  test('keeps the notes and the tables around it as they are', () => {
    const body = [table([null], ['Head'], ['Cell']), picture(10, 10, 'A map'), table([null], ['Head'], ['Cell'])];
    const letter = aLetter({ body });
    expect(withoutSpace(spokenWords(setLetter(letter)))).toBe(withoutSpace(letterWords(letter)));
  });
});

describe('a logo', () => {
  const logoLetter = (align: 'start' | 'center' | 'end', changes: Partial<Letter> = {}): Letter => ({
    ...aLetter(),
    logo: { figure: figure(100, 40, 'The logo'), align },
    ...changes,
  });

  test.each([
    ['start', 'en', leftMargin],
    ['center', 'en', leftMargin + (measure - 100) / 2],
    ['end', 'en', leftMargin + measure - 100],
    ['start', 'ar', leftMargin + measure - 100],
    ['center', 'ar', leftMargin + (measure - 100) / 2],
    ['end', 'ar', leftMargin],
  ] as const)('at the %s in %s', (align, language, x) => {
    const paged = valueDespiteWarnings(typesetWith(logoLetter(align, { language }), fixedStylesheet, fixedShaper));
    expect(areasOf(paged)).toEqual([[x, 100, 40].map(Math.round)]);
  });

  test('is above the names, which begin lower by its height', () => {
    const names = /letterhead|picture|rule 0.90/;
    expect(dumpOf(aLetter(), names)).toMatchInlineSnapshot(`
      "  y=93.10 x=105.64..201.64 letterhead P | One Organisation
        y=102.60 x=105.64..489.64 rule 0.90"
    `);
    expect(dumpOf(logoLetter('start'), names)).toMatchInlineSnapshot(`
      "  y=139.10 x=105.64..201.64 letterhead P | One Organisation
        y=148.60 x=105.64..489.64 rule 0.90
        y=82.60 x=105.64..205.64 picture 40.00 Figure colours-of-8-bits.png 0bd5e1a7c7fa"
    `);
  });

  test('can be all that the letterhead has', () => {
    const letter = logoLetter('start', { letterhead: [] });
    expect(dumpOf(letter, /letterhead|picture|rule 0.90/)).toMatchInlineSnapshot(`
      "  y=127.60 x=105.64..489.64 rule 0.90
        y=82.60 x=105.64..205.64 picture 40.00 Figure colours-of-8-bits.png 0bd5e1a7c7fa"
    `);
    const decorative = { ...letter, logo: { figure: figure(100, 40), align: 'start' } } as const;
    expect(withoutSpace(spokenWords(setLetter(decorative)))).toBe(withoutSpace(letterWords(decorative)));
  });

  test('that reaches into the window of the envelope is a fault that names it', () => {
    const tall = logoLetter('start', { logo: { figure: figure(100, 200, 'The logo'), align: 'start' } });
    const outcome = typesetWith(tall, stylesheetFor({ preset: 'din-5008-b' }, 'a4'), fixedShaper);
    expect(outcome.diagnostics.map(inFull).join('\n')).toMatch(
      /the letterhead ends .* mm below the top .*make the logo smaller/,
    );
  });
});

describe('the image of a signature', () => {
  const signed = (image: Figure): Letter =>
    aLetter({ signatures: [{ organisation: 'One Organisation', image }, { organisation: 'Two' }] });

  test('stands on the rule line, and the words stay where they are', () => {
    const places = /signature|picture|rule 0.50/;
    expect(dumpOf(aLetter({ signatures: [{ organisation: 'One Organisation' }, { organisation: 'Two' }] }), places))
      .toMatchInlineSnapshot(`
      "  y=351.50 x=105.64..201.64 signature Strong | One Organisation
        y=351.50 x=306.64..324.64 signature Strong | Two
        y=338.50 x=105.64..288.64 rule 0.50
        y=338.50 x=306.64..489.64 rule 0.50"
    `);
    expect(dumpOf(signed(figure(60, 20, 'Signature of One')), places)).toMatchInlineSnapshot(`
      "  y=351.50 x=105.64..201.64 signature Strong | One Organisation
        y=351.50 x=306.64..324.64 signature Strong | Two
        y=338.50 x=105.64..288.64 rule 0.50
        y=338.50 x=306.64..489.64 rule 0.50
        y=318.50 x=105.64..165.64 picture 20.00 Figure colours-of-8-bits.png 0bd5e1a7c7fa"
    `);
  });

  test('is no larger than the place for a hand', () => {
    const { handwritingHeight, maxColumnWidth } = fixedStylesheet.signature;
    const [tall] = picturesOf(setLetter(signed(figure(1000, 1000))));
    expect([tall?.area.width, tall?.area.height]).toEqual([handwritingHeight, handwritingHeight]);
    const [wide] = picturesOf(setLetter(signed(figure(10_000, 100))));
    expect(wide?.area.width).toBeLessThanOrEqual(maxColumnWidth);
  });

  test('says its words before the name', () => {
    const letter = signed(figure(60, 20, 'Signature of One'));
    expect(withoutSpace(spokenWords(setLetter(letter)))).toBe(withoutSpace(letterWords(letter)));
  });
});
