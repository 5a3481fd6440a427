import { expect, test } from 'vitest';
import { createEndingRaiser } from '../../../src/layout/paragraph/raise-endings.ts';
import type { TextRun } from '../../../src/layout/paragraph/text-runs.ts';
import { productFonts } from '../../support/product-fonts.ts';
import { conventionsOf } from '../../support/product-languages.ts';
import { aTextRun } from '../../support/a-text-run.ts';

const fonts = await productFonts();

const RUN = aTextRun('');

/** The text with `^` before each raised part and `_` after it. */
function raised(text: string, language: string = 'fr'): string {
  const raise = createEndingRaiser(conventionsOf(language).raisedEndings, fonts, language);
  return raise([{ ...RUN, text }])
    .map((run) => (run.figures === 'raised' ? `^${run.text}_` : run.text))
    .join('');
}

test.each([
  ['le 1er décembre 2025', 'le 1^er_ décembre 2025'],
  ['art. 1er, deuxième alinéa', 'art. 1^er_, deuxième alinéa'],
  ['art.1er', 'art.1^er_'],
  ['la 1re, les 1ers et 1res', 'la 1^re_, les 1^ers_ et 1^res_'],
  ['le 2e, le 21e, le 101e, le 11e, les 3es', 'le 2^e_, le 21^e_, le 101^e_, le 11^e_, les 3^es_'],
  ['François Ier, la Ire partie', 'François I^er_, la I^re_ partie'],
  ['le XXIe siècle, la IIe, la IVe, le XIe, la Ve', 'le XXI^e_ siècle, la II^e_, la IV^e_, le XI^e_, la V^e_'],
  ['du 1er-2e trimestre', 'du 1^er_-2^e_ trimestre'],
  ['« 1er »', '« 1^er_ »'],
])('the endings of ordinal numbers are raised in French: %s', (text, expected) => {
  expect(raised(text)).toBe(expected);
});

test.each([
  'Le, Ce, Me Durand, Les, Ces, De, Vers, Xenon',
  '21er, 1e, 1ere, 2eme, 1ère, 11er',
  'https://a.example/1er/2e, le.1er@a.example, www.a.example/2e',
  '2e3, a1er, v1.2e, 1er_mai, 1,5e, ICC2e',
  'en 2025 et à 10 h',
  '',
])('other letters after digits are not: %s', (text) => {
  expect(raised(text)).toBe(text);
});

test.each(['en', 'de', 'es'])('nothing is raised in %s', (language) => {
  expect(raised('1er, 2e', language)).toBe('1er, 2e');
});

test('the superior letters of the fonts keep their text, so that 1er is copied as it is', () => {
  for (const face of ['serif', 'serif-italic', 'serif-bold', 'serif-bold-italic', 'sans', 'sans-bold'] as const) {
    const raise = createEndingRaiser(conventionsOf('fr').raisedEndings, fonts, 'fr');
    const runs = raise([{ ...RUN, face, text: '1er mai, 3es' }]);
    expect(runs.map(({ text }) => text)).toEqual(['1', 'er', ' mai, 3', 'es']);
    expect(runs.map(({ figures, size, rise }) => [figures, size, rise])).toEqual(
      ['lining', 'raised', 'lining', 'raised'].map((figures) => [figures, RUN.size, 0]),
    );
    const options = { language: 'fr', direction: 'ltr' } as const;
    const raised = fonts.shape(face, 'er', { ...options, figures: 'raised' });
    expect(raised.glyphs.map(({ text }) => text)).toEqual(['e', 'r']);
    expect(raised.advance).toBeLessThan(0.75 * fonts.shape(face, 'er', { ...options, figures: 'lining' }).advance);
  }
});

test('superior letters of the face are used if it has them for all of an ending', () => {
  const withSuperior = (letters: string): Parameters<typeof createEndingRaiser>[1] => ({
    metrics: fonts.metrics,
    shape: (_face, word, { figures }) => {
      const idOf = (letter: string): number => (figures === 'raised' && letters.includes(letter) ? 1000 : 0);
      const glyphs = Array.from(word, (letter) => {
        return { id: idOf(letter) + (letter.codePointAt(0) ?? 0), text: letter, advance: 500, dx: 0, dy: 0 };
      });
      return { glyphs, advance: 500 * glyphs.length };
    },
  });
  const endingWith = (letters: string): TextRun | undefined =>
    createEndingRaiser(conventionsOf('fr').raisedEndings, withSuperior(letters), 'fr')([{ ...RUN, text: '1er' }])[1];
  expect(endingWith('er')).toEqual({ ...RUN, text: 'er', figures: 'raised' });
  // Otherwise, the letters are scaled down, and as high as a capital.
  const { size = 0, rise = 0 } = endingWith('e') ?? {};
  const { capHeight, xHeight } = fonts.metrics('serif');
  expect(size).toBeLessThan(RUN.size);
  expect(rise + (size * xHeight) / 1000).toBeCloseTo((RUN.size * capHeight) / 1000);
});

test('the mark of a note is not divided', () => {
  const raise = createEndingRaiser(conventionsOf('fr').raisedEndings, fonts, 'fr');
  const mark = { ...RUN, text: '1er', note: 1 };
  expect(raise([mark])).toEqual([mark]);
});
