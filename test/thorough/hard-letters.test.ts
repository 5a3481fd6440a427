import { describe, expect, test } from 'vitest';
import { createHtmlWriter } from '../../src/formats/html/write-html.ts';
import { createPageDrawer } from '../../src/formats/svg/write-svg.ts';
import { createTextWriter } from '../../src/formats/text/write-text.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import type { Letter } from '../../src/model/letter.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';
import type { PageSettings } from '../../src/model/page-settings.ts';
import { composeLetter } from '../../src/pipeline.ts';
import { FONT_CAMPAIGNS } from '../stress/font-letters.ts';
import { PICTURE_LANGUAGES, PICTURES_OF_LETTERS, pictureLetter } from '../stress/picture-letters.ts';
import { reportCampaign } from '../stress/report-campaign.ts';
import { SIGNATORIES_LANGUAGES, signatoriesLetter } from '../stress/signatories-letter.ts';
import { STRESS_LANGUAGES, stressLetter } from '../stress/stress-letters.ts';
import { TABLE_LANGUAGES, tableLetter } from '../stress/table-letters.ts';
import { memoryWorld, type MemoryFile } from '../support/memory-world.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { squeezed, wordsOfPage } from '../support/paged-text.ts';
import { preparedPictures } from '../support/pictures.ts';
import { letterWords } from '../support/product-languages.ts';
import { productFonts } from '../support/product-fonts.ts';
import { htmlFaults, wordsOfHtml } from '../support/read-html.ts';
import { readSvg, wordsOfSvg } from '../support/read-svg.ts';
import { openLetter } from '../support/shipped-campaign.ts';
import { typesetWith } from '../support/typeset-with.ts';
import { expectedTextWords, wordsOfText } from '../support/words-of-text.ts';

const LETTERS: readonly Letter[] = [
  ...STRESS_LANGUAGES.map(stressLetter),
  ...TABLE_LANGUAGES.map(tableLetter),
  ...PICTURE_LANGUAGES.map(pictureLetter),
  ...SIGNATORIES_LANGUAGES.map(signatoriesLetter),
];

describe.each(LETTERS.map((letter) => [`${letter.id}.${letter.language}`, letter] as const))(
  'the letter %s',
  (_, letter) => {
    const pictures = preparedPictures(...PICTURES_OF_LETTERS);

    test('has all its words in order as a web page and as plain text', async () => {
      const html = createHtmlWriter(NO_LOCALES, pictures)(letter);
      expect(await htmlFaults(html)).toEqual([]);
      expect(squeezed(wordsOfHtml(html))).toBe(squeezed(letterWords(letter)));
      const text = createTextWriter(NO_LOCALES)(letter);
      expect(squeezed(wordsOfText(text, letter))).toBe(squeezed(expectedTextWords(letter)));
    });

    test.each<PageSettings>([
      { preset: 'international', paper: 'us-letter' },
      { preset: 'din-5008-b', justify: true },
    ])('has the words of its pages as pictures: %o', async (page) => {
      const fonts = await productFonts();
      const stylesheet = { ...stylesheetFor(page, page.paper ?? 'a4'), justified: page.justify === true };
      const pages = valueDespiteWarnings(typesetWith(letter, stylesheet, fonts));
      const drawn = createPageDrawer({ fonts, locales: NO_LOCALES, pictures })(letter, pages);
      expect(drawn.map(wordsOfSvg).map(squeezed)).toEqual(pages.pages.map(wordsOfPage).map(squeezed));
    });
  },
);

/** Campaigns with fonts of their own: of sixteen scripts, and with CFF outlines. */
const CAMPAIGNS: readonly (readonly [letter: string, files: Readonly<Record<string, MemoryFile>>])[] = [
  ...FONT_CAMPAIGNS.map((files) => ['names', files] as const),
  ['report', reportCampaign('office', { preset: 'international', paper: 'us-letter' })],
];

test.each(CAMPAIGNS)(
  'the pages of a letter with fonts of its campaign have its words and its glyphs: %s',
  async (letter, files) => {
    const job = { letter, formats: ['svg'], attachSource: false, editions: 'all' } as const;
    const { plan, addressees } = await openLetter(memoryWorld(files).world, job);
    let letterCount = 0;
    for (const found of addressees) {
      if (found.kind !== 'target' || found.target.kind !== 'letter') continue;
      const composed = valueDespiteWarnings(await composeLetter(plan, found.target.selection));
      const pages = composed.pages?.pages ?? [];
      const drawn = (await plan.write(composed)).map(({ bytes }) => new TextDecoder().decode(bytes));
      expect(drawn.map(wordsOfSvg).map(squeezed)).toEqual(pages.map(wordsOfPage).map(squeezed));
      for (const svg of drawn) {
        const uses = readSvg(svg).filter(({ name }) => name === 'use').length;
        expect(uses).toBeGreaterThan(squeezed(wordsOfSvg(svg)).length / 2);
      }
      letterCount += 1;
    }
    expect(letterCount).toBeGreaterThan(0);
  },
);
