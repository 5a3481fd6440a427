/**
 * The colour profile of sRGB (IEC 61966-2-1), which a PDF/A names as what its colours mean: version 4 of ICC's format
 * (ICC.1:2004-10, the one of PDF 1.7), with the curve as a formula, so that it is short.
 */
export function srgbProfile(): Uint8Array {
  const distinct = [...new Set(TAGS.map(([, data]) => data))];
  const offsets = new Map<Data, number>();
  let end = HEADER_LENGTH + 4 + TAGS.length * 12;
  for (const data of distinct) {
    offsets.set(data, end);
    end += padded(data).length;
  }
  const table = TAGS.flatMap(([name, data]) => [...ascii(name), ...u32(offsets.get(data) ?? 0), ...u32(data.length)]);
  return Uint8Array.from([...header(end), ...u32(TAGS.length), ...table, ...distinct.flatMap(padded)]);
}

type Data = readonly number[];

const HEADER_LENGTH = 128;
/** Daylight as ICC's connection space has it (D50). */
const WHITE = [0.9642, 1, 0.8249];
/** From sRGB's white (D65) to that, by Bradford's method. */
const ADAPTATION = [1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168];
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

const curve: Data = [...ascii('para'), ...u32(0), ...u16(3), ...u16(0), ...fixed(CURVE)];
const TAGS: readonly (readonly [string, Data])[] = [
  ['desc', words('sRGB')],
  ['cprt', words('Public domain')],
  ['wtpt', colour(WHITE)],
  ['chad', [...ascii('sf32'), ...u32(0), ...fixed(ADAPTATION)]],
  ['rXYZ', colour([0.43607, 0.22249, 0.01392])],
  ['gXYZ', colour([0.38515, 0.71687, 0.09708])],
  ['bXYZ', colour([0.14307, 0.06061, 0.7141])],
  ['rTRC', curve],
  ['gTRC', curve],
  ['bTRC', curve],
];

function header(length: number): Data {
  const fields = [
    ...u32(length),
    ...u32(0), // no preferred module
    ...u32(0x0420_0000), // version 4.2
    ...ascii('mntrRGB XYZ '),
    ...[2000, 1, 1, 0, 0, 0].flatMap(u16), // a date is obligatory: no day in particular
    ...ascii('acsp'),
    ...Array<number>(28).fill(0), // no platform, flags, maker, model and attributes; perceptual intent
    ...fixed(WHITE),
  ];
  return [...fields, ...Array<number>(HEADER_LENGTH - fields.length).fill(0)];
}

function colour(values: Data): Data {
  return [...ascii('XYZ '), ...u32(0), ...fixed(values)];
}

function words(text: string): Data {
  const units = ascii(text).flatMap(u16);
  return [
    ...ascii('mluc'),
    ...u32(0),
    ...u32(1),
    ...u32(12),
    ...ascii('enUS'),
    ...u32(units.length),
    ...u32(28),
    ...units,
  ];
}

/** Tags begin at multiples of four bytes. */
function padded(data: Data): Data {
  return [...data, ...Array<number>((4 - (data.length % 4)) % 4).fill(0)];
}

function ascii(text: string): Data {
  return Array.from(text, (sign) => sign.charCodeAt(0));
}

function u16(value: number): Data {
  return [(value >> 8) & 0xff, value & 0xff];
}

function u32(value: number): Data {
  return [...u16((value >>> 16) & 0xffff), ...u16(value & 0xffff)];
}

/** Numbers with sixteen bits behind the point. */
function fixed(values: Data): Data {
  return values.flatMap((value) => u32(Math.round(value * 0x1_0000)));
}
