import { expect, it, vi } from 'vitest';
import { limitedDocuments } from '../../../shared/verify/limited-documents.ts';
import { fakeDocuments, testNow } from '../../factories/ports.ts';

const url = 'https://school.example.org/did.json';
const request = { url, accept: '*/*', maxBytes: 1_000 };

it('what is of now is no answer for what was wanted of an earlier day, whatever port gives it', async () => {
  const now = await fakeDocuments({ [url]: {} }).get(request);
  const careless = limitedDocuments({ mode: 'online', get: async () => now }, 5);
  expect((await careless.get(request)).kind).toBe('document');
  expect(await careless.get({ ...request, earlierThan: testNow })).toEqual({
    kind: 'unavailable',
    url,
    code: 'network/offline',
  });
  expect((await careless.get({ ...request, earlierThan: '2026-11-22T00:00:00.001Z' })).kind).toBe('document');
});

it('I20 so many addresses at most, each asked for once, and earlier versions of one count as that one', async () => {
  const { get } = fakeDocuments({ [url]: {} });
  const asked = vi.fn(get);
  const limited = limitedDocuments({ mode: 'online', get: asked }, 1);
  await limited.get(request);
  await limited.get({ ...request, accept: 'text/html' });
  expect(asked).toHaveBeenCalledTimes(1);
  await limited.get({ ...request, earlierThan: testNow });
  expect(asked).toHaveBeenCalledTimes(2);
  expect(await limited.get({ ...request, url: `${url}?2` })).toMatchObject({
    code: 'network/too-many-documents',
  });
});
