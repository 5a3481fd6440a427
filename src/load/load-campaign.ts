import type { CampaignData } from '../model/campaign-data.ts';
import type { Data } from '../model/data.ts';
import type { Language } from '../model/language.ts';
import { type Outcome, andThen, collect, failure, success } from '../model/outcome.ts';
import type { World } from '../world.ts';
import { inTurn } from './in-turn.ts';
import { loadTemplates } from './load-templates.ts';
import { readFile } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

const FORMS = 'recipients/forms';
const LANGUAGE_FILE = /^(?<language>[a-z]{2})\.yaml$/u;

/** Reads everything that a campaign's letters share, recipients left out. All files are read before faults are told. */
export async function loadCampaign(world: World, letterId: string): Promise<Outcome<CampaignData>> {
  const folder = `templates/${letterId}`;
  const [letter, sources, approvals, states, groups, forms, templates] = await Promise.all([
    loadYaml(world, `${folder}/letter.yaml`, 'the settings of the letter'),
    loadYaml(world, `${folder}/sources.yaml`, 'the documents on which its claims rest'),
    loadOptional(world, `${folder}/approvals.yaml`, 'who has approved which text'),
    loadYaml(world, 'recipients/states.yaml', 'the names of States and the facts about them'),
    loadYaml(world, 'recipients/groups.yaml', 'the roles, groups and facts that are declared'),
    loadForms(world),
    loadTemplates(world, folder),
  ]);
  const diagnostics = [letter, sources, approvals, states, groups, forms, templates].flatMap(
    (outcome) => outcome.diagnostics,
  );
  if (letter.ok && sources.ok && approvals.ok && states.ok && groups.ok && forms.ok && templates.ok) {
    const data: CampaignData = {
      id: letterId,
      letter: letter.value,
      sources: sources.value,
      approvals: approvals.value,
      states: states.value,
      groups: groups.value,
      forms: forms.value,
      templates: templates.value,
    };
    return success(data, diagnostics);
  }
  return failure(...diagnostics);
}

async function loadYaml(world: World, path: string, holds: string): Promise<Outcome<Data>> {
  return andThen(await readFile(world, path, holds), (text) => readYaml(path, text));
}

/** A file that a letter may do without. */
async function loadOptional(world: World, path: string, holds: string): Promise<Outcome<Data | undefined>> {
  const reading = await world.readText(path);
  return !reading.ok && reading.why === 'missing' ? success(undefined) : loadYaml(world, path, holds);
}

async function loadForms(world: World): Promise<Outcome<Readonly<Record<Language, Data>>>> {
  const languages = (await world.list(FORMS)).flatMap(
    ({ name }) => LANGUAGE_FILE.exec(name)?.groups?.['language'] ?? [],
  );
  const read = await inTurn(languages, (language) =>
    loadYaml(world, `${FORMS}/${language}.yaml`, 'the forms of address of a language'),
  );
  return andThen(collect(read), (forms) =>
    success(Object.fromEntries(forms.map((data, index) => [languages[index] ?? '', data]))),
  );
}
