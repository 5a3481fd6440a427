import { NATIVE_NAMES } from '../support/native-names.ts';
import type { MemoryFile } from '../support/memory-world.ts';
import { campaignWith, ownFontCampaign } from '../support/own-font-campaign.ts';
import { fontBytes } from '../support/own-fonts.ts';

const PARAGRAPH =
  'We write to your Government about the **Charter**, *which it has signed*, and about the ***efficient*** office ' +
  'that offers to keep it. The first of the five official affidavits was filed in Ångström, and it was affirmed.';

const CFF_CUTS = ['cff', 'cff-bold', 'cff-italic', 'cff-bold-italic'] as const;

/**
 * The campaigns of letters in fonts of their own: names in the scripts that the fonts of demarche lack, in the
 * body, in bold and in the address; and a typeface with CFF outlines for all text. Each has one letter and one recipient.
 */
export const FONT_CAMPAIGNS: readonly Readonly<Record<string, MemoryFile>>[] = [
  ownFontCampaign({
    ...campaignWith(
      NATIVE_NAMES.map(([font]) => font),
      [
        PARAGRAPH,
        ...NATIVE_NAMES.map(([, names]) => `${names.join(', ')}, **${names.join(', ')}**, *${names[0]}*.`),
        '中华人民共和国外交部长先生阁下我们谨此向您致以最崇高的敬意并请您注意以下事项中华人民共和国外交部。',
        'משרד החוץ של מדינת ישראל, ירושלים (9103001), 5 בדצמבר 2025: “Ministry of Foreign Affairs”.',
      ].join('\n\n'),
    ),
    id: 'fonts-of-scripts',
    address: ['外交部', 'משרד החוץ', 'Town'],
  }),
  ownFontCampaign({
    id: 'fonts-of-cff',
    fonts:
      '{ text: { regular: fonts/cff.otf, bold: fonts/cff-bold.otf, italic: fonts/cff-italic.otf, bold-italic: fonts/cff-bold-italic.otf }, sans: { regular: fonts/cff.otf, bold: fonts/cff-bold.otf } }',
    files: Object.fromEntries(CFF_CUTS.map((cut) => [`${cut}.otf`, fontBytes(cut)])),
    body: `# The efficient office\n\n${Array.from({ length: 12 }, () => PARAGRAPH).join('\n\n')}\n`,
  }),
];
