import { listPackageFolder, readPackageFile } from '../../cli/package.ts';
import { EXIT, type Shell, noSuch } from '../../cli/shell.ts';

const FOLDER = 'schema/';

/** `demarche schema`: prints a JSON Schema of this package, or the names of all. */
export async function run(shell: Shell, name: string | undefined): Promise<number> {
  const names = listPackageFolder(FOLDER)
    .map((file) => file.replace(/\.json$/u, ''))
    .toSorted();
  if (name === undefined) await shell.out(names.map((known) => `${known}\n`).join(''));
  else if (names.includes(name)) await shell.out(readPackageFile(`${FOLDER}${name}.json`));
  else throw noSuch('schema', [name], names);
  return EXIT.done;
}
