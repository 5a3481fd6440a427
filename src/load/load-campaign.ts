import type { CampaignData } from '../model/campaign-data.ts';
import type { TemplateFiles } from '../model/campaign.ts';
import { type Data, dataAt } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { nameKey } from '../model/name.ts';
import {
  type Outcome,
  andThen,
  andThenAsync,
  collectFields,
  mapOutcome,
  requireBoth,
  settle,
  success,
} from '../model/outcome.ts';
import type { World } from '../world.ts';
import { fileNameFaults } from './file-names.ts';
import { loadForms } from './load-forms.ts';
import { loadLanguages } from './load-languages.ts';
import { type LoadedEnclosures, loadEnclosures } from './load-enclosures.ts';
import { type LoadedPictures, loadPictures } from './load-pictures.ts';
import type { ValidateColumns } from './campaign-tables.ts';
import { withSignatoryTable } from './load-signatories.ts';
import { loadOptionalYaml, loadYaml } from './load-yaml.ts';
import { listFolders, loadTemplates } from './load-templates.ts';

/** The files of one letter and of the campaign, of which the pictures and the enclosures are not yet checked. */
export interface LoadedCampaign extends Omit<CampaignData, 'pictures' | 'enclosedFiles'> {
  readonly pictures: LoadedPictures;
  readonly enclosedFiles: LoadedEnclosures;
}

/**
 * Reads the shared files of a campaign, and the templates, pictures and enclosures of one letter. Profiles of recipients are not
 * read. All files are read even if one fails, so that every fault is reported. Only `letter.yaml` must exist.
 * `validateSignatoryColumns` validates the columns file of a table of signatories.
 */
export async function loadCampaign(
  world: World,
  letterId: string,
  validateSignatoryColumns: ValidateColumns,
): Promise<Outcome<LoadedCampaign>> {
  const folder = `templates/${letterId}`;
  const folderName = settle(letterId, await letterNameFaults(world, letterId));
  const [settings, sources, approvals, states, groups, fields, powers, forms, languages, templates] = await Promise.all(
    [
      loadYaml(world, `${folder}/letter.yaml`, 'the settings of the letter'),
      loadOptionalYaml(world, `${folder}/sources.yaml`, 'the documents on which its claims rest'),
      loadOptionalYaml(world, `${folder}/approvals.yaml`, 'who has approved which text'),
      loadOptionalYaml(world, 'recipients/states.yaml', 'the names of States and the facts about them'),
      loadOptionalYaml(world, 'recipients/groups.yaml', 'the roles, groups and facts that are declared'),
      loadOptionalYaml(world, 'recipients/fields.yaml', 'the fields that profiles can have'),
      loadOptionalYaml(world, 'recipients/powers.yaml', 'the powers of the offices that are written to'),
      loadForms(world),
      loadLanguages(world),
      loadTemplates(world, folder),
    ],
  );
  const letter = await andThenAsync(settings, (data) => {
    const originalLanguage = originalLanguageOf(data, templates.ok ? templates.value : {});
    return withSignatoryTable(world, data, { folder, originalLanguage, validateColumns: validateSignatoryColumns });
  });
  const files = { letter, sources, approvals, states, groups, fields, powers, forms, languages, templates };
  return andThenAsync(requireBoth(folderName, collectFields(files)), async (data) =>
    success({
      id: letterId,
      ...data,
      pictures: await loadPictures(world, folder, data.letter, data.templates),
      enclosedFiles: await loadEnclosures(world, folder, data.letter),
    }),
  );
}

/** Returns the language that `letter.yaml` states to be the original, or the first that has texts. */
function originalLanguageOf(letter: Data, templates: Readonly<Record<Language, TemplateFiles>>): Language | undefined {
  const languages = dataAt(letter, ['languages']);
  const stated = languages?.kind === 'fields' ? languages.entries : [];
  const original = stated.find(({ value }) => value.kind === 'scalar' && value.text === 'original');
  return original?.key ?? Object.keys(templates).toSorted()[0];
}

/** Returns the faults of the name of the letter's folder, by itself and beside the other folders of `templates/`. */
async function letterNameFaults(world: World, letterId: string): Promise<readonly Diagnostic[]> {
  const similarFolders = (await listFolders(world, 'templates')).filter((name) => nameKey(name) === nameKey(letterId));
  return fileNameFaults('templates', similarFolders);
}

/** The parsed `terms.yaml` and `translations.yaml` of a letter. A file that does not exist is an empty mapping. */
export interface TranslatingFiles {
  readonly terms: Data;
  readonly translations: Data;
}

/** Reads the optional files `terms.yaml` and `translations.yaml` of a letter. */
export async function loadTranslatingFiles(world: World, letterId: string): Promise<Outcome<TranslatingFiles>> {
  const folder = `templates/${letterId}`;
  const terms = await loadOptionalYaml(world, `${folder}/terms.yaml`, 'the terminology in each language');
  const translations = await loadOptionalYaml(
    world,
    `${folder}/translations.yaml`,
    'which original each translation was made from',
  );
  return andThen(terms, (termsData) =>
    mapOutcome(translations, (translationsData) => ({ terms: termsData, translations: translationsData })),
  );
}
