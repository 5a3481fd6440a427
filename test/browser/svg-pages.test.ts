import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createPdfWriter } from '../../src/formats/pdf/write-pdf.ts';
import { createPageDrawer } from '../../src/formats/svg/write-svg.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import type { Letter } from '../../src/model/letter.ts';
import { linesOfPage } from '../../src/model/page-lines.ts';
import type { PageSettings } from '../../src/model/page-settings.ts';
import type { PagedLetter } from '../../src/model/page.ts';
import { composeLetter } from '../../src/pipeline.ts';
import { requireTools } from '../conformance/tools.ts';
import { FONT_CAMPAIGNS } from '../stress/font-letters.ts';
import { PICTURES_OF_LETTERS, pictureLetter } from '../stress/picture-letters.ts';
import { signatoriesLetter } from '../stress/signatories-letter.ts';
import { stressLetter } from '../stress/stress-letters.ts';
import { tableLetter } from '../stress/table-letters.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { squeezed, wordsOfPage } from '../support/paged-text.ts';
import { preparedPictures } from '../support/pictures.ts';
import { productFonts } from '../support/product-fonts.ts';
import { openLetter, openShipped, type Shipped } from '../support/shipped-campaign.ts';
import { typesetWith } from '../support/typeset-with.ts';
import { shadesOfPgm, shadesOfPng, strayInk, type Shades } from './support/ink.ts';
import { takeScreenshot } from './support/screenshot.ts';
import { useBrowser } from './support/use-browser.ts';

requireTools({ pdftoppm: 'poppler-utils' });

const open = useBrowser();
const fonts = await productFonts();
const pictures = preparedPictures(...PICTURES_OF_LETTERS);
const drawPages = createPageDrawer({ fonts, locales: new Map(), pictures });
const writePdf = createPdfWriter(fonts, pictures);
const folder = mkdtempSync(join(tmpdir(), 'demarche-svg-'));

/** The resolution at which pages are compared, and half a pixel of 100 dots per inch in its pixels. */
const [RESOLUTION, HALF_A_PIXEL] = [400, 2];

/** A letter in both formats that are compared. */
interface DrawnLetter {
  readonly letter: PagedLetter;
  readonly svgs: readonly string[];
  readonly pdf: Uint8Array;
}

function typesetOn(letter: Letter, page: PageSettings): DrawnLetter {
  const stylesheet = { ...stylesheetFor(page, page.paper ?? 'a4'), justified: page.justify === true };
  const pages = valueDespiteWarnings(typesetWith(letter, stylesheet, fonts));
  return { letter: pages, svgs: drawPages(letter, pages), pdf: writePdf(pages) };
}

/** Makes the letter to a recipient in a language. */
async function lettersOf({ plan, addressees }: Shipped, id: string, language: string): Promise<DrawnLetter> {
  for (const found of addressees) {
    if (found.kind !== 'target' || found.target.kind !== 'letter') continue;
    const { selection } = found.target;
    if (selection.recipient.id !== id || selection.language !== language) continue;
    const composed = valueDespiteWarnings(await composeLetter(plan, selection));
    const artifacts = await plan.write(composed);
    const svgs = artifacts.filter(({ format }) => format === 'svg').map(({ bytes }) => new TextDecoder().decode(bytes));
    const pdf = artifacts.find(({ format }) => format === 'pdf')?.bytes;
    if (composed.pages !== undefined && pdf !== undefined) return { letter: composed.pages, svgs, pdf };
  }
  throw new Error(`there is no letter to ${id} in ${language}`);
}

const FORMATS = ['pdf', 'svg'] as const;

async function shippedLetter(language: string): Promise<DrawnLetter> {
  return lettersOf(await openShipped(FORMATS, { editions: 'all' }), 'eu-be', language);
}

