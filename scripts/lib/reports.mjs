import { readFileSync } from 'node:fs';

/**
 * What one run of a suite comes to: { passed, failed, skipped }. A report that is missing or cannot be read means that
 * the suite crashed, which is one failure.
 */
export function readVitestReport(file, exitCode) {
  return read(file, exitCode, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + filesThatDidNotLoad(report),
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

export function readPlaywrightReport(file, exitCode) {
  return read(file, exitCode, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
}

function filesThatDidNotLoad({ testResults }) {
  return testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
}

/** A suite that says it failed without naming a failed test (an unhandled error, say) failed once. */
function read(file, exitCode, count) {
  let counts;
  try {
    counts = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
