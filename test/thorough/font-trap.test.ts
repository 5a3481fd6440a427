import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as HarfBuzz from 'harfbuzzjs';
import { describe, expect, test, vi } from 'vitest';
import { FontTrap } from '../../src/fonts/damaged-font.ts';
import type { ShapingOptions } from '../../src/fonts/fonts.ts';
import { openFonts } from '../../src/fonts/open-fonts.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { campaignWith, ownFontCampaign } from '../support/own-font-campaign.ts';
import { fontBytes } from '../support/own-fonts.ts';
import { runInMemory } from '../support/run-in-memory.ts';

/** The name of the error that HarfBuzz throws here when it shapes a word in a font with Hebrew letters. */
const failure = vi.hoisted(() => ({ name: '' }));
const ALEF = 0x5d0;

vi.mock('harfbuzzjs', async (importOriginal) => {
  const hb = await importOriginal<typeof HarfBuzz>();
  return {
    ...hb,
    shape: (font: HarfBuzz.Font, buffer: HarfBuzz.Buffer, features: HarfBuzz.Feature[]) => {
      if (font.glyph(ALEF) !== undefined) throw Object.assign(new Error('unreachable'), { name: failure.name });
      hb.shape(font, buffer, features);
    },
  };
});

function generate() {
  return runInMemory(
    ['generate', '--to', 'pdf'],
    memoryWorld(ownFontCampaign(campaignWith(['hebrew'], 'ירושלים'))).world,
  );
}

describe('HarfBuzz that ends in a trap while it shapes a word', () => {
  test('in a font of the campaign makes a fault that names the file', async () => {
    failure.name = 'RuntimeError';
    const { code, err } = await generate();
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(
        'error[font/damaged]: “templates/names/fonts/hebrew.ttf”: this font file is damaged: a word cannot be set in it',
      ),
    ]);
  });

  test('shapes no word after it in any font, as its state is not known', async () => {
    failure.name = 'RuntimeError';
    const span = { file: 'letter.yaml', line: 1, column: 1 };
    const fonts = await openFonts(
      (specifier) => readFileSync(createRequire(import.meta.url).resolve(specifier)),
      [{ face: 'also-0', file: 'Name.ttf', bytes: fontBytes('hebrew'), span }],
    );
    const options: ShapingOptions = { language: 'en', figures: 'lining', direction: 'ltr' };
    expect(fonts.shape('serif', 'before', options).glyphs).toHaveLength(6);
    expect(() => fonts.shape('also-0', 'א', options)).toThrow(FontTrap);
    expect(() => fonts.shape('serif', 'after', options)).toThrow(FontTrap);
  });

  test('but another error is a bug', async () => {
    failure.name = 'TypeError';
    const { code } = await generate();
    expect(code).toBe(70);
  });
});