/** Makes the letter of a campaign with fonts of its own, by the id of its recipient. */
async function fontLetter(id: string): Promise<DrawnLetter> {
  const files = FONT_CAMPAIGNS.find((each) => `recipients/${id}.yaml` in each) ?? {};
  const job = { letter: 'names', formats: FORMATS, attachSource: false };
  return lettersOf(await openLetter(memoryWorld(files).world, job), id, 'en');
}

const LETTERS: readonly (readonly [name: string, open: () => Promise<DrawnLetter> | DrawnLetter])[] = [
  ['english', () => shippedLetter('en')],
  ['arabic', () => shippedLetter('ar')],
  ['scripts', () => fontLetter('fonts-of-scripts')],
  ['cff', () => fontLetter('fonts-of-cff')],
  ['us-letter', () => typesetOn(signatoriesLetter('en'), { preset: 'international', paper: 'us-letter' })],
  ['din-5008', () => typesetOn(stressLetter('de'), { preset: 'din-5008-b' })],
  ['pictures', () => typesetOn(pictureLetter('en'), { preset: 'international' })],
  ['arabic-pictures', () => typesetOn(pictureLetter('ar'), { preset: 'international' })],
  ['table', () => typesetOn(tableLetter('en'), { preset: 'international' })],
  ['justified', () => typesetOn(stressLetter('en'), { preset: 'international', justify: true })],
];

/** The first two pages of a letter, each with its index. */
function firstPages({ svgs }: DrawnLetter): readonly (readonly [index: number, svg: string])[] {
  return [...svgs.entries()].slice(0, 2);
}

/** A text element as a browser has placed it. Lengths are in points. */
interface PlacedText {
  readonly words: string;
  readonly x: number;
  readonly width: number;
  readonly isRightToLeft: boolean;
  /** Where the browser has it. */
  readonly left: number;
  readonly drawnWidth: number;
}

/** Collects the elements of a page that have a text and a place. It runs in the browser. */
const PLACED_TEXTS = `Array.from(document.querySelectorAll('text[x], tspan[x]'), (text) => {
  const [x, width] = ['x', 'textLength'].map((name) => Number(text.getAttribute(name)));
  const { x: left, width: drawnWidth } = text.getBBox();
  const isRightToLeft = text.getAttribute('direction') === 'rtl';
  return { words: text.textContent, x, width, isRightToLeft, left, drawnWidth };
})`;

/** Measures how far the place that the address names is below the top of the window. It runs in the browser. */
const TOP_OF_PLACE = 'document.getElementById(location.hash.slice(1)).getBoundingClientRect().top';

/** How far the box of a text may be from where its words are seen, since letters jut out of it, in points. */
const OVERHANG = 2;

/** Opens a page in a window of its size at a resolution. */
async function openPage(svg: string, { sheet }: PagedLetter, resolution: number) {
  const [width, height] = [sheet.width, sheet.height].map((points) => Math.ceil((points * resolution) / 72));
  const path = join(folder, 'page.svg');
  const scaled = svg.replaceAll(/(?<=<svg [^>]*)(width|height)="([\d.]+)pt"/g, (_, name: string, points: string) => {
    return `${name}="${(Number(points) * resolution) / 72}"`;
  });
  writeFileSync(path, scaled);
  return open(pathToFileURL(path).href, { width: width ?? 0, height: height ?? 0 });
}

async function drawnByChromium(svg: string, letter: PagedLetter): Promise<Shades> {
  const { page, refused, errors } = await openPage(svg, letter, RESOLUTION);
  expect([...refused, ...errors]).toEqual([]);
  return shadesOfPng(await page.screenshot());
}

function drawnByPoppler({ pdf }: DrawnLetter, page: number): Shades {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, pdf);
  const options = ['-gray', '-r', `${RESOLUTION}`, '-f', `${page}`, '-l', `${page}`, '-singlefile'];
  execFileSync('pdftoppm', [...options, path, join(folder, 'letter')]);
  return shadesOfPgm(readFileSync(join(folder, 'letter.pgm')));
}

