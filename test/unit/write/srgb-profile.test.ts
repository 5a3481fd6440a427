import { expect, test } from 'vitest';
import { srgbProfile } from '../../../src/write/srgb-profile.ts';

const profile = new DataView(srgbProfile().buffer);
const ascii = (start: number, length: number): string =>
  String.fromCharCode(...new Uint8Array(profile.buffer, start, length));

test('the profile is as long as it says, for displays, of the version that PDF 1.7 names', () => {
  expect([profile.getUint32(0), profile.byteLength % 4]).toEqual([profile.byteLength, 0]);
  expect([ascii(12, 12), ascii(36, 4)]).toEqual(['mntrRGB XYZ ', 'acsp']);
  expect(profile.getUint32(8)).toBe(0x0420_0000);
});

test('its tags are in it, whole, and none overlaps another', () => {
  const tags = Array.from({ length: profile.getUint32(128) }, (_, index) => {
    const entry = 132 + index * 12;
    return { name: ascii(entry, 4), start: profile.getUint32(entry + 4), length: profile.getUint32(entry + 8) };
  });
  expect(tags.map(({ name }) => name).join(' ')).toBe('desc cprt wtpt chad rXYZ gXYZ bXYZ rTRC gTRC bTRC');
  const places = new Map(tags.map(({ start, length }) => [start, start + length]));
  let end = 132 + tags.length * 12;
  for (const [start, next] of [...places].toSorted(([a], [b]) => a - b)) {
    expect(start - end).toBeGreaterThanOrEqual(0);
    expect(start - end).toBeLessThan(4);
    end = next;
  }
  expect(end).toBe(profile.byteLength);
});

test('its primaries make its white', () => {
  const columns = ['rXYZ', 'gXYZ', 'bXYZ', 'wtpt'].map((name) => {
    for (let entry = 132; ; entry += 12) {
      if (ascii(entry, 4) !== name) continue;
      const start = profile.getUint32(entry + 4);
      return [8, 12, 16].map((place) => profile.getInt32(start + place) / 0x1_0000);
    }
  });
  const [red, green, blue, white] = columns;
  white?.forEach((value, axis) =>
    expect((red?.[axis] ?? 0) + (green?.[axis] ?? 0) + (blue?.[axis] ?? 0)).toBeCloseTo(value, 3),
  );
});
