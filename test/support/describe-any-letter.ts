import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { areListed } from '../../src/model/signature-lines.ts';
import { linesOfPage } from '../../src/model/page-lines.ts';
import type { Letter } from '../../src/model/letter.ts';
import type { Line, PagedLetter, StructureChild, StructureElement } from '../../src/model/page.ts';
import { anyLetter } from './any-letter.ts';
import { FIXED_SIZE, FIXED_ADVANCE, fixedShaper, fixedStylesheet } from './fixed-shaper.ts';
import { valueDespiteWarnings } from './outcomes.ts';
import { notesOnPages } from './printed-notes.ts';
import { elementsOf, linesIn, spokenWords, textOfLine } from './read-pages.ts';
import { typesetWith } from './typeset-with.ts';
import { letterWords, loadHyphenation } from './product-languages.ts';

const SEED = 20251201;

interface Sample {
  readonly letter: Letter;
  readonly paged: PagedLetter;
}

/**
 * Defines tests of what holds for the pages of any letter, with `count` generated letters, every second of them
 * justified.
 */
export function describeAnyLetter(count: number): void {
  let samples: readonly Sample[];
  beforeAll(async () => {
    const hyphenate = await loadHyphenation('en');
    samples = fc.sample(anyLetter(), { numRuns: count, seed: SEED }).map((letter, index) => {
      const stylesheet = { ...fixedStylesheet, justified: index % 2 === 1 };
      const outcome = typesetWith(letter, stylesheet, fixedShaper, hyphenate);
      return { letter, paged: valueDespiteWarnings(outcome) };
    });
  }, 120_000);

  /** Runs a check on every sample; the error of a failed check names the sample. */
  function checkEveryLetter(check: (paged: PagedLetter, letter: Letter) => void): void {
    expect(samples).toHaveLength(count);
    expect(Math.max(...samples.map(({ paged }) => paged.pages.length))).toBeGreaterThan(3);
    for (const [index, { paged, letter }] of samples.entries()) {
      try {
        check(paged, letter);
      } catch (error) {
        throw new Error(`letter ${index} of seed ${SEED}: ${String(error)}`, { cause: error });
      }
    }
  }

  describe('any letter', () => {
    test('has every word once and in order in its structure tree, each source in full once on a page', () => {
      let shortCount = 0;
      checkEveryLetter((paged, letter) => {
        const notes = notesOnPages(letter, paged);
        shortCount += notes.filter(({ fullNote }) => fullNote !== undefined).length;
        expect(withoutSpace(spokenWords(paged))).toBe(withoutSpace(letterWords(letter, notes)));
      });
      expect(shortCount).toBeGreaterThan(count / 3);
    });

    test('refers to each marked content of its pages once in its structure tree', () => {
      checkEveryLetter(({ pages, structure }) => {
        const contentIds = pages.flatMap(({ contents }, page) => contents.map((_, content) => `${page} ${content}`));
        expect(contentsIn(structure).toSorted()).toEqual(contentIds.toSorted());
      });
    });

    test('has no line that is longer than the measure, apart from what hangs', () => {
      const { leftMargin, measure, naskhScale } = fixedStylesheet;
      const greatestHang = 0.7 * FIXED_ADVANCE * naskhScale;
      checkEveryLetter(({ pages }) => {
        for (const line of pages.flatMap(linesOfPage)) {
          const { from, to } = extentOf(line);
          const hang = ['body', 'quotation'].includes(line.style) ? greatestHang : 0;
          expect(from).toBeGreaterThan(leftMargin - hang - 0.01);
          expect(to).toBeLessThan(leftMargin + measure + hang + 0.01);
        }
      });
    });

    test('has no overlapping lines, and no line below the text area', () => {
      const { textBottom, spareDepth } = fixedStylesheet;
      checkEveryLetter(({ pages }) => {
        for (const lines of pages.map(linesOfPage)) {
          expect(
            lines.filter(({ style, baseline }) => style !== 'folio' && baseline > textBottom + spareDepth),
          ).toEqual([]);
          const overlapping = lines.filter((line, index) =>
            lines.slice(index + 1).some((other) => overlap(line, other)),
          );
          expect(overlapping.map(textOfLine)).toEqual([]);
        }
      });
    });

    test('has no overlapping words', () => {
      checkEveryLetter(({ pages }) => {
        const lines = pages.flatMap(linesOfPage);
        const overlapping = lines.filter(({ fragments }) => {
          const fromLeft = fragments.toSorted((a, b) => a.x - b.x);
          return fromLeft.some(({ x, width }, index) => x + width > (fromLeft[index + 1]?.x ?? Infinity) + 0.01);
        });
        expect(overlapping.map(textOfLine)).toEqual([]);
      });
    });

    test('has no widows and no orphans, not even in its notes', () => {
      let multiLineCount = 0;
      checkEveryLetter(({ pages, structure }) => {
        for (const paragraph of ['P', 'H1', 'H2', 'H3'].flatMap((role) => elementsOf(structure, role))) {
          const lines = linesOnPages(paragraph, pages);
          if (lines.length < 2) continue;
          multiLineCount += 1;
          expect(Math.min(...lines)).toBeGreaterThan(1);
        }
      });
      expect(multiLineCount).toBeGreaterThan(count / 2);
    });

    test('has no page with body text that ends with a heading', () => {
      checkEveryLetter(({ pages }) => {
        for (const page of pages) {
          const styles = linesOfPage(page)
            .filter(isOfText)
            .map(({ style }) => style);
          if (!/^heading|^subject/.test(styles.at(-1) ?? '')) continue;
          expect(styles.filter((style) => ['body', 'quotation'].includes(style))).toEqual([]);
        }
      });
    });

    test('has at most two hyphenated lines in a row, and none at the end of a page', () => {
      let hyphenCount = 0;
      checkEveryLetter(({ pages }) => {
        for (const lines of pages.map(linesOfPage)) {
          const text = lines.filter(({ style }) => ['body', 'quotation', 'note'].includes(style));
          const hyphenated = text.map((line) => /[-\u00ad]\s*$/.test(textOfLine(line)));
          hyphenCount += hyphenated.filter(Boolean).length;
          expect(hyphenated.map(Number).join('')).not.toContain('111');
          const [body, notes] = [
            text.filter(({ style }) => style !== 'note'),
            text.filter(({ style }) => style === 'note'),
          ];
          for (const part of [body, notes]) expect(textOfLine(part.at(-1) ?? { ...NO_LINE })).not.toMatch(/\u00ad$/);
        }
      });
      expect(hyphenCount).toBeGreaterThan(count / 3);
    });

    test('has its notice on every page', () => {
      checkEveryLetter(({ pages }, { notice }) => {
        for (const page of pages)
          expect(linesIn(page, 'notice').join('').replaceAll(' ', '')).toBe((notice ?? '').replaceAll(' ', ''));
      });
    });

    test('has each note on the page of its first mark', () => {
      checkEveryLetter(({ pages, structure }) => {
        const seen = new Set<string>();
        for (const [page, { links }] of pages.entries()) {
          for (const { destination, description } of links) {
            if (destination.kind !== 'place' || seen.has(description) || BACK_LINK.test(description)) continue;
            seen.add(description);
            expect(destination.page).toBe(page);
          }
        }
        expect(elementsOf(structure, 'Note')).toHaveLength(5);
      });
    });

    test('leads back from each note with a mark to the page and the line of its first mark', () => {
      let backLinkCount = 0;
      checkEveryLetter(({ pages }) => {
        const links = pages.flatMap((page, index) => page.links.map((link) => ({ ...link, page: index })));
        for (const { destination, description } of links.filter((link) => BACK_LINK.test(link.description))) {
          if (destination.kind !== 'place') throw new Error('the link leads out of the letter');
          const number = description.replace(/\D/g, '');
          const mark = links.find((link) => link.description.startsWith(`${number} `));
          expect(destination.page).toBe(mark?.page);
          const belowTop = (mark?.area.y ?? 0) - destination.y;
          expect(belowTop).toBeGreaterThan(-FIXED_SIZE);
          expect(belowTop).toBeLessThan(2 * FIXED_SIZE);
          backLinkCount += 1;
        }
      });
      expect(backLinkCount).toBeGreaterThan(count);
    });

    test('has its close and some of its body on the page of its signatures', () => {
      checkEveryLetter(({ pages }, { signatures }) => {
        const lastStyle = signatures.length === 0 ? 'close' : 'signature';
        const signaturePages = pages.filter((page) => linesIn(page, lastStyle).length > 0);
        if (!areListed(signatures)) {
          expect(signaturePages).toHaveLength(1);
          expect(linesIn(signaturePages[0], 'signature').length).toBeGreaterThanOrEqual(signatures.length);
        }
        expect(linesIn(signaturePages[0], 'close')).not.toEqual([]);
        const styles = new Set(
          signaturePages
            .slice(0, 1)
            .flatMap(linesOfPage)
            .map(({ style }) => style),
        );
        const textStyles = ['body', 'heading-2', 'heading-3', 'quotation', 'table'];
        expect(textStyles.some((style) => styles.has(style))).toBe(true);
      });
    });
  });
}

