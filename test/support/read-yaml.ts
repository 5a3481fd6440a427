import { readAnyYaml } from '../../src/load/read-any-yaml.ts';
import { readSoundYaml } from '../../src/load/read-sound-yaml.ts';
import type { Data } from '../../src/model/data.ts';
import { type Outcome, success } from '../../src/model/outcome.ts';

/** What `load/read-yaml.ts` does, for tests that do not wait. */
export function readYaml(file: string, text: string): Outcome<Data> {
  const sound = readSoundYaml(file, text);
  return sound === undefined ? readAnyYaml(file, text) : success(sound);
}
