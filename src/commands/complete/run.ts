import { openCampaign } from '../../cli/open-campaign.ts';
import type { CommonOptions } from '../../cli/options.ts';
import { listPackageFolder } from '../../cli/package.ts';
import { EXIT, type Shell, unknownNameError } from '../../cli/shell.ts';
import { listLetters } from '../../run/list-letters.ts';
import type { World } from '../../world.ts';
import { isLanguageTag } from '../../model/language-tag.ts';

/**
 * The names of each kind. Modules that only some kinds need are imported late, because the user waits for the answer
 * with a finger on the key.
 */
const LISTS: Readonly<Record<string, (open: () => Promise<World>) => Promise<readonly string[]>>> = {
  recipient: async (open) => (await import('./campaign-names.ts')).recipientIds(await open()),
  'recipient-or-code': async (open) => {
    const { EXPLAINED_CODES } = await import('../../report/explained-codes.ts');
    const { recipientIds } = await import('./campaign-names.ts');
    // Codes are known without a campaign too.
    const ids = await open().then(recipientIds, () => []);
    return [...ids, ...Object.keys(EXPLAINED_CODES)];
  },
  letter: async (open) => listLetters(await open()),
  role: async (open) => (await import('./campaign-names.ts')).declaredNames(await open(), 'groups.yaml', ['roles']),
  group: async (open) => (await import('./campaign-names.ts')).declaredNames(await open(), 'groups.yaml', ['groups']),
  state: async (open) => (await import('./campaign-names.ts')).declaredNames(await open(), 'states.yaml', []),
  language: async (open) => [...(await letterLanguages(await open())), 'all'],
  schema: async () => listPackageFolder('schema/').map((file) => file.replace(/\.json$/u, '')),
};

/**
 * `demarche complete`: prints the names of a kind that can be typed in a shell as they are. Throws a UsageError if there
 * is no such kind, or no campaign.
 */
export async function run(shell: Shell, kind: string, options: Pick<CommonOptions, 'directory'>): Promise<number> {
  const list = Object.hasOwn(LISTS, kind) ? LISTS[kind] : undefined;
  if (list === undefined) throw unknownNameError('kind of names', [kind], Object.keys(LISTS));
  const names = await list(async () => (await openCampaign(shell, options)).world);
  await shell.out(
    names
      .filter(isPlain)
      .map((name) => `${name}\n`)
      .join(''),
  );
  return EXIT.success;
}

/**
 * Whether a name can be a word of a command line without quotes. A valid name always is, but a campaign may have others
 * that validation would refuse.
 */
function isPlain(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._/-]*$/u.test(name);
}

/** The languages of all letters, which are the folders with their texts. */
async function letterLanguages(world: World): Promise<readonly string[]> {
  const letters = await listLetters(world);
  const entries = await Promise.all(letters.map((letter) => world.list(`templates/${letter}`)));
  const folders = entries.flat().filter(({ name, kind }) => kind === 'folder' && isLanguageTag(name));
  return [...new Set(folders.map(({ name }) => name))].toSorted();
}
