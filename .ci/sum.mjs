// Adds up the test results (CTRF files) in a folder and prints the closing line. A run of no tests, or one with a
// skipped test, is a failure.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ctrf') || name.endsWith('.ctrf.json'))) {
  const { results } = JSON.parse(readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, ''));
  sum.passed += results.summary.passed;
  sum.failed += results.summary.failed + (results.summary.other ?? 0);
  sum.skipped += results.summary.skipped + (results.summary.pending ?? 0);
  for (const test of results.tests.filter((t) => t.status !== 'passed')) {
    console.log(`${test.status}: ${test.name}`);
  }
}
if (sum.passed + sum.failed === 0) {
  console.log('No test ran.');
  sum.failed = 1;
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || sum.skipped > 0 ? 1 : 0;
