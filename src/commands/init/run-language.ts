import { createCampaignFile } from '../../cli/new-campaign-file.ts';
import { displayPath } from '../../cli/open-campaign.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { isKnownSystemError, reasonOf } from '../../cli/system-error.ts';
import { LOCALE_DATA } from '../../languages/locales.ts';
import { type Language, lookupTags } from '../../model/language.ts';
import { isLanguageTag, suggestLanguageTag } from '../../model/language-tag.ts';
import { printableLines, quote } from '../../report/neutralise.ts';
import { composeLanguageText, type FirstWords } from './language-text.ts';
import { languageStepsText, programOf } from './next-steps.ts';
import { runtimeWords } from './runtime-words.ts';

/** The folder of a campaign with the words of its languages. */
const FOLDER = 'languages';

/**
 * `demarche init --language XX` in a campaign, whose absolute path is given: adds the file of the language and changes
 * nothing else. Throws a UsageError if there is such a file.
 */
export async function runLanguage(
  { cwd, env, out, err }: Shell,
  campaign: string,
  { language, quiet }: { readonly language: Language; readonly quiet: boolean },
): Promise<number> {
  if (!isLanguageTag(language)) throw wrongTagError(language);
  const name = `${FOLDER}/${language}.yaml`;
  const shown = displayPath(cwd, `${campaign}/${name}`);
  try {
    const text = composeLanguageText(language, firstWords(language));
    const obstacle = await createCampaignFile(campaign, { folder: FOLDER, name: `${language}.yaml`, text });
    if (obstacle === 'there-already') {
      throw new UsageError(`${quote(shown)} is there already`, 'it was left as it is; to begin again, delete it first');
    }
    if (obstacle === 'not-a-folder') {
      throw new UsageError(
        `${quote(displayPath(cwd, `${campaign}/${FOLDER}`))} is not a plain folder`,
        'move it away; no symbolic link is followed',
      );
    }
  } catch (error) {
    if (!isKnownSystemError(error)) throw error;
    await err(printableLines([`demarche: ${quote(shown)} could not be written: ${reasonOf(error)}`]));
    return EXIT.negative;
  }
  if (!quiet)
    await out(languageStepsText({ file: shown, campaign: displayPath(cwd, campaign), program: programOf(env) }));
  return EXIT.success;
}

/** The words with which the file begins: those of the product for the nearest tag, or else those of the runtime. */
function firstWords(language: Language): FirstWords {
  for (const tag of lookupTags(language)) {
    const data = LOCALE_DATA.get(tag);
    if (data !== undefined) return { kind: 'product', of: tag, data };
  }
  const data = runtimeWords(language);
  return { kind: 'runtime', data, keys: Object.keys(data) };
}

function wrongTagError(typed: string): UsageError {
  const tag = suggestLanguageTag(typed);
  const hint = tag === undefined ? '' : `did you mean ${tag}? `;
  return new UsageError(
    `${quote(typed)} is not the tag of a language`,
    `${hint}a tag is a code and, where it matters, a script and a country: eu, pt-BR, sr-Latn`,
  );
}
