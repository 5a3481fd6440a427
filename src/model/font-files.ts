import type { ProductFace } from './page.ts';

const SERIF_PACKAGE = '@expo-google-fonts/noto-serif';
const SANS_PACKAGE = '@expo-google-fonts/noto-sans';
const NASKH_PACKAGE = '@expo-google-fonts/amiri';

/** The font file of each face that demarche brings, as a module specifier: the name of an npm package and a path in it. */
export const FONT_FILES: Readonly<Record<ProductFace, string>> = {
  serif: `${SERIF_PACKAGE}/400Regular/NotoSerif_400Regular.ttf`,
  'serif-italic': `${SERIF_PACKAGE}/400Regular_Italic/NotoSerif_400Regular_Italic.ttf`,
  'serif-bold': `${SERIF_PACKAGE}/700Bold/NotoSerif_700Bold.ttf`,
  'serif-bold-italic': `${SERIF_PACKAGE}/700Bold_Italic/NotoSerif_700Bold_Italic.ttf`,
  sans: `${SANS_PACKAGE}/400Regular/NotoSans_400Regular.ttf`,
  'sans-bold': `${SANS_PACKAGE}/700Bold/NotoSans_700Bold.ttf`,
  naskh: `${NASKH_PACKAGE}/400Regular/Amiri_400Regular.ttf`,
  'naskh-italic': `${NASKH_PACKAGE}/400Regular_Italic/Amiri_400Regular_Italic.ttf`,
  'naskh-bold': `${NASKH_PACKAGE}/700Bold/Amiri_700Bold.ttf`,
  'naskh-bold-italic': `${NASKH_PACKAGE}/700Bold_Italic/Amiri_700Bold_Italic.ttf`,
};
