import type { Face } from './page.ts';

const SERIF = '@expo-google-fonts/noto-serif';
const SANS = '@expo-google-fonts/noto-sans';
const NASKH = '@expo-google-fonts/amiri';

/** The font file of each face, as a module specifier of the package that contains it. */
export const FONT_FILES: Readonly<Record<Face, string>> = {
  serif: `${SERIF}/400Regular/NotoSerif_400Regular.ttf`,
  'serif-italic': `${SERIF}/400Regular_Italic/NotoSerif_400Regular_Italic.ttf`,
  'serif-bold': `${SERIF}/700Bold/NotoSerif_700Bold.ttf`,
  'serif-bold-italic': `${SERIF}/700Bold_Italic/NotoSerif_700Bold_Italic.ttf`,
  sans: `${SANS}/400Regular/NotoSans_400Regular.ttf`,
  'sans-bold': `${SANS}/700Bold/NotoSans_700Bold.ttf`,
  naskh: `${NASKH}/400Regular/Amiri_400Regular.ttf`,
  'naskh-italic': `${NASKH}/400Regular_Italic/Amiri_400Regular_Italic.ttf`,
  'naskh-bold': `${NASKH}/700Bold/Amiri_700Bold.ttf`,
  'naskh-bold-italic': `${NASKH}/700Bold_Italic/Amiri_700Bold_Italic.ttf`,
};
