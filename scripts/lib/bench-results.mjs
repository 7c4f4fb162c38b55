/** What the benchmarks of the window print and keep: a figure, its goal, and whether it is reached. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/** @param {string} name of the file under `out/bench` */
export function benchResults(name) {
  /** @type {object[]} */
  const rows = [];
  return {
    /** @param {string} what @param {string} value */
    tell: (what, value) => void process.stdout.write(`${what.padEnd(44)} ${value}\n`),
    /**
     * @param {string} title
     * @param {number} value
     * @param {{ most: number, unit: string, limit?: string }} goal
     */
    row: (title, value, { most, unit, limit = '' }) => {
      const reached = value <= most;
      rows.push({ title, value, unit, most, limit, reached });
      const goal = `goal ≤ ${most} ${unit}${limit === '' ? '' : ` (${limit})`}: ${reached ? 'reached' : 'NOT reached'}`;
      process.stdout.write(`${title.padEnd(44)} ${value.toFixed(2)} ${unit}; ${goal}\n`);
    },
    save: () => {
      mkdirSync(path.join(root, 'out/bench'), { recursive: true });
      writeFileSync(path.join(root, 'out/bench', `${name}.json`), `${JSON.stringify(rows, null, 2)}\n`);
    },
  };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @param {readonly number[]} values @param {number} part of one */
export function quantile(values, part) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
