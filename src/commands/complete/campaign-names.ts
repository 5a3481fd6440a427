import { loadProfileFiles } from '../../load/load-profiles.ts';
import { readYaml } from '../../load/read-yaml.ts';
import { dataAt } from '../../model/data.ts';
import { validateColumns } from '../../validate/validate-columns.ts';
import { profileIds } from '../../validate/validate-recipient.ts';
import type { World } from '../../world.ts';

/** Returns the ids of the profiles in `recipients/`. What cannot be read is left out. */
export function recipientIds(world: World): Promise<readonly string[]> {
  return profileIds(loadProfileFiles(world, validateColumns));
}

/** Returns the names that a register in `recipients/` declares: the keys at a path in it. */
export async function declaredNames(world: World, file: string, path: readonly string[]): Promise<readonly string[]> {
  const text = await world.readText(`recipients/${file}`);
  const register = text.ok ? readYaml(file, text.value) : undefined;
  const declared = register?.ok === true ? dataAt(register.value, path) : undefined;
  return declared?.kind === 'fields' ? declared.entries.map(({ key }) => key) : [];
}
