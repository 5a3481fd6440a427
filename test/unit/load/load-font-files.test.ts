import { describe, expect, test } from 'vitest';
import { loadFontFiles } from '../../../src/load/load-font-files.ts';
import type { Data } from '../../../src/model/data.ts';
import type { FontSettings } from '../../../src/model/font-settings.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { World } from '../../../src/world.ts';
import { memoryWorld } from '../../support/memory-world.ts';

const letter: Data = { kind: 'fields', entries: [], span: { file: 'templates/l/letter.yaml', line: 7, column: 3 } };
const settings: FontSettings = {
  text: { regular: 'fonts/A.ttf', bold: 'fonts/A.ttf', italic: 'fonts/B.ttf', 'bold-italic': 'fonts/B.ttf' },
  also: ['fonts/C.ttf'],
};
const A = new Uint8Array([1, 2, 3]);
const B = Uint8Array.from({ length: 2500 }, (_, index) => index % 251);

describe('the font files that a letter names', () => {
  test('are read whole, each once, for the faces that they serve', async () => {
    const { world } = memoryWorld({
      'templates/l/fonts/A.ttf': A,
      'templates/l/fonts/B.ttf': B,
      'templates/l/fonts/C.ttf': A,
    });
    const reads: string[] = [];
    const counting: World = {
      ...world,
      readChunks: (path) => {
        reads.push(path);
        return world.readChunks(path);
      },
    };
    const outcome = await loadFontFiles(counting, { id: 'l', letter }, settings);
    expect(outcome.ok && outcome.value.map(({ face, bytes }) => [face, bytes.length])).toEqual([
      ['serif', 3],
      ['serif-bold', 3],
      ['serif-italic', 2500],
      ['serif-bold-italic', 2500],
      ['also-0', 3],
    ]);
    expect(outcome.ok && outcome.value[2]?.bytes).toEqual(B);
    expect(reads).toEqual(['templates/l/fonts/A.ttf', 'templates/l/fonts/B.ttf', 'templates/l/fonts/C.ttf']);
  });

  test.each([
    ['missing', /^copy the font there, or name the path/u],
    ['too-large', /^name a font with fewer glyphs$/u],
    ['outside', /^put a copy of it into the campaign$/u],
  ] as const)('are a fault at the place that names them if they are %s', async (problem, hint) => {
    const { world } = memoryWorld({ 'templates/l/fonts/A.ttf': { problem } });
    const outcome = await loadFontFiles(world, { id: 'l', letter }, { also: ['fonts/A.ttf'] });
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics.map((each) => [each.code, each.span.line])).toEqual([[`file/${problem}`, 7]]);
    const [diagnostic] = outcome.diagnostics;
    expect(plainMessage(diagnostic?.message ?? [])).toContain('templates/l/fonts/A.ttf');
    expect(plainMessage(diagnostic?.hint ?? [])).toMatch(hint);
  });

  test('are not read beyond the limit of their size', async () => {
    let chunks = 0;
    const { world } = memoryWorld({});
    const endless: World = {
      ...world,
      readChunks: async function* () {
        for (;;) {
          chunks += 1;
          yield { ok: true, value: new Uint8Array(1_000_000) };
        }
      },
    };
    const outcome = await loadFontFiles(endless, { id: 'l', letter }, { also: ['fonts/A.ttf'] });
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['file/too-large']);
    expect(chunks).toBe(33);
  });
});
