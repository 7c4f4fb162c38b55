import { readFileSync } from 'node:fs';
import { inProcessEngine } from '../../../electron/node/check/in-process-engine.ts';

/** The first verdict of a whole process: the first typical credential of the fixtures, and nothing else loaded. */
const [file = ''] = process.argv.slice(2);
const text = readFileSync(file);
const engine = inProcessEngine();
const { badges } = await engine.read(new Uint8Array(text), 'badge.json');
const [first] = badges;
if (first === undefined) throw new Error('no badge');
const report = await engine.verify(first.badge, {
  documents: {
    mode: 'offline',
    get: async ({ url }) => ({ kind: 'unavailable', url, code: 'network/offline' }),
  },
  identities: [],
  trust: null,
  nowMs: Date.now(),
});
if (report.integrity.value !== 'intact') throw new Error('wrong result: a good credential');
