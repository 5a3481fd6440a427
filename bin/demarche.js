#!/usr/bin/env node
// Old versions of Node can parse this file too, so that they report the required version instead of a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  process.stderr.write('demarche needs Node 20.20 or newer; this is ' + process.version + '.\n');
  process.exitCode = 2;
} else {
  start();
}

function start() {
  let decided;
  // If the event loop runs empty before the run has ended, that is a bug (exit code 70), not a success.
  process.once('exit', () => {
    process.exitCode = decided === undefined ? 70 : decided;
  });
  const refuse = (error) => {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    process.stderr.write(reason + '\n');
    decided = 2;
  };
  try {
    const { main } = require('../dist/program/main.cjs');
    void main(process.argv.slice(2)).then((code) => {
      decided = code;
    }, refuse);
  } catch (error) {
    refuse(error);
  }
}

/** Why the program could not be loaded, as a sentence; undefined if that is a bug. */
function reasonOf(error) {
  if (error.code === 'MODULE_NOT_FOUND') {
    const { existsSync } = require('node:fs');
    const { dirname, join } = require('node:path');
    const folder = dirname(__dirname);
    // Only a checkout has the scripts that build it.
    return existsSync(join(folder, 'build'))
      ? 'demarche is not built. Run `npm ci && npm run build` in ' + folder
      : 'demarche is incomplete: ' + folder + ' lacks files. Install it again.';
  }
  if (error.syscall === 'uv_cwd') return 'demarche could not be started: the current folder has been removed.';
  // An error of the system, such as too many open files or an I/O error, is not a bug.
  return error.syscall === undefined ? undefined : 'demarche could not be started: ' + error.message;
}
