import type { Data } from '../model/data.ts';
import { type Outcome, success } from '../model/outcome.ts';
import { readSoundYaml } from './read-sound-yaml.ts';

/**
 * Reads YAML 1.2 (https://yaml.org/spec/1.2.2/) of the plain kind: one document of lists, mappings and text. Every
 * scalar is the text as typed (`NO`, `01234` and `1.10` too), and none of it is normalised. Two libraries share the work:
 * a fast one reads what is sound, and where it has any doubt, one that knows what to say of it is loaded and decides. A
 * test holds that what both take is the same to the last column.
 */
export async function readYaml(file: string, text: string): Promise<Outcome<Data>> {
  const data = readSoundYaml(file, text);
  if (data !== undefined) return success(data);
  const { readAnyYaml } = await import('./read-any-yaml.ts');
  return readAnyYaml(file, text);
}
