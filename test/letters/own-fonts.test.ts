import { describe, expect, test } from 'vitest';
import { memoryWorld } from '../support/memory-world.ts';
import { NATIVE_NAMES } from '../support/native-names.ts';
import { type OwnFontCampaign, campaignWith, ownFontCampaign } from '../support/own-font-campaign.ts';
import { fontBytes } from '../support/own-fonts.ts';
import { readPdf } from '../support/read-pdf.ts';
import { runInMemory } from '../support/run-in-memory.ts';

const ALL_FONTS = NATIVE_NAMES.map(([font]) => font);

/** Makes the letter of a campaign in both formats, and reads the PDF. */
async function generate(campaign: OwnFontCampaign) {
  const { world, output } = memoryWorld(ownFontCampaign(campaign));
  const result = await runInMemory(['generate'], world);
  const pdf = output.get('names/a.en.pdf');
  return { ...result, pdf: pdf === undefined ? undefined : await readPdf(pdf) };
}

describe('the name of a State in its own script', () => {
  test('is not set without a font for it, and the fault names a package that has one', async () => {
    for (const [, [name = '']] of NATIVE_NAMES) {
      const { code, err } = await generate(campaignWith([], name));
      expect([name, code]).toEqual([name, 1]);
      expect(err).toMatch(/npm install @expo-google-fonts\/noto-(?:sans|serif)-[a-z]+/u);
    }
    expect(NATIVE_NAMES.length).toBeGreaterThan(15);
  });

  test('is set when the fonts are named, and the structure has the same text as the Markdown', async () => {
    const names = NATIVE_NAMES.flatMap(([, each]) => each);
    const { code, err, pdf } = await generate(campaignWith(ALL_FONTS, names.join('\n\n')));
    expect([code, err]).toEqual([0, expect.stringContaining('1 letter: 2 files written')]);
    // Noto fonts of other scripts have the heights that lines have room for.
    expect(err).not.toContain('page/lines-touch');
    // pdf.js drops the spaces of right-to-left text, and adds some beside combining marks.
    const squeezed = (words: string): string => words.normalize('NFC').replaceAll(/\s/gu, '');
    const spoken = squeezed(pdf?.spoken ?? '');
    expect(names.filter((name) => !spoken.includes(squeezed(name)))).toEqual([]);
    expect(names.length).toBeGreaterThan(29);
  });
});

describe('a typeface of the campaign', () => {
  const text =
    '{ regular: fonts/cff.ttf, bold: fonts/cff-bold.ttf, italic: fonts/cff-italic.ttf, bold-italic: fonts/cff-bold-italic.ttf }';
  const files = Object.fromEntries(
    (['cff', 'cff-bold', 'cff-italic', 'cff-bold-italic'] as const).map((font) => [`${font}.ttf`, fontBytes(font)]),
  );

  test('replaces that of the text in every cut, and its outlines may be those of CFF', async () => {
    const campaign = ownFontCampaign({
      fonts: `{ text: ${text} }`,
      files,
      body: '# Efficient\n\nA **b** *c* ***d***.\n',
    });
    const { world, output } = memoryWorld(campaign);
    const { code } = await runInMemory(['generate', '--to', 'pdf'], world);
    const names = Buffer.from(output.get('names/a.en.pdf') ?? [])
      .toString('latin1')
      .match(/(?<=\/BaseFont \/[A-Z]{6}\+)[\w-]+/gu);
    expect([code, [...new Set(names)].sort()]).toEqual([
      0,
      ['NotoSans-Bold', 'SourceSans3-Bold', 'SourceSans3-BoldIt', 'SourceSans3-It', 'SourceSans3-Regular'],
    ]);
  });

  test('is not mixed with that of demarche: a letter that it lacks is a fault', async () => {
    const body = '# Names\n\nსახელი\n';
    const { code, err } = await generate({ fonts: `{ text: ${text} }`, files, body });
    expect([code, err]).toEqual([1, expect.stringContaining('the fonts lack Georgian letters of the body')]);
  });
});

describe('an Arabic typeface of the campaign', () => {
  const [font, body] = ['fonts/arabic.ttf', '# Names\n\nنص **عريض** *مائل*\n'];
  const arabic = `{ arabic: { regular: ${font}, bold: ${font}, italic: ${font}, bold-italic: ${font} } }`;
  const files = { 'arabic.ttf': fontBytes('arabic') };

  /** The names of the Arabic fonts of a letter. */
  async function arabicFontsOf(fonts: string): Promise<readonly string[]> {
    const { world, output } = memoryWorld(ownFontCampaign({ fonts, files, body }));
    const { code } = await runInMemory(['generate', '--to', 'pdf'], world);
    expect(code).toBe(0);
    const names = Buffer.from(output.get('names/a.en.pdf') ?? [])
      .toString('latin1')
      .match(/(?<=\/BaseFont \/[A-Z]{6}\+)Amiri[\w-]+/gu);
    return [...new Set(names)].sort();
  }

  test('replaces Amiri in every cut', async () => {
    expect(await arabicFontsOf('{}')).toEqual(['Amiri-Bold', 'Amiri-Italic', 'Amiri-Regular']);
    expect(await arabicFontsOf(arabic)).toEqual(['Amiri-Regular']);
  });
});

describe('a font file that changes', () => {
  test('makes the PDF of its campaign stale, and the Markdown not', async () => {
    const body = 'שמות';
    const campaign = campaignWith(['hebrew'], body);
    const output = new Map<string, Uint8Array>();
    const run = async (files: OwnFontCampaign['files']) =>
      (await runInMemory(['generate'], memoryWorld(ownFontCampaign({ ...campaign, files }), output).world)).err;
    expect(await run(campaign.files)).toContain('2 files written, 0 unchanged');
    expect(await run(campaign.files)).toContain('0 files written, 2 unchanged');
    expect(await run({ 'hebrew.ttf': fontBytes('hebrew-bold') })).toContain('1 file written, 1 unchanged');
    expect(await run({ 'hebrew.ttf': fontBytes('hebrew-bold') })).toContain('0 files written, 2 unchanged');
  });

  test('is not read in a run that writes Markdown alone', async () => {
    const { world } = memoryWorld(ownFontCampaign({ ...campaignWith(['hebrew'], 'Names'), files: {} }));
    expect((await runInMemory(['generate', '--to', 'md'], world)).err).toContain('1 file written');
    expect((await runInMemory(['generate'], world)).err).toContain('error[file/missing]');
  });
});
