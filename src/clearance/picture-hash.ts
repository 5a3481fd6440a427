import type { Campaign } from '../model/campaign.ts';
import { findPicture } from '../model/picture-files.ts';
import { picturePathsIn } from '../model/picture-path.ts';
import { choicesOf, type Selection } from '../model/selection.ts';
import { sha256Of } from './content-hash.ts';
import { textWithPartials, type TextId } from './text-hash.ts';

/** Returns the SHA-256 of the file of a picture; null if there is no such picture. */
export function hashPicture({ pictures }: Pick<Campaign, 'pictures'>, file: string): string | null {
  return findPicture(pictures, file)?.hash ?? null;
}

/** Returns the paths of the pictures that a text names, itself or in its partials. Those in comments count too. */
export function picturesOfText(campaign: Campaign, textId: TextId): readonly string[] {
  if (campaign.pictures.size === 0) return [];
  return [...textWithPartials(campaign, textId).values()].flatMap(picturePathsIn);
}

/** Returns one hash of the pictures that a letter may print; it is empty if there are none. */
export type HashPictures = (selection: Selection) => string;

/** Creates the function for the letters of a run. */
export function createPictureHasher(campaign: Campaign): HashPictures {
  if (campaign.pictures.size === 0) return () => '';
  const { letterhead, signatories } = campaign.letter;
  const settingsFiles = [letterhead?.logo, ...signatories.map(({ image }) => image)].flatMap(
    (each) => each?.file ?? [],
  );
  const filesOfTexts = new Map<string, readonly string[]>();
  const filesOf = (textId: TextId): readonly string[] => {
    const id = `${textId.language}/${textId.key}`;
    const files = filesOfTexts.get(id) ?? picturesOfText(campaign, textId);
    filesOfTexts.set(id, files);
    return files;
  };
  return (selection) => {
    const { language } = selection;
    const files = new Set([
      ...settingsFiles,
      ...choicesOf(selection).flatMap(({ text: key }) => filesOf({ language, key })),
    ]);
    return files.size === 0 ? '' : sha256Of([...files].toSorted().map((file) => [file, hashPicture(campaign, file)]));
  };
}
