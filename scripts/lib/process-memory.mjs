/** How much memory and processor a process and all that it started take; of memory each shared page counted once in parts (PSS). Linux only. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

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

/**
 * How many processes of the same program run beside these: what all of them share is counted in parts, so that with
 * others at work the figures of two moments cannot be compared.
 *
 * @param {number} pid
 */
export function strangersBeside(pid) {
  const family = familyOf(pid);
  const program = programOf(pid);
  return processes().filter((each) => !family.has(each) && programOf(each) === program).length;
}

/** The processor's time of the same processes so far, in milliseconds. @param {number} pid */
export function processorMsOf(pid) {
  let ticks = 0;
  for (const each of familyOf(pid)) {
    const fields = statOf(each);
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }
  // Linux counts it in hundredths of a second wherever Node runs.
  return ticks * 10;
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

function programOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return '';
  }
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