describe('a page as SVG', () => {
  test.each(LETTERS)('looks as that of the PDF does, within half a pixel: %s', async (name, openDrawn) => {
    const drawn = await openDrawn();
    const { letter } = drawn;
    const lines = letter.pages.flatMap(linesOfPage);
    const isExpanded = lines.some(({ fragments }) => fragments.some(({ expansion }) => expansion !== 0));
    expect(isExpanded).toBe(name === 'justified');
    for (const [index, svg] of firstPages(drawn)) {
      const [ours, popplers] = [await drawnByChromium(svg, letter), drawnByPoppler(drawn, index + 1)];
      expect(ours.pixels.filter((shade) => shade < 112).length).toBeGreaterThan(10_000);
      expect(strayInk(ours, popplers, HALF_A_PIXEL), `page ${index + 1}, SVG`).toEqual([]);
      expect(strayInk(popplers, ours, HALF_A_PIXEL), `page ${index + 1}, PDF`).toEqual([]);
    }
  });

  test('differs from that of the PDF if one glyph is a pixel away, or missing', async () => {
    const drawn = typesetOn(stressLetter('en'), { preset: 'international' });
    const { letter } = drawn;
    const [svg = ''] = drawn.svgs;
    const popplers = drawnByPoppler(drawn, 1);
    const uses = [...svg.matchAll(/<use href="#[\w.-]+" x="(\d+)"\/>/g)];
    const use = uses[Math.round(uses.length / 2)];
    if (use === undefined) throw new Error('there are no glyphs');
    // A pixel of 100 dots per inch is 0.72 points, which are 72 thousandths of an em of 10 points.
    const moved = use[0].replace(/x="\d+"/, `x="${Number(use[1]) + 72}"`);
    const withGlyph = (glyph: string): string =>
      `${svg.slice(0, use.index)}${glyph}${svg.slice(use.index + use[0].length)}`;
    expect(strayInk(await drawnByChromium(withGlyph(moved), letter), popplers, HALF_A_PIXEL)).not.toEqual([]);
    expect(strayInk(popplers, await drawnByChromium(withGlyph(''), letter), HALF_A_PIXEL)).not.toEqual([]);
  });

  test.each(LETTERS)('has its text under the words, where they are selected: %s', async (name, openDrawn) => {
    const drawn = await openDrawn();
    const { letter } = drawn;
    for (const [index, svg] of firstPages(drawn)) {
      const { page } = await openPage(svg, letter, 96);
      await takeScreenshot(page, `svg-${name}-${index + 1}`);
      const texts = await page.evaluate<readonly PlacedText[]>(PLACED_TEXTS);
      expect(texts.length).toBeGreaterThan(2);
      const misplaced = texts.filter(({ x, width, isRightToLeft, left, drawnWidth }) => {
        const expectedLeft = isRightToLeft ? x - width : x;
        return Math.abs(left - expectedLeft) > OVERHANG || Math.abs(drawnWidth - width) > OVERHANG;
      });
      expect(misplaced).toEqual([]);
      await page.keyboard.press('Control+A');
      const selected = await page.evaluate<string>('getSelection().toString()');
      const words = letter.pages[index] === undefined ? '' : wordsOfPage(letter.pages[index]);
      expect(squeezed(selected)).toBe(squeezed(words));
    }
  });

  test('leads from the mark of a note to the note, and from the note back to the line of its mark', async () => {
    const { svgs } = await shippedLetter('en');
    svgs.forEach((svg, index) => writeFileSync(join(folder, `eu-be.en.${index + 1}.svg`), svg));
    const { page } = await open(pathToFileURL(join(folder, 'eu-be.en.2.svg')).href, { height: 300 });
    // The first link is that of a mark, the last that of a note.
    for (const position of ['first', 'last'] as const) {
      await page.locator('a[href*=".svg#"]')[position]().click();
      expect(page.url()).toMatch(/eu-be\.en\.2\.svg#[\w-]+\.[\d.]+$/);
      const top = await page.evaluate<number>(TOP_OF_PLACE);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(300);
    }
  });
});
