// Reads the JSON reports of vitest in a folder, and prints `failed`: a line for each test or file that failed, or
// `counts`: the numbers of tests that passed and failed. With `counts`, the exit code is 1 if a test was not run.
// Usage: node .ci/report.mjs failed|counts <folder>
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const LONGEST_MESSAGE = 200;

const [what, folder] = process.argv.slice(2);
const reports = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, ...JSON.parse(readFileSync(join(folder, name), 'utf8')) }));

if (what === 'failed') for (const line of reports.flatMap(failures)) console.log(line);
else printCounts();

// An error that no test awaited fails the run alone.
function failures({ name, success, testResults }) {
  const failed = testResults.flatMap(failuresOfFile);
  return failed.length === 0 && !success ? [`failed: ${name}: an error outside of all tests`] : failed;
}

// A file that could not be loaded, or whose hook failed, has a message of its own.
function failuresOfFile({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name);
  const tests = assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => `failed: ${file}: ${fullName.trim()}: ${firstLine(failureMessages[0])}`);
  return tests.length === 0 && status === 'failed' ? [`failed: ${file}: ${firstLine(message)}`] : tests;
}

function firstLine(message = '') {
  const [line = ''] = stripVTControlCharacters(message).trim().split('\n');
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

function printCounts() {
  const sum = (count) => reports.reduce((total, report) => total + count(report), 0);
  const notRun = sum((report) => report.numPendingTests + report.numTodoTests);
  if (notRun > 0) {
    console.error(`${notRun} tests were not run`);
    process.exitCode = 1;
  }
  console.log(`${sum((report) => report.numPassedTests)} passed, ${sum((report) => report.numFailedTests)} failed`);
}
