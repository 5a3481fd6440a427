import { listPackageFolder, readPackageFile } from '../../cli/package-folder.ts';
import { quoted } from '../../cli/quoted.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';

const FOLDER = 'schema/';

/** `demarche schema`: prints a JSON Schema of this package, or the names of all. */
export async function run(shell: Shell, name: string | undefined): Promise<number> {
  const names = listPackageFolder(FOLDER)
    .map((file) => file.replace(/\.json$/u, ''))
    .toSorted();
  if (name === undefined) await shell.out(names.map((known) => `${known}\n`).join(''));
  else if (names.includes(name)) await shell.out(readPackageFile(`${FOLDER}${name}.json`));
  else throw new UsageError(`there is no schema ${quoted(name)}`, `there is: ${names.join(', ')}`);
  return EXIT.done;
}
