/**
 * The stamp of a build: the hashes of everything that it was made from and of everything that it made. It is in
 * node_modules/, so that a new installation of packages removes it.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules/.cache/demarche/build.json');

/** What a build reads. npm writes the list of the installed packages, with their versions, into the last file. */
const INPUTS = ['src', 'build', 'package.json', 'tsconfig.json', 'node_modules/.package-lock.json'];

/** Whether the last build succeeded, nothing that it read has changed since, and its files are all there, unchanged. */
export function isBuildFresh() {
  try {
    return readFileSync(stamp, 'utf8') === stampOf(hashInputs());
  } catch {
    // A missing file or folder means that there is no build, or that it cannot be compared.
    return false;
  }
}

/**
 * Runs a build and then writes the stamp. The old stamp is removed first, so that an interrupted build counts as none.
 * The inputs are hashed before the build, so that a file that is edited meanwhile makes the build stale.
 */
export async function buildWithStamp(build) {
  rmSync(stamp, { force: true });
  const inputs = hashInputs();
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, stampOf(inputs));
}

function stampOf(inputs) {
  return JSON.stringify({ node: process.version, inputs, outputs: hashOf(['dist']) });
}

function hashInputs() {
  return hashOf(INPUTS);
}

/** Hashes the names and contents of files, and of all files in folders. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn)) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
