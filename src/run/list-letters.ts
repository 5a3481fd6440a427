import type { World } from '../world.ts';

/** Returns the names of a campaign's letters: the folders of `templates/` that contain a `letter.yaml`. */
export async function listLetters(world: World): Promise<readonly string[]> {
  const folders = (await world.list('templates')).filter(({ kind }) => kind === 'folder');
  const folderEntries = await Promise.all(folders.map(({ name }) => world.list(`templates/${name}`)));
  return folders.flatMap(({ name }, index) =>
    folderEntries[index]?.some(({ name: file, kind }) => file === 'letter.yaml' && kind !== 'folder') === true
      ? [name]
      : [],
  );
}
