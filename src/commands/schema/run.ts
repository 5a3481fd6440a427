import { listPackageFolder, readPackageFile } from '../../cli/package.ts';
import { EXIT, type Shell, noSuch } from '../../cli/shell.ts';

/** The folder of this package that holds the JSON Schemas, one file each. */
const FOLDER = 'schema/';

/** `demarche schema`: prints the JSON Schema of this name, or the names of all. Usage error: an unknown name. */
export async function run(shell: Shell, name: string | undefined): Promise<number> {
  const names = listPackageFolder(FOLDER)
    .map((file) => file.replace(/\.json$/u, ''))
    .toSorted();
  if (name === undefined) await shell.out(names.map((listed) => `${listed}\n`).join(''));
  else if (names.includes(name)) await shell.out(readPackageFile(`${FOLDER}${name}.json`));
  else throw noSuch('schema', [name], names);
  return EXIT.done;
}
