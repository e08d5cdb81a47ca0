// Counts the tests in vitest's own JSON files and closes with `N passed, N failed`.
// Usage: node --import tsx tools/count-tests.ts vitest.json…
import { readFileSync } from 'node:fs';

interface Results {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
}

const results = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')) as Results);
const sum = (of: (result: Results) => number) => results.reduce((total, result) => total + of(result), 0);
const [passed, failed, skipped] = [sum((r) => r.numPassedTests), sum((r) => r.numFailedTests), sum((r) => r.numPendingTests)];
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = passed > 0 && failed === 0 && results.every((result) => result.success) ? 0 : 1;
