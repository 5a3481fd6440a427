import { readFile, readdir } from 'node:fs/promises';
import { PACKAGE_FOLDER } from '../../cli/package-folder.ts';
import { quoted } from '../../cli/quoted.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';

/** Where the product keeps its schemas. */
const FOLDER = new URL('schema/', PACKAGE_FOLDER);

/** `demarche schema`: a JSON Schema as it comes with the product, or the names of all. */
export async function runSchema(shell: Shell, name: string | undefined): Promise<number> {
  const names = (await readdir(FOLDER)).map((file) => file.replace(/\.json$/u, '')).sort();
  if (name === undefined) await shell.out(names.map((known) => `${known}\n`).join(''));
  else if (names.includes(name)) await shell.out(await readFile(new URL(`${name}.json`, FOLDER), 'utf8'));
  else throw new UsageError(`there is no schema ${quoted(name)}`, `there is: ${names.join(', ')}`);
  return EXIT.done;
}
