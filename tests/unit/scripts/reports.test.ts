import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from '../../../scripts/lib/reports.mjs';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
  file = path.join(folder, 'report.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function vitestReport(changes: object): void {
  const whole = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [],
    ...changes,
  };
  writeFileSync(file, JSON.stringify(whole));
}

describe('what a suite comes to', () => {
  it('a suite that crashes without a report counts as failed', () => {
    expect(readVitestReport(file, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(readPlaywrightReport(file, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('a report that is cut short counts as failed', () => {
    writeFileSync(file, '{"numPassedTests": 3,');
    expect(readVitestReport(file, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('a good report counts what passed and what was skipped', () => {
    vitestReport({});
    expect(readVitestReport(file, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it('a test file that does not load is a failure of its own', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    vitestReport({ numFailedTests: 1, testResults });
    expect(readVitestReport(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('a suite that says it failed without naming a test is not green', () => {
    vitestReport({});
    expect(readVitestReport(file, 1).failed).toBe(1);
  });

  it('Playwright’s own errors, such as finding no test at all, are failures', () => {
    const stats = { expected: 0, unexpected: 0, skipped: 0, flaky: 0 };
    writeFileSync(file, JSON.stringify({ stats, errors: [{ message: 'No tests found' }] }));
    expect(readPlaywrightReport(file, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('Playwright’s counts are taken over', () => {
    const stats = { expected: 7, unexpected: 2, skipped: 1, flaky: 0 };
    writeFileSync(file, JSON.stringify({ stats, errors: [] }));
    expect(readPlaywrightReport(file, 1)).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });
});
