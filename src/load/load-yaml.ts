import { type Data, emptyFields, isAbsent } from '../model/data.ts';
import { type Outcome, mapOutcome, success } from '../model/outcome.ts';
import type { World } from '../world.ts';
import { parseReading, readYamlFile } from './read-yaml-file.ts';

/**
 * Reads and parses a YAML file. `contents` is a noun phrase for what the file contains; the fault has it if the file
 * cannot be read. A file without content is an empty mapping.
 */
export async function loadYaml(world: World, path: string, contents: string): Promise<Outcome<Data>> {
  return asMapping(path, await readYamlFile(world, path, contents));
}

/** Works as {@link loadYaml}. A file that does not exist is an empty mapping too. */
export async function loadOptionalYaml(world: World, path: string, contents: string): Promise<Outcome<Data>> {
  const reading = await world.readText(path);
  if (!reading.ok && reading.problem === 'missing') return success(emptyFields(path));
  return asMapping(path, parseReading(path, reading, contents));
}

function asMapping(path: string, file: Outcome<Data>): Outcome<Data> {
  return mapOutcome(file, (data) => (isAbsent(data) ? emptyFields(path) : data));
}
