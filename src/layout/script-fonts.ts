/** The npm packages of Noto fonts, without their common scope, by the names of scripts in Unicode. */
const PACKAGES: Readonly<Record<string, string>> = {
  Adlam: 'noto-sans-adlam',
  Armenian: 'noto-sans-armenian',
  Balinese: 'noto-sans-balinese',
  Bengali: 'noto-sans-bengali',
  Bopomofo: 'noto-sans-tc',
  'Canadian Aboriginal': 'noto-sans-canadian-aboriginal',
  Cham: 'noto-sans-cham',
  Cherokee: 'noto-sans-cherokee',
  Coptic: 'noto-sans-coptic',
  Devanagari: 'noto-sans-devanagari',
  Ethiopic: 'noto-sans-ethiopic',
  Georgian: 'noto-sans-georgian',
  Gujarati: 'noto-sans-gujarati',
  Gurmukhi: 'noto-sans-gurmukhi',
  Han: 'noto-sans-sc',
  Hangul: 'noto-sans-kr',
  Hebrew: 'noto-sans-hebrew',
  Hiragana: 'noto-sans-jp',
  Javanese: 'noto-sans-javanese',
  Kannada: 'noto-sans-kannada',
  Katakana: 'noto-sans-jp',
  Khmer: 'noto-sans-khmer',
  Lao: 'noto-sans-lao',
  Lisu: 'noto-sans-lisu',
  Malayalam: 'noto-sans-malayalam',
  'Meetei Mayek': 'noto-sans-meetei-mayek',
  Mongolian: 'noto-sans-mongolian',
  Myanmar: 'noto-sans-myanmar',
  Nko: 'noto-sans-nko',
  'Ol Chiki': 'noto-sans-ol-chiki',
  Oriya: 'noto-sans-oriya',
  Sinhala: 'noto-sans-sinhala',
  Syriac: 'noto-sans-syriac',
  Tamil: 'noto-sans-tamil',
  Telugu: 'noto-sans-telugu',
  Thaana: 'noto-sans-thaana',
  Thai: 'noto-sans-thai',
  Tibetan: 'noto-serif-tibetan',
  Tifinagh: 'noto-sans-tifinagh',
  Vai: 'noto-sans-vai',
  Yi: 'noto-sans-yi',
};

/**
 * Returns the npm package of a font that has the letters of a script, by the name of the script in Unicode; undefined if
 * none is known. Of Chinese, it is that of the simplified characters.
 */
export function fontPackageOf(script: string): string | undefined {
  const name = Object.hasOwn(PACKAGES, script) ? PACKAGES[script] : undefined;
  return name === undefined ? undefined : `@expo-google-fonts/${name}`;
}
