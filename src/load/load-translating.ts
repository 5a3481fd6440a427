import type { Data } from '../model/data.ts';
import { type Outcome, andThen, success } from '../model/outcome.ts';
import type { World } from '../world.ts';
import { readFile } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

/** What a letter's folder says of its translations; undefined: it has no such file. */
export interface TranslatingFiles {
  readonly terms: Data | undefined;
  readonly translations: Data | undefined;
}

/** Reads `terms.yaml` and `translations.yaml`. Neither has to be there. */
export async function loadTranslating(world: World, letter: string): Promise<Outcome<TranslatingFiles>> {
  const folder = `templates/${letter}`;
  const names = new Set((await world.list(folder)).map(({ name }) => name));
  const optional = async (name: string, holds: string): Promise<Outcome<Data | undefined>> => {
    if (!names.has(name)) return success(undefined);
    const path = `${folder}/${name}`;
    return andThen(await readFile(world, path, holds), (text) => readYaml(path, text));
  };
  const terms = await optional('terms.yaml', 'the words of the trade in each language');
  const translations = await optional('translations.yaml', 'which original each translation was made from');
  return andThen(terms, (found) => andThen(translations, (made) => success({ terms: found, translations: made })));
}
