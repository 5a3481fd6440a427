import type { LetterSettings } from '../model/campaign.ts';
import { type DataPath, keySpanAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { inLanguage } from '../model/language.ts';
import type { NamedPicture } from '../model/letterhead.ts';
import { say } from '../model/message.ts';
import { fewDotsWarnings } from '../model/picture-dots.ts';
import { pictureFaultsAt } from '../model/picture-files.ts';
import { readPicturePath } from '../model/picture-path.ts';
import { heightOf, widthAtHeight } from '../model/picture-sizes.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { joinNames } from './hints.ts';

/** A picture that `letter.yaml` names, with the path of its mapping and what its height is if none is stated. */
interface PictureOfSettings {
  readonly named: NamedPicture;
  readonly path: DataPath;
  readonly use: 'logo' | 'signature';
}

/**
 * Returns the faults of the pictures that `letter.yaml` names, the logo and the signatures: a file that is none of the
 * letter, or that cannot be printed. Warns of those with too few dots.
 */
export function pictureFileFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  return picturesOfSettings(letter).flatMap(({ named, path, use }) => {
    const span = spanAt(data.letter, [...path, 'file']);
    const picturePath = readPicturePath(named.file);
    if (!picturePath.ok) return [fault('picture/path', span, picturePath.message, { hint: picturePath.hint })];
    const picture = data.pictures.get(picturePath.path);
    if (picture?.ok !== true) return picture === undefined ? [] : pictureFaultsAt(picture, span);
    return fewDotsWarnings(picture.value, widthAtHeight(picture.value, heightOf(named, use)), span);
  });
}

/**
 * Returns a fault for a logo without words for those who do not see it, in each language of the letter, unless it is
 * said to be decorative. A signature may have none: the name below it says who signs.
 */
export function pictureAlternativeFaults(
  letter: LetterSettings,
  { data, languages }: CampaignParts,
): readonly Diagnostic[] {
  const { logo } = letter.letterhead ?? {};
  const path: DataPath = ['letterhead', 'logo'];
  const faults: Diagnostic[] = [];
  if (logo !== undefined && logo.alt === undefined && logo.decorative !== true) {
    const message = say`the logo has no words for a reader who does not see it`;
    const hint = say`add ${'alt: { en: … }'} with what it shows, or ${'decorative: true'} if the letterhead says as much`;
    faults.push(fault('picture/no-alternative', keySpanAt(data.letter, path), message, { hint }));
  }
  if (logo?.alt !== undefined && logo.decorative === true) {
    const message = say`a logo that is decorative has no words`;
    const hint = say`remove ${'decorative: true'} or ${'alt'}`;
    faults.push(fault('data/wrong-value', spanAt(data.letter, [...path, 'decorative']), message, { hint }));
  }
  for (const { named, path: picturePath } of picturesOfSettings(letter)) {
    const { alt } = named;
    const missing = alt === undefined ? [] : languages.filter((language) => inLanguage(alt, language) === undefined);
    if (missing.length === 0) continue;
    const message = say`the words for readers who do not see ${named.file} are missing in ${joinNames(missing)}`;
    const hint = say`add ${`${missing[0]}: …`}`;
    faults.push(fault('picture/no-alternative', keySpanAt(data.letter, [...picturePath, 'alt']), message, { hint }));
  }
  return faults;
}

function picturesOfSettings({ letterhead, signatories }: LetterSettings): readonly PictureOfSettings[] {
  const logo = letterhead?.logo;
  return [
    ...(logo === undefined ? [] : [{ named: logo, path: ['letterhead', 'logo'], use: 'logo' as const }]),
    ...signatories.flatMap(({ image }, index) =>
      image === undefined ? [] : [{ named: image, path: ['signatories', index, 'image'], use: 'signature' as const }],
    ),
  ];
}
