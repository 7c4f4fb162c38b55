import { expect, it } from 'vitest';
import { checkInput } from '../../../electron/cli/check-input.ts';
import { fileLine } from '../../../electron/cli/file-line.ts';
import { inProcessEngine } from '../../../electron/node/check/in-process-engine.ts';
import { FileMemory } from '../../../electron/node/file-memory.ts';
import { offlineDocuments } from '../../../electron/node/network/document-map.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import { assertion20, unsignedJws } from '../../factories/badges.ts';
import { fakeDocuments, testNow } from '../../factories/ports.ts';

const classUrl = 'https://school.example/classes/7';
const issuerUrl = 'https://school.example/';
const issuerDocuments = {
  [classUrl]: { id: classUrl, type: 'BadgeClass', name: 'Canoe building', issuer: issuerUrl },
  [issuerUrl]: { id: issuerUrl, type: 'Profile', name: 'Boat School' },
};

async function lineOf(text: string, documents: DocumentPort, captured: DocumentPort) {
  const nowMs = Date.parse(testNow);
  const bytes = new TextEncoder().encode(text);
  const context = {
    engine: inProcessEngine(),
    memory: new FileMemory(),
    documents,
    captured,
    identities: [],
    trust: null,
    nowMs,
    notBeforeMs: 0,
    signal: new AbortController().signal,
  };
  return fileLine('-', await checkInput({ kind: 'bytes', shown: '-', name: '', bytes }, context), nowMs);
}

it('a badge that only names its class and issuer is told by name from captured documents', async () => {
  const map = fakeDocuments(issuerDocuments, 'captured');
  const { badges } = await lineOf(unsignedJws(assertion20({ badge: classUrl })), map, map);
  expect(badges[0]).toMatchObject({ name: 'Canoe building', issuer: { id: issuerUrl, name: 'Boat School' } });
});

it('naming a badge asks the network for nothing that its check did not ask for', async () => {
  const network = fakeDocuments(issuerDocuments);
  const text = JSON.stringify(assertion20({ badge: classUrl }));
  const { badges } = await lineOf(text, network, offlineDocuments);
  expect(badges[0]?.name).toBe('');
  expect(network.asked).toEqual(['https://school.example/assertions/1']);
});

it('documents that the check brought from the network name the badge without asking again', async () => {
  const text = JSON.stringify(assertion20({ badge: classUrl }));
  const network = fakeDocuments({
    ...issuerDocuments,
    'https://school.example/assertions/1': JSON.parse(text),
  });
  const { badges } = await lineOf(text, network, offlineDocuments);
  expect(badges[0]).toMatchObject({ name: 'Canoe building', issuer: { name: 'Boat School' } });
  expect(new Set(network.asked).size).toBe(network.asked.length);
});
