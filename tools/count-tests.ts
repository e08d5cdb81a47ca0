// Counts the tests in vitest's own JSON files, names those that failed, and closes with `N passed, N failed`.
// Usage: node --import tsx tools/count-tests.ts vitest.json…
import { readFileSync } from 'node:fs';

interface Results {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
  }[];
}

const paths = process.argv.slice(2);
const results = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')) as Results);

// Thousands of lines lie between a failure and the end, and whoever judges may keep the end alone.
for (const [run, { testResults }] of results.entries()) {
  for (const { name, status, message, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const { fullName, failureMessages } of failed) {
      console.log(`failed in ${paths[run]}: ${name}: ${fullName}\n${(failureMessages ?? []).join('\n')}`);
    }
    if (status === 'failed' && failed.length === 0) console.log(`failed in ${paths[run]}: ${name}\n${message}`);
  }
}

const sum = (of: (result: Results) => number) => results.reduce((total, result) => total + of(result), 0);
const [passed, failed, skipped] = [sum((r) => r.numPassedTests), sum((r) => r.numFailedTests), sum((r) => r.numPendingTests)];
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = passed > 0 && failed === 0 && results.every((result) => result.success) ? 0 : 1;
