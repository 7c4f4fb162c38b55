import { expect, test, vi } from 'vitest';
import { createNetworkDoor } from '../../../electron/main/network-door.ts';
import type { FetcherOptions } from '../../../electron/node/network/fetcher.ts';
import type { DocumentAnswer } from '../../../shared/verify/ports.ts';

const request = { url: 'https://a.example/', accept: '*/*', maxBytes: 10 };

function doorWith(settings: { stayOffline: boolean }) {
  const asked: string[] = [];
  const agreed: unknown[] = [];
  const signals: unknown[] = [];
  const switches: (() => Promise<boolean>)[] = [];
  const load = vi.fn(async () => ({
    isPublicAddress: () => true,
    fetcherDocuments: (options: FetcherOptions = {}) => {
      signals.push(options.signal);
      switches.push(options.isOffline ?? (() => expect.unreachable('it is not asked')));
      agreed.push(options.isAgreedHost?.('a.example'), options.isAgreedHost?.('b.example'));
      return {
        mode: 'online' as const,
        get: async ({ url }: { url: string }): Promise<DocumentAnswer> => {
          asked.push(url);
          return { kind: 'unavailable', url, code: 'network/unreachable' };
        },
      };
    },
  }));
  return { door: createNetworkDoor(async () => settings, load), asked, agreed, signals, switches, load };
}

test('while the person stays offline the network client is not even loaded', async () => {
  const { door, asked, load } = doorWith({ stayOffline: true });
  for (const port of [await door.documents(), await door.documentsOf(new Set(['a.example']))]) {
    expect(port.mode).toBe('offline');
    expect(await port.get(request)).toMatchObject({ kind: 'unavailable', code: 'network/offline' });
  }
  expect(load).not.toHaveBeenCalled();
  expect(asked).toEqual([]);
});

test('the switch counts for work that is under way already', async () => {
  const settings = { stayOffline: false };
  const { door, asked, switches } = doorWith(settings);
  const port = await door.documents();
  await port.get(request);
  expect(await switches[0]?.()).toBe(false);
  settings.stayOffline = true;
  expect(await switches[0]?.()).toBe(true);
  expect(await port.get(request)).toMatchObject({ code: 'network/offline' });
  expect(asked).toEqual(['https://a.example/']);
});

test('a list of hosts is what may be asked, and no other host', async () => {
  const { door, agreed, signals } = doorWith({ stayOffline: false });
  await door.documentsOf(new Set(['a.example']));
  expect(agreed).toEqual([true, false]);
  const { signal } = new AbortController();
  await door.documentsOf(new Set(['a.example']), signal);
  expect(signals).toEqual([undefined, signal]);
});
