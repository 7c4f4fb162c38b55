// Loaded before a program that is measured whole: tells on a fourth stream what it took, once it is over.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const tell = () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMs: (user + system) / 1_000, peakMB: maxRSS / 1_000 }));
};
if (isMainThread) process.on('exit', tell);
