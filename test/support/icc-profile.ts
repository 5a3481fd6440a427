/** The primaries of sRGB and of Display P3, adapted to D50, and a curve: a gamma, or a table that has the curve of sRGB. */
const SRGB = [0.4361, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606, 0.7141];
const DISPLAY_P3 = [0.5151, 0.2412, -0.0011, 0.292, 0.6922, 0.0419, 0.1571, 0.0666, 0.7841];

/** Builds an ICC profile: of colours with these primaries, or of greys; with a gamma, or with the curve of sRGB. */
export function iccProfile(kind: 'srgb' | 'display-p3' | 'grey', gamma?: number): Uint8Array {
  const primaries = kind === 'display-p3' ? DISPLAY_P3 : SRGB;
  const curve = gamma === undefined ? formulaOfSrgb() : gammaCurve(gamma);
  const tags: (readonly [string, Uint8Array])[] =
    kind === 'grey'
      ? [['kTRC', curve]]
      : ['r', 'g', 'b'].flatMap((letter, index) => [
          [`${letter}XYZ`, xyz(primaries.slice(index * 3, index * 3 + 3))] as const,
          [`${letter}TRC`, curve] as const,
        ]);
  const table = Buffer.alloc(132 + tags.length * 12);
  table.write(kind === 'grey' ? 'GRAY' : 'RGB ', 16, 'latin1');
  table.write('XYZ ', 20, 'latin1');
  table.write('acsp', 36, 'latin1');
  table.writeUInt32BE(tags.length, 128);
  let offset = table.length;
  tags.forEach(([tag, content], index) => {
    table.write(tag, 132 + index * 12, 'latin1');
    table.writeUInt32BE(offset, 136 + index * 12);
    table.writeUInt32BE(content.length, 140 + index * 12);
    offset += content.length;
  });
  return Buffer.concat([table, ...tags.map(([, content]) => content)]);
}

function xyz(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(8 + values.length * 4);
  bytes.write('XYZ ', 'latin1');
  values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65_536), 8 + index * 4));
  return bytes;
}

function formulaOfSrgb(): Uint8Array {
  const bytes = Buffer.alloc(32);
  bytes.write('para', 'latin1');
  bytes.writeUInt16BE(3, 8);
  [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45].forEach((value, index) =>
    bytes.writeInt32BE(Math.round(value * 65_536), 12 + index * 4),
  );
  return bytes;
}

function gammaCurve(gamma: number): Uint8Array {
  const bytes = Buffer.alloc(16);
  bytes.write('curv', 'latin1');
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt16BE(Math.round(gamma * 256), 12);
  return bytes;
}
