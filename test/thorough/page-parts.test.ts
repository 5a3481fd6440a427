import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findPageParts } from '../../src/commands/preview/parts/page-parts.ts';
import { explain } from '../../src/commands/explain/explain.ts';
import { findContentValues, countedText } from '../../src/commands/preview/parts/content-values.ts';
import { createLazyFontLoader } from '../../src/fonts/lazy-fonts.ts';
import { createTypesetter } from '../../src/layout/typeset.ts';
import { emptyFields } from '../../src/model/data.ts';
import { fragmentsText } from '../../src/model/fragments-text.ts';
import type { Letter } from '../../src/model/letter.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';
import { linesOfPage } from '../../src/model/page-lines.ts';
import type { Line, PagedLetter } from '../../src/model/page.ts';
import type { PageSettings } from '../../src/model/page-settings.ts';
import type { Target } from '../../src/model/selection.ts';
import type { TemplateOrigin } from '../../src/model/template-origin.ts';
import { plainText } from '../../src/model/tree.ts';
import { createValues } from '../../src/model/values.ts';
import { composeLetter } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { PRESET_PAGES } from '../support/preset-pages.ts';
import { conventionsOf } from '../support/product-languages.ts';
import { openShipped } from '../support/shipped-campaign.ts';
import { wordsUnderValues } from '../support/value-words.ts';

interface Made {
  readonly target: Target & { readonly kind: 'letter' };
  readonly letter: Letter;
  readonly pages: PagedLetter;
}

const fonts = createLazyFontLoader((specifier) => readFileSync(createRequire(import.meta.url).resolve(specifier)));
const letters: Made[] = [];
let plan: Plan;

beforeAll(async () => {
  const opened = await openShipped(['pdf'], { editions: 'all' });
  ({ plan } = opened);
  for (const addressee of opened.addressees) {
    if (addressee.kind !== 'target' || addressee.target.kind !== 'letter') continue;
    const { letter, pages } = valueDespiteWarnings(await composeLetter(plan, addressee.target.selection));
    if (pages !== undefined) letters.push({ target: addressee.target, letter, pages });
  }
  expect(letters.length).toBeGreaterThan(180);
}, 240_000);

const ROOT = resolve(import.meta.dirname, '../..');
const linesOfFile = new Map<string, readonly string[]>();

/** The text of a template from the place of an origin to the end of its line, without the marks of emphasis. */
function writtenAt({ span }: TemplateOrigin): string {
  const lines = linesOfFile.get(span.file) ?? readFileSync(resolve(ROOT, span.file), 'utf8').split('\n');
  linesOfFile.set(span.file, lines);
  return (lines[span.line - 1]?.slice(span.column - 1) ?? '').replaceAll('*', '');
}

/** Whether a line is the number or the bullet of an item or a note, or the word beside the enclosures or the copies. */
function isLabel({ style, fragments }: Line): boolean {
  return style === 'closing-label' || /^(?:[\p{Nd}]+\.?|•)\s*$/u.test(fragmentsText(fragments));
}

describe('every line of every letter of the sample', () => {
  test('has an origin, unless it is a label', () => {
    const without = letters.flatMap(({ letter, pages }) =>
      pages.pages
        .flatMap(linesOfPage)
        .filter((line) => line.origin === undefined && !isLabel(line))
        .map(({ fragments }) => `${letter.id}.${letter.language}: ${fragmentsText(fragments)}`),
    );
    expect(without).toEqual([]);
  });

  test('is of a line of a template that has its first words', () => {
    const wrong = new Set<string>();
    let count = 0;
    for (const { pages, letter } of letters) {
      const origins = new Set(pages.pages.flatMap(linesOfPage).map(({ origin }) => origin));
      for (const origin of origins) {
        if (origin === undefined) continue;
        const { block, content } = origin;
        const isSubject = 'part' in block && block.part === 'subject';
        if ('part' in block && !isSubject) continue;
        count += 1;
        const written = writtenAt('part' in block ? letter.subjectOrigin : block);
        const { values } = findContentValues(content, '');
        const [firstWord = ''] = plainText(content).trim().split(/\s/u, 1);
        const beginsWithValue = values[0]?.start === 0;
        const isRight = beginsWithValue ? /^\W*\{\{/u.test(written) : written.includes(firstWord);
        if (!isRight) wrong.add(`${JSON.stringify(block)}: ${firstWord} | ${written}`);
      }
    }
    expect(count).toBeGreaterThan(1500);
    expect([...wrong]).toEqual([]);
  });
});

/** Compares what is printed under the areas of each value with the value. */
function wrongValues({ pages }: Pick<Made, 'pages'>, { language }: Letter): { wrong: string[]; count: number } {
  const comma = conventionsOf(language).comma.trimEnd();
  const found = wordsUnderValues(pages, comma);
  const printed = new Set(pages.pages.flatMap(linesOfPage).flatMap(({ origin }) => origin ?? []));
  const expected = [...printed].flatMap(({ content }) => findContentValues(content, comma).values);
  const wrong = [...found].flatMap(([{ path, text }, words]) =>
    words === countedText(text) ? [] : `${path}: ${words}, not ${text}`,
  );
  if (found.size !== expected.length) wrong.push(`${found.size} values, not ${expected.length}`);
  return { wrong, count: expected.length };
}

describe('the area of every value', () => {
  test('is over its words', () => {
    const results = letters.map((made) => wrongValues(made, made.letter));
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(results.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(500);
  });

  const pages = PRESET_PAGES.flatMap((page): readonly PageSettings[] => [page, { ...page, justify: true }]);
  test.each(pages)('is over its words with the page %j', async (page) => {
    const values = createValues();
    const wrong: string[] = [];
    for (const language of ['en', 'fr', 'es', 'ar']) {
      const ofLanguage = letters.filter(({ letter }) => letter.language === language).slice(0, 6);
      expect(ofLanguage).toHaveLength(6);
      const typeset = await createTypesetter({ page }, language, NO_LOCALES, await fonts(), values);
      for (const { letter } of ofLanguage)
        wrong.push(...wrongValues({ pages: valueDespiteWarnings(typeset(letter)) }, letter).wrong);
    }
    expect(wrong).toEqual([]);
  });
});

test('every part has a name, an area on its page, and a file that the campaign has', () => {
  const wrong: string[] = [];
  for (const { target, letter, pages } of letters) {
    const explanation = explain(plan, target);
    const input = {
      plan,
      selection: target.selection,
      profile: emptyFields('recipients/none.yaml'),
      letter,
      explanation,
      pathOf: (file: string) => file,
    };
    const parts = findPageParts(pages, input);
    expect(parts.length).toBeGreaterThan(20);
    for (const { name, area, page, file, rule, evidence } of parts) {
      const { width, height } = pages.sheet;
      const isOnPage =
        area.x >= 0 && area.y >= 0 && area.x + area.width <= width && area.y + area.height <= height && area.width > 0;
      const files = [file, rule?.file ?? null, ...evidence.map((entry) => entry.file)];
      const areFiles = files.every(
        (each) => each === null || /^(?:templates|recipients|languages)\/.*:\d+$/u.test(each),
      );
      if (name === '' || !isOnPage || !areFiles || page >= pages.pages.length)
        wrong.push(JSON.stringify({ name, area, files }));
    }
  }
  expect(wrong).toEqual([]);
});
