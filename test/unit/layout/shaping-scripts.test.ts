import { describe, expect, test } from 'vitest';
import type { WordShaper } from '../../../src/fonts/fonts.ts';
import { itemise } from '../../../src/layout/paragraph/itemise.ts';
import { embeddingLevels } from '../../../src/layout/paragraph/embedding-levels.ts';
import { fixedShaper } from '../../support/fixed-shaper.ts';
import { aTextRun } from '../../support/a-text-run.ts';

/** Divides the text of a paragraph into items, each as its face and its text. Each text is a run. */
function itemsOf(texts: string | readonly string[], shaper: WordShaper): readonly string[] {
  const text = [texts].flat().join('');
  const levels = embeddingLevels(text, 'ltr', []);
  const runs = [texts].flat().map((each) => aTextRun(each));
  return itemise(runs, levels, shaper).map(({ face, start, end }) => `${face}: ${text.slice(start, end)}`);
}

const HEBREW_LETTER = /[\u0590-\u05FF]/u;
const ARABIC_LETTER = /\p{Script=Arabic}/u;

/** A shaper with Latin in `serif`, Arabic and Latin in `naskh`, and Hebrew in `also-0`. */
const hebrewShaper: WordShaper = {
  ...fixedShaper,
  covers: (face, codePoint) => {
    const character = String.fromCodePoint(codePoint);
    if (HEBREW_LETTER.test(character)) return face === 'also-0';
    return face === 'naskh' || !ARABIC_LETTER.test(character);
  },
  fallbackFor: (_, codePoint) => (HEBREW_LETTER.test(String.fromCodePoint(codePoint)) ? 'also-0' : 'naskh'),
};

describe('the items of a text', () => {
  test('in one face are divided between two scripts that are shaped differently', () => {
    expect(itemsOf('abहिन्दीcd', fixedShaper)).toEqual(['serif: ab', 'serif: हिन्दी', 'serif: cd']);
    expect(itemsOf('தமிழ்हिन्दी', fixedShaper)).toEqual(['serif: தமிழ்', 'serif: हिन्दी']);
  });

  test('are not divided between scripts that can be shaped as one, nor before a character of no script', () => {
    expect(itemsOf('aбγ1.', fixedShaper)).toEqual(['serif: aбγ1.']);
    expect(itemsOf('日本語カナ。', fixedShaper)).toEqual(['serif: 日本語カナ。']);
    expect(itemsOf('हिन्दी।', fixedShaper)).toEqual(['serif: हिन्दी।']);
  });

  test('keep a mark with the letter before it', () => {
    expect(itemsOf('a\u0301\u094D', fixedShaper)).toEqual(['serif: a\u0301\u094D']);
  });
});

describe('the numbers and signs in right-to-left text', () => {
  test('are those of Naskh beside Arabic letters', () => {
    expect(itemsOf('سنة 25 (b)', hebrewShaper).slice(0, 3)).toEqual(['naskh: سنة', 'naskh:  ', 'naskh: 25']);
  });

  test('are those of the text beside Hebrew letters, of another run too', () => {
    expect(itemsOf(['שנת', ' 25'], hebrewShaper)).toEqual(['also-0: שנת', 'serif:  ', 'serif: 25']);
    const items = itemsOf('שנת 25, (ים)', hebrewShaper);
    expect(items).toContain('also-0: שנת');
    expect(items).toContain('serif: 25');
    expect(items.filter((item) => item.startsWith('naskh'))).toEqual([]);
  });
});
