import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readingSchema } from '../../../../electron/node/import/reading-schema.ts';
import { workerReply } from '../../../../electron/node/lanes/worker-protocol.ts';
import { readFile } from '../../../../shared/badge/read-file.ts';
import { assertion20, credential30, unsignedJws } from '../../../factories/badges.ts';

const samples = path.join(import.meta.dirname, '../../../../resources/samples');
const names = readdirSync(samples).filter((name) => /\.(?:png|svg|json)$/.test(name));
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('what the worker read', () => {
  it.each(names)('passes as it is: %s', (name) => {
    const reading = readFile(new Uint8Array(readFileSync(path.join(samples, name))), name);
    expect(readingSchema.parse(structuredClone(reading))).toEqual(reading);
  });

  it.each([
    ['2.0', encode(assertion20())],
    ['3.0', encode(credential30())],
    ['a token', new TextEncoder().encode(unsignedJws(assertion20()))],
  ])('passes as it is: %s', (_what, bytes) => {
    const reading = readFile(bytes, 'badge.json');
    expect(readingSchema.parse(structuredClone(reading))).toEqual(reading);
  });

  const good = structuredClone(readFile(encode(credential30()), 'badge.json'));
  it.each([
    ['nothing', null],
    ['a text', 'reading'],
    ['no badges', { ...good, badges: undefined }],
    [
      'a badge without name',
      { ...good, badges: [{ path: [], badge: { ...good.badges[0]?.badge, name: 7 } }] },
    ],
    [
      'an unknown version',
      { ...good, badges: [{ path: [], badge: { ...good.badges[0]?.badge, version: '9' } }] },
    ],
    ['a path that is no list', { ...good, badges: [{ path: '..', badge: good.badges[0]?.badge }] }],
    ['an unknown note', { ...good, notes: [{ code: 'read.anything', facts: {} }] }],
  ])('is refused when it is %s', (_what, value) => {
    expect(readingSchema.safeParse(value).success).toBe(false);
  });
});

describe('a message of the worker', () => {
  it.each([
    null,
    7,
    {},
    { kind: 'open', path: '/etc/passwd' },
    { kind: 'done', id: -1, value: 1 },
    { kind: 'failed', id: 1, code: 'no/such-code', facts: {} },
    { kind: 'failed', id: 1, code: 'internal/bug', facts: { deep: {} } },
    { kind: 'document', id: 1, call: 1, request: { url: '', accept: '', maxBytes: 1 } },
    { kind: 'document', id: 1, call: 1, request: { url: 'https://a.example/', accept: '', maxBytes: 1e9 } },
    { kind: 'ready', more: 1 },
  ])('is refused unless it is one of the protocol: %j', (message) => {
    expect(workerReply.safeParse(message).success).toBe(false);
  });
});
