/**
 * npm's `prepare` script: builds the package after an installation in a checkout, and when npm makes a package of a git
 * repository, as `npm install git+file:…` and pre-commit do. From a tarball or a registry, npm runs no script.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Runs a script with this Node. Standard output may be that of `npm pack`, which programs read, so it is not used. */
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });

// npm installs peer dependencies even without development dependencies, so the presence of `typescript` proves nothing.
const canBuild = () => ['rolldown', '@types/node'].every((name) => existsSync(join(root, 'node_modules', name)));

// With `-g`, npm leaves development dependencies out of the copy of the repository that it prepares. The options below
// override those that npm passes on in the environment.
const npm = process.env.npm_execpath;
if (!canBuild() && process.env.npm_config_global === 'true' && npm !== undefined)
  run(npm, 'ci', '--ignore-scripts', '--include=dev', '--no-global', '--location=project', '--no-audit', '--no-fund');

if (canBuild()) run(join(root, 'build/build.mjs'), '--if-stale');
else process.stderr.write('demarche is not built: packages that build it were left out of this installation.\n');
