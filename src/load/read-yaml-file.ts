import type { Data } from '../model/data.ts';
import { type Outcome, failure } from '../model/outcome.ts';
import type { ReadResult, World } from '../world.ts';
import { unreadableFileFault } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

/** What was parsed of a file, by what was read of it. It is dropped with the text. */
const parsedReadings = new WeakMap<ReadResult<string>, { readonly path: string; readonly data: Outcome<Data> }>();

/**
 * Reads and parses a YAML file. `contents` is a noun phrase for what the file contains; the fault has it if the file
 * cannot be read. If the world returns the same object as before, because it keeps what it has read, the text is not
 * parsed again.
 */
export async function readYamlFile(world: World, path: string, contents: string): Promise<Outcome<Data>> {
  return parseReading(path, await world.readText(path), contents);
}

/** Works as {@link readYamlFile}, for a file that has been read. */
export function parseReading(path: string, reading: ReadResult<string>, contents: string): Outcome<Data> {
  if (!reading.ok) return failure(unreadableFileFault(path, reading, contents));
  const parsed = parsedReadings.get(reading);
  if (parsed?.path === path) return parsed.data;
  const data = readYaml(path, reading.value);
  parsedReadings.set(reading, { path, data });
  return data;
}
