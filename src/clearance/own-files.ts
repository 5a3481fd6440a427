import type { Campaign } from '../model/campaign.ts';
import { findEnclosedFile } from '../model/enclosed-file.ts';
import { chooseFile, fileEnclosures } from '../model/enclosure.ts';
import type { Selection } from '../model/selection.ts';
import { sha256Of } from './content-hash.ts';
import { createPictureHasher } from './picture-hash.ts';

/** Returns one hash of the files that are a letter's own: the pictures that it may print, and what it encloses. */
export type HashOwnFiles = (selection: Selection) => string;

/** Creates the function for the letters of a run. The hash of a letter without such files is empty. */
export function createOwnFilesHasher(campaign: Campaign): HashOwnFiles {
  const hashPictures = createPictureHasher(campaign);
  if (campaign.enclosedFiles.size === 0) return hashPictures;
  return (selection) => {
    const { enclosures, language, recipient } = selection;
    const files = fileEnclosures(enclosures).map((enclosure) => {
      const { path } = chooseFile(enclosure, language, recipient.languages);
      return [path, findEnclosedFile(campaign.enclosedFiles, path)?.hash ?? null];
    });
    return files.length === 0 ? hashPictures(selection) : sha256Of([hashPictures(selection), files]);
  };
}
