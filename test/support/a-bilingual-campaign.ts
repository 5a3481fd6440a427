import type { LanguageStatus } from '../../src/model/campaign.ts';
import { aCampaign } from './a-campaign.ts';

const LETTER = 'templates/appeal/letter.yaml';

/** French translations of phrases in {@link aCampaign}; a text without any of these phrases stays English. */
const FRENCH: readonly (readonly [english: string, french: string])[] = [
  ['# The Charter', '# La Charte'],
  ['We write to you as', 'Nous vous écrivons, en tant que'],
  ['We write to you.', 'Nous vous écrivons.'],
  ['We ask you:', 'Nous vous demandons :'],
  ['**Publish the Charter** in your own name', '**Publiez la Charte** en votre nom'],
  ['**Support the Charter** wherever you can', '**Soutenez la Charte** où vous le pouvez'],
  ['We thank your Government for signing it.', 'Nous remercions votre Gouvernement de l’avoir signée.'],
  ['Madam Chair,', 'Madame la Présidente,'],
  ['Excellency,', 'Excellence,'],
  ['Your Excellency', 'Votre Excellence'],
];

/**
 * Returns {@link aCampaign} with its texts in French too. `changes` replaces files by path; undefined removes a file.
 */
export function aBilingualCampaign(
  french: LanguageStatus,
  changes: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const files = aCampaign();
  for (const [path, text] of Object.entries(files)) {
    if (!/\/en[./]/u.test(path)) continue;
    const translated = FRENCH.reduce((words, [en, fr]) => words.replaceAll(en, fr), text);
    files[path.replace('/en', '/fr')] = translated;
  }
  return aCampaign({
    ...files,
    [LETTER]: requireText(files[LETTER])
      .replace('en: original', `en: original, fr: ${french}`)
      .replace('en: open letter', 'en: open letter, fr: lettre ouverte'),
    'recipients/states.yaml': requireText(files['recipients/states.yaml'])
      .replace(
        /^( +)en: (\{ short: Belgium.*\})$/mu,
        '$1en: $2\n$1fr: { short: Belgique, formal: le Royaume de Belgique, of: de la Belgique }',
      )
      .replace(
        /^( +)en: (\{ short: France.*\})$/mu,
        '$1en: $2\n$1fr: { short: France, formal: la République française, of: de la France }',
      ),
    'recipients/chair.yaml': requireText(files['recipients/chair.yaml'])
      .replace('en: Chair of the Assembly', 'en: Chair of the Assembly, fr: Présidente de l’Assemblée')
      .replace('en: The secretariat', 'en: The secretariat, fr: Le secrétariat'),
    'recipients/ministers.yaml': requireText(files['recipients/ministers.yaml'])
      .replace('en: Minister of Charters', 'en: Minister of Charters, fr: ministre des Chartes')
      .replace('[en, fr]', '[fr, en]'),
    ...changes,
  });
}

function requireText(text: string | undefined): string {
  if (text === undefined) throw new Error('a file of the small campaign is missing');
  return text;
}
