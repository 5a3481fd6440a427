#!/usr/bin/env node
// Plain JavaScript that any Node reads, so that one that is too old can say so instead of failing at an import.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  process.stderr.write('demarche needs Node 20.20 or newer; this is ' + process.version + '.\n');
  process.exitCode = 2;
} else {
  start();
}

function start() {
  let decided;
  // A run whose end is never reached is a bug, not a success.
  process.once('exit', () => {
    process.exitCode = decided === undefined ? 70 : decided;
  });
  try {
    const { main } = require('../dist/program/main.cjs');
    void main(process.argv.slice(2)).then((code) => {
      decided = code;
    });
  } catch (error) {
    // The system refused to open what the command is made of: too many open files, a disk that fails.
    if (error.syscall === undefined) throw error;
    process.stderr.write('demarche could not be started: ' + error.message + '\n');
    decided = 2;
  }
}
