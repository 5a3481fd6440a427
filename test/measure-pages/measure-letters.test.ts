import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPdfWriter } from '../../src/formats/pdf/write-pdf.ts';
import { findFullNotes } from '../../src/languages/note-forms.ts';
import { createTypesetter } from '../../src/layout/typeset.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import type { Stylesheet } from '../../src/layout/stylesheet.ts';
import { withNaskhLeading } from '../../src/layout/naskh-leading.ts';
import { createUnbreakableSpaceFinder } from '../../src/layout/paragraph/line-breaks.ts';
import { createPunctuationSpaceSetter } from '../../src/layout/paragraph/punctuation-spaces.ts';
import { mergeLetter } from '../../src/merge/merge-letter.ts';
import { internLetter } from '../../src/model/intern-letter.ts';
import type { Letter } from '../../src/model/letter.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';
import type { PagedLetter } from '../../src/model/page.ts';
import { linesOfPage } from '../../src/model/page-lines.ts';
import { NO_PICTURES } from '../../src/model/picture.ts';
import { createValues } from '../../src/model/values.ts';
import { requireTools } from '../conformance/tools.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { productFonts } from '../support/product-fonts.ts';
import { conventionsOf, noteContent } from '../support/product-languages.ts';
import { openShipped } from '../support/shipped-campaign.ts';
import { bodyParts, countHoles, measureBody, type LetterMeasures } from './letter-measures.ts';
import { placedWords, type PlacedWord } from './measured-lines.ts';
import { compileTypst, installTypst } from './set-by-typst.ts';
import { typstSource, type TypstLetter } from './typst-letter.ts';

const LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;

/** The measures of a whole letter. */
interface Measures extends LetterMeasures {
  readonly pages: number;
  /** Pages before the last with more than six empty lines. */
  readonly holes: number;
}

interface Comparison {
  readonly name: string;
  readonly ours: Measures;
  readonly typst: Measures;
}

