import * as hb from 'harfbuzzjs';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { createGlyphDrawer } from '../../../src/fonts/glyph-path.ts';
import { FONT_FILES } from '../../../src/model/font-files.ts';
import { fontBytes } from '../../support/own-fonts.ts';

const drawGlyph = createGlyphDrawer(hb);
const serifBytes = readFileSync(createRequire(import.meta.url).resolve(FONT_FILES.serif));

function openFont(bytes: Uint8Array): hb.Font {
  return new hb.Font(new hb.Face(new hb.Blob(bytes)));
}

/** The commands of a path, each with the coordinates after it. */
function commandsOf(path: string): readonly (readonly [command: string, coordinates: readonly number[]])[] {
  return [...path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)].map(([, command = '', coordinates = '']) => [
    command,
    [...coordinates.matchAll(/-?[\d.]+/g)].map(Number),
  ]);
}

/** The commands with absolute coordinates, by which a path of either kind can be compared. */
function absolutePath(path: string): readonly (readonly [command: string, coordinates: readonly number[]])[] {
  let end: readonly number[] = [0, 0];
  return commandsOf(path).map(([command, coordinates]) => {
    const origin = command === command.toUpperCase() ? [0, 0] : end;
    const absolute = coordinates.map((value, index) => value + (origin[index % 2] ?? 0));
    if (absolute.length > 0) end = absolute.slice(-2);
    return [command.toUpperCase(), absolute];
  });
}

// HarfBuzz writes its own path in units of the font, which count upwards. No unit of these fonts is a thousandth of an em.
test.each([
  ['quadratic', serifBytes, 'Q'],
  ['cubic', fontBytes('cff'), 'C'],
])('the outline of each glyph is that of the font, to a tenth of a unit: %s curves', (_, bytes, curve) => {
  const font = openFont(bytes);
  let drawn = '';
  for (let glyph = 0; glyph < 80; glyph += 1) {
    const path = drawGlyph({ font, scale: 0.7 }, glyph);
    const [ours, fonts] = [absolutePath(path), absolutePath(font.glyphToPath(glyph))];
    expect(ours.map(([command]) => command)).toEqual(fonts.map(([command]) => command));
    const differences = ours.flatMap(([, coordinates], index) =>
      coordinates.map((value, at) => {
        const expected = (fonts[index]?.[1][at] ?? Number.NaN) * 0.7;
        return Math.abs(value - (at % 2 === 0 ? expected : -expected));
      }),
    );
    expect(differences.length).toBe(fonts.flatMap(([, coordinates]) => coordinates).length);
    expect(Math.max(0, ...differences)).toBeLessThan(0.0501);
    drawn += path;
  }
  expect(drawn.length).toBeGreaterThan(5000);
  expect(drawn.toUpperCase()).toContain(curve);
  expect(drawn).toMatch(/^[MlqcZ\d. -]+$/);
});

test('a glyph without an outline has an empty path', () => {
  const font = openFont(serifBytes);
  expect(drawGlyph({ font, scale: 1 }, font.nominalGlyph(0x20) ?? 0)).toBe('');
});
