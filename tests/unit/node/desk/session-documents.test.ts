import { expect, test } from 'vitest';
import { createSessionDocuments } from '../../../../electron/node/desk/session-documents.ts';
import { limits } from '../../../../shared/limits.ts';
import type { DocumentPort } from '../../../../shared/verify/ports.ts';

/** The same memory each time, so that the test itself takes little. */
const bytes = new Uint8Array(limits.httpJsonBytes);
const online: DocumentPort = {
  mode: 'online',
  get: async ({ url }) => ({
    kind: 'document',
    url,
    finalUrl: url,
    status: 200,
    contentType: null,
    bytes,
    sha256: '',
    fetchedAt: '2026-11-22T12:00:00Z',
    source: 'live',
  }),
};
const request = (number: number) => ({
  url: `https://school.example/${number}`,
  accept: '*/*',
  maxBytes: limits.httpJsonBytes,
});

test('I13 documents that the desk was answered take no more memory than there is room, the newest stay', async () => {
  const session = createSessionDocuments();
  const port = session.remembering(online);
  const fitting = Math.floor(limits.rememberedBytes / bytes.length);
  for (let number = 0; number < fitting + 5; number += 1) await port.get(request(number));
  // Asked for again, it takes no more room than before.
  for (let round = 0; round < 9; round += 1) await port.get(request(fitting));
  const kinds = await Promise.all(
    Array.from({ length: fitting + 5 }, async (_, number) => (await session.port.get(request(number))).kind),
  );
  expect(kinds).toEqual([
    ...Array<string>(5).fill('unavailable'),
    ...Array<string>(fitting).fill('document'),
  ]);
});

test.each([199, 300, 404, 500])(
  'an answer of status %d says how the site is now, and is no document to go by later',
  async (status) => {
    const session = createSessionDocuments();
    const answer = await online.get(request(1));
    if (answer.kind !== 'document') throw new Error('the site answers');
    const port = (as: number) =>
      session.remembering({ mode: 'online', get: async () => ({ ...answer, status: as }) });
    await port(status).get(request(1));
    expect((await session.port.get(request(1))).kind).toBe('unavailable');
    await port(200).get(request(1));
    await port(status).get(request(1));
    expect(await session.port.get(request(1))).toMatchObject({ kind: 'document', status: 200 });
  },
);
