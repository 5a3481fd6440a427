import { listPackageFolder, readPackageFile } from '../../cli/package.ts';
import { EXIT, type Shell, unknownNameError } from '../../cli/shell.ts';

/** The folder of this package with the JSON Schemas, one file for each. */
const FOLDER = 'schema/';

/** `demarche schema`: prints the JSON Schema of this name, or the names of all. Throws a UsageError for other names. */
export async function run(shell: Shell, name: string | undefined): Promise<number> {
  const names = listPackageFolder(FOLDER)
    .map((file) => file.replace(/\.json$/u, ''))
    .toSorted();
  if (name === undefined) await shell.out(names.map((listed) => `${listed}\n`).join(''));
  else if (names.includes(name)) await shell.out(readPackageFile(`${FOLDER}${name}.json`));
  else throw unknownNameError('schema', [name], names);
  return EXIT.success;
}
