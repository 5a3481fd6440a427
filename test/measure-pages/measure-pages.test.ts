import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_PICTURES } from '../../src/model/picture.ts';
import { linesOfPage } from '../../src/model/page-lines.ts';
import type { Language } from '../../src/model/language.ts';
import { plainText } from '../../src/model/tree.ts';
import { createUnbreakableSpaceFinder } from '../../src/layout/paragraph/line-breaks.ts';
import { createValues } from '../../src/model/values.ts';
import { createTypesetter } from '../../src/layout/typeset.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import { createPdfWriter } from '../../src/formats/pdf/write-pdf.ts';
import { requireTools } from '../conformance/tools.ts';
import { stressLetter } from '../stress/stress-letters.ts';
import { aLetter, paragraph } from '../support/a-letter.ts';
import { productFonts } from '../support/product-fonts.ts';
import { type LineMeasures, linesOf, measureLines, placedWords, combineMeasures } from './measured-lines.ts';
import { installTypst, setByTypst } from './set-by-typst.ts';
import { conventionsOf } from '../support/product-languages.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';
import type { PageSettings } from '../../src/model/page-settings.ts';

/** Five long paragraphs of plain text, each as its language and its index among the blocks of the stress letter. */
const PARAGRAPHS: readonly (readonly [language: Language, block: number])[] = [
  ['en', 0],
  ['en', 2],
  ['fr', 2],
  ['es', 2],
  ['de', 2],
];

const { measure, styles } = stylesheetFor({ preset: 'international' }, 'a4');
const { size } = styles.body;

const PLAIN = { language: 'en', figures: 'lining', direction: 'ltr' } as const;

const folder = mkdtempSync(join(tmpdir(), 'demarche-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * The text of a paragraph, in which the spaces that demarche does not break are no-break spaces, so that typst keeps
 * them too.
 */
function paragraphText(language: Language, index: number): string {
  const block = stressLetter(language).body[index];
  if (block?.type !== 'paragraph') throw new Error(`block ${index} of the ${language} letter is no paragraph`);
  const text = plainText(block.children).replaceAll(/ (?=[:;?!»])|(?<=«) /g, '\u202F');
  const unbreakable = createUnbreakableSpaceFinder(conventionsOf(language))(text);
  return text.replaceAll(/ /g, (space, index: number) => (unbreakable.has(index + 1) ? '\u00A0' : space));
}

/** Typesets a paragraph with demarche, and returns the page and baseline of each of its lines. */
async function setByDemarche(text: string, language: Language, file: string): Promise<ReadonlySet<string>> {
  const fonts = await productFonts();
  const page: PageSettings = { preset: 'international', justify: true };
  const typeset = await createTypesetter({ page }, language, NO_LOCALES, fonts, createValues());
  const outcome = typeset(aLetter({ language, body: [paragraph(text)] }));
  if (!outcome.ok) throw new Error('the paragraph cannot be set');
  writeFileSync(file, createPdfWriter(fonts, NO_PICTURES)(outcome.value));
  const lines = outcome.value.pages.flatMap((page, index) =>
    linesOfPage(page)
      .filter(({ style }) => style === 'body')
      .map(({ baseline }) => `${index} ${Math.round(baseline)}`),
  );
  return new Set(lines);
}

let space: number;
const results: { readonly name: string; readonly ours: LineMeasures; readonly typst: LineMeasures }[] = [];
beforeAll(async () => {
  requireTools({ pdftotext: 'poppler-utils' });
  await installTypst();
  space = (await productFonts()).shape('serif', ' ', PLAIN).advance * (size / 1000);
  for (const [language, index] of PARAGRAPHS) {
    const text = paragraphText(language, index);
    const [ourFile, typstFile] = ['ours', 'typst'].map((who) => join(folder, `${who}-${language}-${index}.pdf`));
    const bodyLines = await setByDemarche(text, language, ourFile ?? '');
    await setByTypst({ text, language, measure, size }, typstFile ?? '');
    const ourWords = (await placedWords(ourFile ?? '')).filter(({ page, top, bottom }) =>
      [...bodyLines].some((line) => {
        const [onPage, baseline] = line.split(' ').map(Number);
        return onPage === page && top < (baseline ?? 0) && (baseline ?? 0) < bottom + 1;
      }),
    );
    results.push({
      name: `${language} ${index}`,
      ours: measureLines(linesOf(ourWords), measure, space),
      typst: measureLines(linesOf(await placedWords(typstFile ?? '')), measure, space),
    });
  }
});

describe('five justified paragraphs, compared with those of typst in the same font and measure', () => {
  test('have several lines, and at most one more or less', () => {
    expect(results).toHaveLength(PARAGRAPHS.length);
    for (const { ours, typst } of results) {
      expect(ours.lines).toBeGreaterThan(4);
      expect(Math.abs(ours.lines - typst.lines)).toBeLessThanOrEqual(1);
    }
  });

  test('have no line that is longer than the measure', () => {
    expect(results.map(({ ours }) => ours.overfull)).toEqual(PARAGRAPHS.map(() => 0));
  });

  test('are not worse in all: loosest line, badness and hyphens', () => {
    const [ours, typst] = [
      combineMeasures(results.map((each) => each.ours)),
      combineMeasures(results.map((each) => each.typst)),
    ];
    expect(ours.loosest).toBeLessThanOrEqual(typst.loosest + 0.01);
    expect(ours.badness).toBeLessThanOrEqual(typst.badness * 1.01);
    // One more hyphen is acceptable, because it makes lines less loose.
    expect(ours.hyphens).toBeLessThanOrEqual(typst.hyphens + 1);
  });
});

afterAll(() => {
  const row = (name: string, who: string, { lines, loosest, hyphens, overfull, badness }: LineMeasures): string =>
    [name.padEnd(6), who.padEnd(6), lines, loosest.toFixed(2), hyphens, overfull, badness.toFixed(0)].join('\t');
  const rows = results.flatMap(({ name, ours, typst }) => [row(name, 'ours', ours), row(name, 'typst', typst)]);
  const all = (['ours', 'typst'] as const).map((who) =>
    row('all', who, combineMeasures(results.map((each) => each[who]))),
  );
  console.log(['what  \tby    \tlines\tloosest\thyphens\toverfull\tbadness', ...rows, ...all].join('\n'));
});
