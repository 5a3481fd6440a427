import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIRECTORY_HEADER, readTableRecords } from '../../src/fonts/sfnt.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { type TestFont, fontBytes, withChecksums } from '../support/own-fonts.ts';
import { ownFontCampaign } from '../support/own-font-campaign.ts';
import { runInMemory } from '../support/run-in-memory.ts';
import { readPdf } from '../support/read-pdf.ts';

/** A font, where it is used, and words of its script. */
const FONTS: readonly (readonly [font: TestFont, fonts: (file: string) => string, words: string])[] = [
  ['hebrew', (file) => `{ also: [${file}] }`, 'מדינת ישראל שָׁלוֹם'],
  ['devanagari', (file) => `{ also: [${file}] }`, 'प्रधानमन्त्री हिन्दी क्षत्रिय'],
  [
    'cff',
    (file) => `{ text: { regular: ${file}, bold: ${file}, italic: ${file}, bold-italic: ${file} } }`,
    'The office of Ångström, efficient waffles, *once* **more**',
  ],
];

/** The greatest end of the table directory of these fonts, in bytes. */
const DIRECTORY_END = 400;
const NO_BYTES = new Uint8Array();
/** The tables that HarfBuzz reads to shape a word. */
const LAYOUT_TABLES: ReadonlySet<string> = new Set(['GDEF', 'GPOS', 'GSUB', 'cmap', 'hhea', 'hmtx', 'kern', 'maxp']);
/** The seed of the damages, so that each run makes the same ones. */
const SEED = 20_251_201;

/** Makes a PDF of a letter in a font file, in memory. */
async function generate(font: Uint8Array, fonts: string, words: string) {
  const campaign = ownFontCampaign({ fonts, files: { 'Name.ttf': font }, body: `# Names\n\n${words}\n` });
  const { world, output } = memoryWorld(campaign);
  const result = await runInMemory(['generate', '--to', 'pdf'], world);
  return { ...result, pdf: output.get('names/a.en.pdf') };
}

describe.each(FONTS)('a damaged font (%s)', (name, fonts, words) => {
  const good = fontBytes(name);

  test('with one other byte is a fault that names the file, or makes the same letter', async () => {
    const whole = await generate(good, fonts('fonts/Name.ttf'), words);
    expect(whole.code).toBe(0);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (position, difference) => {
        const bytes = good.slice();
        bytes[position] = (bytes[position] ?? 0) ^ difference;
        const { code, err, pdf } = await generate(bytes, fonts('fonts/Name.ttf'), words);
        // No checksum covers the directory, which may then lack a table that a font can do without.
        if (code === 0 && position < DIRECTORY_END) await expect(readPdf(pdf ?? NO_BYTES)).resolves.toBeDefined();
        else if (code === 0) expect(pdf).toEqual(whole.pdf);
        else expect(err).toMatch(/error\[font\/(damaged|unsupported)\]: “templates\/names\/fonts\/Name\.ttf”/u);
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  test('whose checksums were made again is a fault, or makes a PDF that can be read', async () => {
    const replacement = fc.tuple(
      fc.integer({ min: DIRECTORY_HEADER, max: good.length - 1 }),
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(replacement, { minLength: 1, maxLength: 6 }), async (replacements) => {
        const bytes = good.slice();
        for (const [position, values] of replacements) bytes.set(values.subarray(0, bytes.length - position), position);
        const { code, err, pdf } = await generate(withChecksums(bytes), fonts('fonts/Name.ttf'), words);
        if (code === 0) await expect(readPdf(pdf ?? NO_BYTES)).resolves.toBeDefined();
        else
          expect(err).toMatch(
            /error\[(font\/(damaged|unsupported|not-embeddable)|glyph\/missing|page\/does-not-fit)\]/u,
          );
      }),
      { numRuns: 170, seed: SEED },
    );
  });

  test('whose layout tables have other numbers is a fault, or makes a PDF that can be read', async () => {
    const tables = readTableRecords(good).filter(({ tag }) => LAYOUT_TABLES.has(tag));
    expect(tables.length).toBeGreaterThan(3);
    // The numbers at the beginning of a table are offsets and counts, of which HarfBuzz has to check each.
    const replacement = fc.constantFrom(...tables).chain(({ offset, length }) =>
      fc.tuple(
        fc.oneof(fc.nat(Math.min(length, 200) - 2), fc.nat(length - 2)).map((position) => offset + position),
        fc.constantFrom([0, 0], [0xff, 0xff], [0x7f, 0xff], [0, 1], [0, 0xff]),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(replacement, { minLength: 1, maxLength: 8 }), async (replacements) => {
        const bytes = good.slice();
        for (const [position, values] of replacements) bytes.set(values, position);
        const { code, err, pdf } = await generate(withChecksums(bytes), fonts('fonts/Name.ttf'), words);
        if (code === 0) await expect(readPdf(pdf ?? NO_BYTES)).resolves.toBeDefined();
        else
          expect(err).toMatch(
            /error\[(font\/(damaged|unsupported|not-embeddable)|glyph\/missing|page\/does-not-fit)\]/u,
          );
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  test('that is cut short is a fault that names the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 5), async (length) => {
        const { code, err } = await generate(good.subarray(0, length), fonts('fonts/Name.ttf'), words);
        expect([code, /error\[font\/(damaged|unsupported)\]: “templates\/names\/fonts\/Name\.ttf”/u.test(err)]).toEqual(
          [1, true],
        );
      }),
      { numRuns: 50, seed: SEED },
    );
  });
});
