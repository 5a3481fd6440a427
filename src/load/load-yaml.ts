import { type Data, emptyFields, isAbsent } from '../model/data.ts';
import { type Outcome, andThen, failure, mapOutcome, success } from '../model/outcome.ts';
import type { World } from '../world.ts';
import { readFile, unreadableFileFault } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads and parses a YAML file. `contents` is a noun phrase for what the file contains; the fault has it if the file
 * cannot be read. A file without content is an empty mapping.
 */
export async function loadYaml(world: World, path: string, contents: string): Promise<Outcome<Data>> {
  return parseMapping(path, await readFile(world, path, contents));
}

/** Works as {@link loadYaml}. A file that does not exist is an empty mapping too. */
export async function loadOptionalYaml(world: World, path: string, contents: string): Promise<Outcome<Data>> {
  const result = await world.readText(path);
  if (!result.ok && result.problem === 'missing') return success(emptyFields(path));
  return parseMapping(path, result.ok ? success(result.value) : failure(unreadableFileFault(path, result, contents)));
}

function parseMapping(path: string, text: Outcome<string>): Outcome<Data> {
  const parsed = andThen(text, (content) => readYaml(path, content));
  return mapOutcome(parsed, (data) => (isAbsent(data) ? emptyFields(path) : data));
}
