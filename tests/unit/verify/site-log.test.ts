import { expect, it } from 'vitest';
import type { DocumentAnswer, SiteTrouble } from '../../../shared/verify/ports.ts';
import { siteLog } from '../../../shared/verify/site-log.ts';

const url = 'https://school.example.org/1';
const captured = '2026-05-03T00:00:00.000Z';

function answerOf(status: number, instead?: SiteTrouble): DocumentAnswer {
  const document = { kind: 'document', url, finalUrl: url, status, contentType: null, sha256: '' } as const;
  const bytes = new Uint8Array();
  return instead === undefined
    ? { ...document, bytes, fetchedAt: captured, source: 'live' }
    : { ...document, bytes, fetchedAt: captured, source: 'captured', instead };
}

async function troubleAfter(answers: readonly DocumentAnswer[]) {
  const waiting = answers.values();
  const log = siteLog({
    mode: 'online',
    get: async () => waiting.next().value ?? { kind: 'unavailable', url, code: 'network/unreachable' },
  });
  for (const answer of answers) {
    expect(await log.get({ url, accept: 'application/json', maxBytes: 100 })).toBe(answer);
  }
  return log.trouble();
}

it('no site that answers for itself, or never answered, is in trouble', async () => {
  expect(await troubleAfter([])).toBeNull();
  const never: DocumentAnswer = { kind: 'unavailable', url, code: 'network/unreachable' };
  expect(await troubleAfter([answerOf(200), answerOf(404), answerOf(500), never])).toBeNull();
});

it('a page that its site itself calls gone is gone, with nothing in its place', async () => {
  expect(await troubleAfter([answerOf(410)])).toEqual({ trouble: 'gone', since: null });
});

it('of several troubles the worst is told, whichever came first', async () => {
  const worstFirst = ['gone', 'nameless', 'silent', 'offline'] as const;
  for (const [at, worst] of worstFirst.entries()) {
    const met = worstFirst.slice(at).map((trouble) => answerOf(200, trouble));
    const told = { trouble: worst, since: captured };
    expect(await troubleAfter(met)).toEqual(told);
    expect(await troubleAfter([...met, answerOf(200)].toReversed())).toEqual(told);
  }
});
