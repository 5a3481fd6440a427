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
  try {
    const { main } = require('../dist/program/main.cjs');
    void main(process.argv.slice(2)).then((code) => {
      decided = code;
    });
  } catch (error) {
    // An error of the system while the program is loaded, such as too many open files or an I/O error, is not a bug.
    if (error.syscall === undefined) throw error;
    process.stderr.write('demarche could not be started: ' + error.message + '\n');
    decided = 2;
  }
}
