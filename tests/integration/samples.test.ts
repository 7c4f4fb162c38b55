import { readFile as readBytes, readdir } from 'node:fs/promises';
import path from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { documentMapPort, offlineDocuments } from '../../electron/node/network/document-map.ts';
import { readDocumentMap } from '../../electron/node/network/read-document-map.ts';
import { readSampleDocuments } from '../../electron/node/network/sample-documents.ts';
import { readFile } from '../../shared/badge/read-file.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import { verdictOf } from '../../shared/verify/verdict.ts';
import { verify } from '../../shared/verify/verify.ts';
import { sampleFiles, samplesCapturedAt, sampleVerdicts } from '../factories/sample-badges.ts';

const folder = path.join(import.meta.dirname, '../../resources/samples');
const art = path.join(import.meta.dirname, '../../scripts/sample-art');
const names = Object.keys(sampleVerdicts);
const nowMs = Date.parse('2026-11-22T12:00:00Z');

async function check(
  name: string,
  documents: DocumentPort,
  atMs = nowMs,
  identities: readonly string[] = [],
) {
  const bytes = new Uint8Array(await readBytes(path.join(folder, name)));
  const [found] = readFile(bytes, name).badges;
  if (found === undefined) throw new Error('no badge');
  const ports = { documents, crypto: nodeCrypto, clock: { now: () => atMs } };
  const report = await verify(found.badge, ports, { identities, trust: null });
  return { badge: found.badge, report, verdict: verdictOf(report, atMs) };
}

describe('the sample badges', () => {
  it('are these six and no other file, so that whatever lies in their folder can be imported', async () => {
    const entries = await readdir(folder, { withFileTypes: true });
    expect(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort(),
    ).toEqual([...names].sort());
  });

  it('come out of the factory with the same bytes', async () => {
    const made = await sampleFiles();
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    expect(files.sort()).toEqual([...made.keys()].sort());
    for (const [name, bytes] of made) {
      expect((await readBytes(path.join(folder, name))).equals(bytes), name).toBe(true);
    }
  });

  it.each(Object.entries(sampleVerdicts))(
    '%s is %s with no network and the documents beside it',
    async (name, verdict) => {
      expect((await check(name, await readSampleDocuments(folder))).verdict).toBe(verdict);
      expect(
        (await check(name, await readSampleDocuments(folder), Date.parse('2031-01-01T00:00:00Z'))).verdict,
      ).toBe(verdict);
    },
  );

  it('give the command line the same verdicts by their map', async () => {
    const file = path.join(folder, 'documents/map.json');
    const map = documentMapPort(await readDocumentMap(file, Date.parse(samplesCapturedAt)));
    for (const name of names) expect((await check(name, map)).verdict, name).toBe(sampleVerdicts[name]);
  });

  it('say since when the issuer is confirmed, and are not green without its document', async () => {
    const { report } = await check('watershed-field-methods.png', await readSampleDocuments(folder));
    expect(report.issuerBinding).toMatchObject({ value: 'confirmed', source: 'captured' });
    expect(Date.parse(report.issuerBinding.asOf)).toBe(Date.parse(samplesCapturedAt));
    for (const name of names) {
      expect((await check(name, offlineDocuments)).verdict, name).not.toMatch(/^verified/);
    }
  });

  it('are altered, expired and unconfirmed for the reason that they are to show, and for no other', async () => {
    const documents = await readSampleDocuments(folder);
    const altered = (await check('chess-club.png', documents)).report;
    expect([altered.integrity.value, altered.issuerBinding.value]).toEqual(['altered', 'confirmed']);
    const expired = (await check('first-aid-at-work.png', documents)).report;
    expect([expired.integrity.value, expired.issuerBinding.value]).toEqual(['intact', 'confirmed']);
    const unconfirmed = (await check('open-source-contributor.png', documents)).report;
    expect([unconfirmed.integrity.value, unconfirmed.issuerBinding.value]).toEqual([
      'intact',
      'self-asserted',
    ]);
    for (const name of names)
      expect((await check(name, documents)).report.conformance.value, name).toBe('conformant');
  });

  it('are of both ends of the history, signed in two ways and hosted', async () => {
    const badges = await Promise.all(names.map(async (name) => (await check(name, offlineDocuments)).badge));
    expect([...new Set(badges.map(({ version }) => version))].sort()).toEqual(['1.0', '3.0']);
    expect([...new Set(badges.map(({ form }) => form))].sort()).toEqual([
      'data-integrity',
      'hosted',
      'vc-jwt',
    ]);
  });

  it('belong to learner@example.org', async () => {
    for (const name of names) {
      const { report } = await check(name, offlineDocuments, nowMs, ['learner@example.org']);
      expect(report.recipient.value, name).toBe('yours');
    }
  });

  it('show the pixels of their drawings', async () => {
    for (const name of names.filter((file) => file.endsWith('.png'))) {
      const [drawn, baked] = await Promise.all(
        [art, folder].map((place) => readBytes(path.join(place, name))),
      );
      expect(
        PNG.sync.read(baked ?? Buffer.alloc(0)).data.equals(PNG.sync.read(drawn ?? Buffer.alloc(0)).data),
      ).toBe(true);
    }
  });
});