/** Removes spaces, line ends and soft hyphens, because a line break may replace or add them. */
export function withoutSpace(words: string): string {
  return words.replaceAll(/[ \n\u00ad]/g, '');
}

/** The description of a link from a note to its mark. */
const BACK_LINK = /^Back to the mark of note \d+$/;

const NO_LINE: Line = { baseline: 0, style: 'body', fragments: [], contents: [], origin: undefined };

/** The number of lines of an element on each page that has any. */
function linesOnPages(element: StructureElement, pages: PagedLetter['pages']): readonly number[] {
  const elementContents = new Set(contentsIn(element));
  return pages
    .map((page, index) =>
      linesOfPage(page).filter(({ contents }) =>
        contents.some(({ contentId }) => elementContents.has(`${index} ${contentId}`)),
      ),
    )
    .map((lines) => lines.length)
    .filter((count) => count > 0);
}

/** The marked contents of an element, each as the index of its page and its id. */
function contentsIn(element: StructureElement): readonly string[] {
  return element.children.flatMap((child: StructureChild) => {
    if (child.kind === 'element') return contentsIn(child);
    return child.kind === 'content' ? [`${child.page} ${child.content}`] : [];
  });
}

/** The left and right ends of a line's visible glyphs, in points. */
function extentOf({ fragments }: Line): { readonly from: number; readonly to: number } {
  const inked = fragments.filter(({ glyphs }) => glyphs.some((glyph) => glyph.text.trim() !== ''));
  return { from: Math.min(...inked.map(({ x }) => x)), to: Math.max(...inked.map(({ x, width }) => x + width)) };
}

function overlap(a: Line, b: Line): boolean {
  if (Math.abs(a.baseline - b.baseline) >= FIXED_SIZE) return false;
  const [one, other] = [extentOf(a), extentOf(b)];
  return one.from < other.to && other.from < one.to;
}

/** Whether a line is part of the letter's text: neither a folio nor a note. */
export function isOfText({ style }: Line): boolean {
  return style !== 'folio' && style !== 'note';
}
