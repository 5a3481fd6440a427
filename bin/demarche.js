#!/usr/bin/env node
// Plain JavaScript that any Node reads, so that one that is too old can say so instead of failing at an import.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  process.stderr.write('demarche needs Node 20.20 or newer; this is ' + process.version + '.\n');
  process.exitCode = 2;
} else {
  // What is never decided is a bug, not a success.
  process.exitCode = 70;
  const { main } = require('../dist/program/main.cjs');
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
