import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import type { EnvelopeWindow, Stylesheet } from '../../../src/layout/stylesheet.ts';
import { withNaskhLeading } from '../../../src/layout/naskh-leading.ts';
import { withMeasures } from '../../../src/layout/own-measures.ts';
import { valueOf } from '../../support/outcomes.ts';
import { aCampaignWith } from '../../support/a-campaign.ts';
import { validatedCampaign } from '../../support/validated.ts';

const sheet = stylesheetFor({ preset: 'international' }, 'a4');
const din = stylesheetFor({ preset: 'din-5008-b' }, 'a4');
const DOCUMENT = readFileSync('docs/typography.md', 'utf8').replaceAll(/\s+/g, ' ');

/** The numbers that a sentence of the document has in the places of its groups. */
function numbersIn(sentence: RegExp): readonly number[] {
  const [, ...numbers] = sentence.exec(DOCUMENT) ?? [];
  expect(numbers, String(sentence)).not.toEqual([]);
  return numbers.map(Number);
}

const inMillimetres = (points: number): number => Math.round((points * 254) / 72) / 10;

describe('docs/typography.md gives the measures of the stylesheet', () => {
  test('of the body and of notes', () => {
    const { body, note } = sheet.styles;
    expect(
      numbersIn(/Noto Serif, ([\d.]+) on (\d+) points, (\d+) points wide; in notes, ([\d.]+) on ([\d.]+)\./),
    ).toEqual([body.size, body.leading, sheet.measure, note.size, note.leading]);
  });

  test('of spaces that give', () => {
    const { space, styles, leastLeading, spareDepth } = sheet;
    const { natural, least, most } = space.paragraphs;
    const rounded = (length: number): number => Math.round(length * 100) / 100;
    expect(
      numbersIn(
        /shrink to ([\d.]+) of its natural length and stretch to ([\d.]+): that between two paragraphs, ([\d.]+) points, from ([\d.]+) to ([\d.]+)\./,
      ),
    ).toEqual([least / natural, most / natural, natural, least, most].map(rounded));
    const { leading } = styles.body;
    expect(numbersIn(/from (\d+) points to ([\d.]+) at the least, .* all pages end up to (\d+) points lower/)).toEqual([
      leading,
      rounded(leading * leastLeading),
      spareDepth,
    ]);
    const fixed = withMeasures(sheet, { bottom: 700, paragraphs: 10 });
    expect([fixed.spareDepth, ...Object.values(fixed.space.paragraphs).map(rounded)]).toEqual([0, 10, 6, 13.33]);
  });

  test('of Arabic, in the body as in notes', () => {
    expect(numbersIn(/Amiri, ([\d.]+) times as large, .* letters in Arabic have ([\d.]+) times the leading/)).toEqual([
      sheet.naskhScale,
      sheet.naskhLeading,
    ]);
    expect(DOCUMENT).toContain('the leading of notes grows by the same factor as that of the body');
    const growthOf = (style: keyof Stylesheet['styles']): number =>
      withNaskhLeading(sheet).styles[style].leading / sheet.styles[style].leading;
    expect(growthOf('note')).toBeCloseTo(growthOf('body'));
  });

  test('of the windows of DIN 5008', () => {
    const [windowA, windowB] = (['din-5008-a', 'din-5008-b'] as const).map(
      (preset) => stylesheetFor({ preset }, 'a4').window,
    );
    expect(
      numbersIn(
        /field measures (\d+) × (\d+) mm, (\d+) mm from the left edge; it begins (\d+) mm from the top in form A and (\d+) mm in form B/,
      ),
    ).toEqual(
      [windowB?.area.width, windowB?.area.height, windowB?.area.x, windowA?.area.y, windowB?.area.y].map((points) =>
        inMillimetres(points ?? 0),
      ),
    );
    expect(numbersIn(/its lower ([\d.]+) mm for the address/)).toEqual([
      inMillimetres((windowB?.area.y ?? 0) + (windowB?.area.height ?? 0) - (windowB?.addressTop ?? 0)),
    ]);
    const [a1, a2, b1, b2, punch] = numbersIn(
      /Folds are at (\d+) and (\d+) mm in form A, at (\d+) and (\d+) mm in form B; the punch mark is at ([\d.]+) mm/,
    );
    const marksOf = (window: EnvelopeWindow | undefined) => window?.marks.map(({ y }) => inMillimetres(y));
    expect([marksOf(windowA), marksOf(windowB)]).toEqual([
      [a1, punch, a2],
      [b1, punch, b2],
    ]);
  });
});

test('the address and the date of DIN 5008 keep their size beside text of any size, as docs/typography.md says', () => {
  expect(DOCUMENT).toContain('`text` does not change the size of the address and the date.');
  const larger = withMeasures(din, { text: { size: 13, leading: 20 } }).styles;
  expect([larger.address, larger.date]).toEqual([din.styles.address, din.styles.date]);
  expect([larger.body.size, larger.salutation.leading]).toEqual([13, 20]);
  const international = withMeasures(sheet, { text: { size: 13, leading: 20 } }).styles;
  expect([international.address.size, international.date.leading]).toEqual([13, 20]);
});

describe('the bounds in the table of docs/typography.md', () => {
  const accepts = async (key: string, value: string): Promise<boolean> => {
    const page = `{ stylesheet: { ${key}: ${value} } }`;
    return (await validatedCampaign(aCampaignWith('templates/appeal/letter.yaml', '{ preset: international }', page)))
      .ok;
  };
  const rows = [...DOCUMENT.matchAll(/\| `(\w+)` \| ([\d.]+)(?: to |–)([\d.]+) \| (.*?) \|/g)].map(
    ([, key = '', from = '', to = '', meaning = '']) => ({ key, from: Number(from), to: Number(to), meaning }),
  );

  test('are those of eight keys', () => {
    expect(rows.map(({ key }) => key)).toEqual('left measure top bottom text notes paragraphs signature'.split(' '));
  });

  test.each(rows)('$key: $from to $to', async ({ key, from, to, meaning }) => {
    const [, low, high] = /`leading` from (\d+) to (\d+)/.exec(meaning) ?? [];
    const measureOf = (points: number): string =>
      low === undefined ? String(points) : `{ size: ${points}, leading: ${points < (from + to) / 2 ? low : high} }`;
    expect(await Promise.all([from, to].map((points) => accepts(key, measureOf(points))))).toEqual([true, true]);
    expect(await Promise.all([from - 0.1, to + 0.1].map((points) => accepts(key, measureOf(points))))).toEqual([
      false,
      false,
    ]);
    if (low === undefined) return;
    expect(await accepts(key, `{ size: ${from}, leading: ${Number(high) + 0.1} }`)).toBe(false);
    expect(await accepts(key, `{ size: ${from - 1}, leading: ${Number(low) - 0.1} }`)).toBe(false);
  });
});

test('the default preset of docs/typography.md is that of the tool', async () => {
  expect(DOCUMENT).toContain('preset: din-5008 # or international, the default');
  const page = '{ justify: true }';
  const campaign = validatedCampaign(aCampaignWith('templates/appeal/letter.yaml', '{ preset: international }', page));
  expect(valueOf(await campaign).letter.page.preset).toBe('international');
});