const folder = mkdtempSync(join(tmpdir(), 'demarche-letters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const comparisons: Comparison[] = [];
beforeAll(async () => {
  requireTools({ pdftotext: 'poppler-utils' });
  await installTypst();
  for (const letter of await presidentLetters())
    for (const isJustified of [false, true]) comparisons.push(await compare(letter, isJustified));
});

/** The letter of the sample campaign to the President, in all its languages. */
async function presidentLetters(): Promise<readonly Letter[]> {
  const { plan, addressees } = await openShipped(['pdf'], { editions: 'all' });
  const values = createValues();
  return LANGUAGES.map((language) => {
    for (const addressee of addressees) {
      if (addressee.kind !== 'target' || addressee.target.kind !== 'letter') continue;
      const { selection } = addressee.target;
      if (selection.recipient.id === 'asp-president' && selection.language === language)
        return internLetter(valueDespiteWarnings(mergeLetter(plan.campaign, plan.templates, selection)), values);
    }
    throw new Error(`no letter to the President in ${language}`);
  });
}

/** Sets a letter with both programs and measures it. */
async function compare(letter: Letter, isJustified: boolean): Promise<Comparison> {
  const { language } = letter;
  const conventions = conventionsOf(language);
  const isRightToLeft = conventions.writingDirection === 'rtl';
  const plain = stylesheetFor({ preset: 'international' }, 'a4');
  const stylesheet = isRightToLeft ? withNaskhLeading(plain) : plain;
  const fonts = await productFonts();
  const name = `${language} ${isJustified ? 'justified' : 'ragged'}`;
  const fileOf = (what: string): string => join(folder, `${name}-${what}.pdf`.replaceAll(' ', '-'));

  const settings = { page: { preset: 'international', justify: isJustified } } as const;
  const typeset = await createTypesetter(settings, language, NO_LOCALES, fonts, createValues());
  const paged = valueDespiteWarnings(typeset(letter));
  writeFileSync(fileOf('ours'), createPdfWriter(fonts, NO_PICTURES)(paged));
  const ourWords = await placedWords(fileOf('ours'));

  const findUnbreakableSpaces = createUnbreakableSpaceFinder(conventions);
  const setPunctuationSpaces = createPunctuationSpaceSetter(conventions);
  const fullNotes = findFullNotes(letter.notes);
  const typstLetter: Omit<TypstLetter, 'pages'> = {
    letter,
    stylesheet,
    isJustified,
    contentOf: (note) => noteContent(note, fullNotes[letter.notes.indexOf(note)], language),
    withUnbreakableSpaces: (text) => {
      const spaced = setPunctuationSpaces([{ text, note: undefined }])[0]?.text ?? '';
      const unbreakable = findUnbreakableSpaces(spaced);
      return spaced.replaceAll(/ /g, (space, index: number) => (unbreakable.has(index + 1) ? '\u00A0' : space));
    },
  };
  await compileTypst(typstSource({ ...typstLetter, pages: 'one' }), fileOf('typst-lines'));
  await compileTypst(typstSource({ ...typstLetter, pages: roomAround(paged, stylesheet) }), fileOf('typst-pages'));
  const typstPages = await placedWords(fileOf('typst-pages'));

  const script = isRightToLeft ? 'naskh' : 'serif';
  const scale = isRightToLeft ? stylesheet.naskhScale : 1;
  const space =
    (fonts.shape(script, ' ', { language, figures: 'lining', direction: 'ltr' }).advance *
      stylesheet.styles.body.size *
      scale) /
    1000;
  const measured = (words: readonly PlacedWord[]): LetterMeasures =>
    measureBody(words, bodyParts(letter.body, stylesheet), stylesheet, { isRightToLeft, isJustified, space });
  const pageCount = (words: readonly PlacedWord[]): number => Math.max(...words.map(({ page }) => page)) + 1;
  return {
    name,
    ours: {
      pages: paged.pages.length,
      holes: countHoles(ourWords, stylesheet.textBottom),
      ...measured(bodyWords(ourWords, paged)),
    },
    typst: {
      pages: pageCount(typstPages),
      holes: countHoles(typstPages, stylesheet.textBottom),
      ...measured(await placedWords(fileOf('typst-lines'))),
    },
  };
}

const BODY_STYLES: ReadonlySet<string> = new Set(['body', 'heading-2', 'heading-3', 'quotation']);

/** The baselines of the body, and those of the lines after it, by page. */
function baselinesOf({ pages }: PagedLetter, isWanted: (style: string) => boolean): readonly (readonly number[])[] {
  return pages.map((page) =>
    linesOfPage(page)
      .filter(({ style }) => isWanted(style))
      .map(({ baseline }) => baseline),
  );
}

/** The words of the body: those on its baselines. */
function bodyWords(words: readonly PlacedWord[], paged: PagedLetter): readonly PlacedWord[] {
  const baselines = baselinesOf(paged, (style) => BODY_STYLES.has(style));
  return words.filter(({ page, top, bottom }) =>
    (baselines[page] ?? []).some((baseline) => top + (bottom - top) / 2 < baseline && baseline < bottom),
  );
}

/** The height of what is above the body on the first page, and of what is below it on the last, in points. */
function roomAround(paged: PagedLetter, { styles, space }: Stylesheet): { above: number; below: number } {
  const { leading } = styles.body;
  const first = baselinesOf(paged, (style) => BODY_STYLES.has(style)).find((page) => page.length > 0)?.[0] ?? 0;
  const afterBody = paged.pages.flatMap((page) => {
    const lines = linesOfPage(page);
    const close = lines.findIndex(({ style }) => style === 'close');
    if (close < 0) return [];
    const last = lines.filter(({ style }) => ['signature', 'closing', 'closing-label'].includes(style)).at(-1);
    return [(last?.baseline ?? 0) - (lines[close]?.baseline ?? 0) + leading];
  });
  return { above: first - leading, below: (afterBody[0] ?? 0) + space.paragraphs.natural };
}

describe('the letter to the President, compared with that of typst in the same font, size and measure', () => {
  test('is measured in four languages, ragged and justified', () => {
    expect(comparisons).toHaveLength(2 * LANGUAGES.length);
    for (const { ours, typst } of comparisons) {
      expect(ours.lines).toBeGreaterThan(70);
      expect(Math.abs(ours.lines - typst.lines)).toBeLessThan(0.1 * typst.lines);
    }
  });

  test('has no line of one word and no short last line', () => {
    expect(comparisons.map(({ ours }) => [ours.loneWords, ours.shortLastLines])).toEqual(comparisons.map(() => [0, 0]));
  });

  test('has no more hyphens and no more loose lines, if it is justified', () => {
    for (const { name, ours, typst } of comparisons) {
      // Ragged text is not hyphenated by typst.
      if (name.endsWith('ragged')) continue;
      expect(ours.hyphens, name).toBeLessThanOrEqual(typst.hyphens);
      expect(ours.loose, name).toBeLessThanOrEqual(typst.loose);
    }
  });
});

afterAll(() => {
  const row = (name: string, who: string, each: Measures): string =>
    [
      name.padEnd(12),
      who.padEnd(6),
      each.pages,
      each.lines,
      each.hyphens,
      each.loose,
      each.loneWords,
      each.shortLastLines,
      each.holes,
    ].join('\t');
  const rows = comparisons.flatMap(({ name, ours, typst }) => [row(name, 'ours', ours), row(name, 'typst', typst)]);
  console.log(['letter      \tby    \tpages\tlines\thyphens\tloose\tlone\tshort\tholes', ...rows].join('\n'));
});
