import type { TemplateFile, TemplateFiles } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import { type Outcome, andThen, collect, settle, success } from '../model/outcome.ts';
import type { World } from '../world.ts';
import { forbiddenCharacters, withoutByteOrderMark } from './character-policy.ts';
import { enough } from './enough.ts';
import { inTurn } from './in-turn.ts';
import { placesIn } from './places.ts';
import { readFile } from './read-file.ts';

const TWO_LETTERS = /^[a-z]{2}$/u;

/** All templates of a letter, of every language that has a folder there. Line ends are those of Unix. */
export async function loadTemplates(
  world: World,
  folder: string,
): Promise<Outcome<Readonly<Record<Language, TemplateFiles>>>> {
  const languages = (await foldersIn(world, folder)).filter((name) => TWO_LETTERS.test(name));
  const loaded = await inTurn(languages, (language) => loadLanguage(world, `${folder}/${language}`));
  return andThen(collect(loaded), (templates) =>
    success(Object.fromEntries(languages.map((language, index) => [language, templates[index] ?? new Map()]))),
  );
}

async function loadLanguage(world: World, folder: string): Promise<Outcome<TemplateFiles>> {
  const texts = await inTurn(['passages', 'demands'], async (kind) =>
    (await foldersIn(world, `${folder}/${kind}`)).map((id) => `${kind}/${id}`),
  );
  const keys = await inTurn(['body', 'partials', ...texts.flat()], (group) => keysIn(world, folder, group));
  const loaded = await inTurn(keys.flat(), (key) => loadTemplate(world, `${folder}/${key}.md`, key));
  return andThen(collect(loaded), (entries) => success(new Map(entries)));
}

async function foldersIn(world: World, folder: string): Promise<readonly string[]> {
  return (await world.list(folder)).filter(({ kind }) => kind === 'folder').map(({ name }) => name);
}

async function keysIn(world: World, folder: string, group: string): Promise<readonly string[]> {
  return (await world.list(`${folder}/${group}`))
    .filter(({ name, kind }) => kind !== 'folder' && name.endsWith('.md'))
    .map(({ name }) => `${group}/${name.slice(0, -'.md'.length)}`);
}

async function loadTemplate(
  world: World,
  file: string,
  key: string,
): Promise<Outcome<readonly [string, TemplateFile]>> {
  return andThen(await readFile(world, file, 'a text of the letter'), (typed) => {
    const text = withoutByteOrderMark(typed);
    const faults = enough(forbiddenCharacters(text, placesIn(file, text)));
    return settle([key, { file, text: text.replaceAll('\r\n', '\n') }] as const, faults);
  });
}
