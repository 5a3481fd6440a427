import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, temporaryFolder } from './run-demarche.ts';

/**
 * Bundles the command with other modules in the place of some, and returns the path of its program. `standIns`: the
 * source text of each, by the path of the module in this project.
 */
export function programWith(standIns: Readonly<Record<string, string>>): string {
  const program = temporaryFolder();
  for (const part of ['bin', 'package.json']) cpSync(join(ROOT, part), join(program, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'));
  const args = [{ main: 'src/main.ts' }, join(program, 'dist/program'), standIns];
  const script =
    `const { bundle } = await import(${JSON.stringify(join(ROOT, 'build/bundle.mjs'))});` +
    `await bundle(...${JSON.stringify(args)});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  return join(program, 'bin/demarche.js');
}
