/** How much memory a process and all that it started take, each shared page counted once in parts (PSS). Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

/** @param {number} pid the first process; answers MiB by the kind of the process, and of all */
export function memoryOf(pid) {
  /** @type {Record<string, number>} */
  const byKind = {};
  let all = 0;
  for (const each of familyOf(pid)) {
    const text = read(`/proc/${each}/smaps_rollup`);
    const kibibytes = Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0);
    const kind = /--type=([\w-]+)/.exec(read(`/proc/${each}/cmdline`))?.[1] ?? 'main';
    byKind[kind] = (byKind[kind] ?? 0) + kibibytes / 1_024;
    all += kibibytes / 1_024;
  }
  return { all, byKind };
}

function familyOf(pid) {
  const parents = new Map();
  for (const each of processes()) parents.set(each, Number(statOf(each)[1]));
  const family = new Set([pid]);
  for (const parent of family) for (const [child, of] of parents) if (of === parent) family.add(child);
  return family;
}

function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The fields after the name of the program, which stands in brackets and may hold anything. */
function statOf(pid) {
  return read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
}

/** A process may end while it is looked at. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
