import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

test('the guided tour, which a machine without a display gets, comes to its end', async () => {
  test.setTimeout(180_000);
  const root = path.resolve(import.meta.dirname, '../..');
  const tour = path.join(root, 'scripts/tour.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [tour], { cwd: root });
  expect(stdout).toContain('The pictures of the tour are in out/tour/');
  const names = readdirSync(path.join(root, 'out/tour')).sort();
  expect(names.at(-1)).toBe('My badges.html');
  expect(names.at(-2)).toBe('16-the-exported-page-in-a-browser.png');
});
