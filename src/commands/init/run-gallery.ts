import { listPackageFiles, listPackageFolder, readPackageFile } from '../../cli/package.ts';
import type { Language } from '../../model/language.ts';
import { nearestLanguage } from './choose-campaign.ts';
import { type GalleryCampaign, partsOf } from './gallery.ts';
import { inVariant } from './in-variant.ts';

/** The languages of a campaign, English first: it is the language of messages and comments. */
export function languagesOf({ source }: GalleryCampaign): readonly Language[] {
  if (source.kind === 'one') return [source.language];
  const languages = listPackageFolder(source.folder).filter((name) => /^[a-z]{2}$/u.test(name));
  return languages.toSorted((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
}

/**
 * Reads the files of a campaign of the package, by their paths in a new campaign. In a variant of one of its languages,
 * it has the texts of that language.
 */
export function readGalleryFiles(campaign: GalleryCampaign, language: Language): ReadonlyMap<string, string> {
  const ownLanguage = nearestLanguage(language, languagesOf(campaign)) ?? language;
  const files = readFilesIn(campaign, ownLanguage);
  return ownLanguage === language ? files : inVariant(files, ownLanguage, language);
}

function readFilesIn(campaign: GalleryCampaign, language: Language): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(partsOf(campaign, language)).flatMap(([beginning, folder]) =>
      listPackageFiles(folder)
        // Hidden files are those of editors and systems.
        .filter((file) => !/(?:^|\/)\./u.test(file))
        .map((file): [string, string] => [`${beginning}${file}`, readPackageFile(`${folder}${file}`)]),
    ),
  );
}
