import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DIRECTORY_HEADER, TABLE_RECORD, checksumOf, readTableRecords } from '../../src/fonts/sfnt.ts';

const { resolve } = createRequire(import.meta.url);

/** The font files that tests use as those of a campaign, by a short name: module specifiers. */
const FONTS = {
  hebrew: '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  'hebrew-bold': '@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
  // The regular cut of the Arabic typeface that comes with demarche, here as one of a campaign.
  arabic: '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
  armenian: '@expo-google-fonts/noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf',
  bengali: '@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf',
  devanagari: '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  ethiopic: '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
  georgian: '@expo-google-fonts/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf',
  khmer: '@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf',
  lao: '@expo-google-fonts/noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf',
  myanmar: '@expo-google-fonts/noto-sans-myanmar/400Regular/NotoSansMyanmar_400Regular.ttf',
  sinhala: '@expo-google-fonts/noto-sans-sinhala/400Regular/NotoSansSinhala_400Regular.ttf',
  tamil: '@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf',
  thaana: '@expo-google-fonts/noto-sans-thaana/400Regular/NotoSansThaana_400Regular.ttf',
  thai: '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  tibetan: '@expo-google-fonts/noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular.ttf',
  chinese: '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
  korean: '@expo-google-fonts/gugi/Gugi_400Regular.ttf',
  // CFF outlines.
  cff: 'source-sans/OTF/SourceSans3-Regular.otf',
  'cff-bold': 'source-sans/OTF/SourceSans3-Bold.otf',
  'cff-italic': 'source-sans/OTF/SourceSans3-It.otf',
  'cff-bold-italic': 'source-sans/OTF/SourceSans3-BoldIt.otf',
} as const;

/** The short name of a font file. */
export type TestFont = keyof typeof FONTS;

/** Returns the bytes of a font file. */
export function fontBytes(name: TestFont): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve(FONTS[name])));
}

/** Returns where a table of a font file starts, in bytes. Throws an Error if there is no such table. */
export function tableOffset(bytes: Uint8Array, tag: string): number {
  const record = readTableRecords(bytes).find((each) => each.tag === tag);
  if (record === undefined) throw new Error(`the font has no table ${tag}`);
  return record.offset;
}

/** Returns a copy of a font file with some bytes of a table replaced, and with the checksums that they have then. */
export function withBytes(font: Uint8Array, tag: string, offset: number, replacement: readonly number[]): Uint8Array {
  const bytes = font.slice();
  bytes.set(replacement, tableOffset(bytes, tag) + offset);
  return withChecksums(bytes);
}

/** Returns a font file that states this permission to embed it (OpenType 1.9, table OS/2, field fsType). */
export function withPermission(font: Uint8Array, fsType: number): Uint8Array {
  return withBytes(font, 'OS/2', 8, [fsType >> 8, fsType & 0xff]);
}

/** Returns a font file with one of its tables renamed. */
export function withRenamedTable(font: Uint8Array, tag: string, newTag: string): Uint8Array {
  const bytes = font.slice();
  const index = readTableRecords(bytes).findIndex((each) => each.tag === tag);
  if (index < 0) throw new Error(`the font has no table ${tag}`);
  bytes.set(new TextEncoder().encode(newTag), DIRECTORY_HEADER + index * TABLE_RECORD);
  return bytes;
}

/** Returns a copy of a font file with the checksums of its tables in the directory. A damaged directory stays as it is. */
export function withChecksums(font: Uint8Array): Uint8Array {
  const bytes = font.slice();
  const view = new DataView(bytes.buffer);
  readTableRecords(bytes).forEach(({ tag, offset, length }, index) => {
    if (offset + length > bytes.length) return;
    const adjustment = tag === 'head' && length >= 12 ? view.getUint32(offset + 8) : 0;
    const checksum = (checksumOf(view, offset, offset + length) - adjustment) >>> 0;
    view.setUint32(DIRECTORY_HEADER + index * TABLE_RECORD + 4, checksum);
  });
  return bytes;
}

/** The font files of the golden faults, by what is wrong with them; good ones of a script without spaces and of tall letters. */
const FAULTY_FONTS: Readonly<Record<string, () => Uint8Array>> = {
  truncated: () => fontBytes('hebrew').subarray(0, 20_000),
  altered: () => fontBytes('hebrew').with(tableOffset(fontBytes('hebrew'), 'glyf') + 100, 0xff),
  restricted: () => withPermission(fontBytes('hebrew'), 0x0002),
  'whole-only': () => withPermission(fontBytes('hebrew'), 0x0100),
  variable: () => withRenamedTable(fontBytes('hebrew'), 'gasp', 'fvar'),
  // Half as many units in an em make letters twice as tall.
  tall: () => withBytes(fontBytes('hebrew'), 'head', 18, [0x01, 0xf4]),
  thai: () => fontBytes('thai'),
  woff2: () => new TextEncoder().encode('wOF2 and what follows'),
};

/** Returns the bytes of a faulty font by its name in a golden fault. Throws an Error if there is none of that name. */
export function faultyFont(name: string): Uint8Array {
  const make = FAULTY_FONTS[name];
  if (make === undefined) throw new Error(`there is no faulty font ${name}`);
  return make();
}
