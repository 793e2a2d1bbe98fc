// Reads Vitest's JSON report: prints "passed failed", and adds to a file the
// name and the first lines of each failure. Used by .ci/run.
import { appendFileSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const [report = '', failures = ''] = process.argv.slice(2);
/** @type {{ numPassedTests: number, numFailedTests: number, testResults: { name: string, message: string, status: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }[] }} */
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));

for (const { name, message, status, assertionResults } of testResults) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  for (const test of failed) say(`${name}: ${test.fullName}`, test.failureMessages.join('\n'));
  if (status === 'failed' && failed.length === 0) say(name, message);
}
console.log(numPassedTests, numFailedTests);

/** @param {string} title @param {string} text */
function say(title, text) {
  const lines = stripVTControlCharacters(text).split('\n').slice(0, 12);
  appendFileSync(failures, [title, ...lines.map((line) => `  ${line}`), ''].join('\n'));
}
