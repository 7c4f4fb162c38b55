import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { carriedDocuments } from '../../../../electron/node/import/carried-documents.ts';
import { limits } from '../../../../shared/limits.ts';

const url = 'https://school.example/issuer';
const wish = { url, accept: '*/*', maxBytes: 1_000 };

/** Versions of one document, by the day and the text; what is said of the text of some is not so. */
function exported(
  versions: readonly { readonly day: number; readonly text: string; readonly isForged?: boolean }[],
) {
  const reads: number[] = [];
  const port = carriedDocuments(
    versions.map(({ day, text, isForged }) => ({
      facts: {
        url,
        status: 200,
        contentType: null,
        sha256: createHash('sha256')
          .update(isForged === true ? 'other' : text)
          .digest('hex'),
        fetchedAt: `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
      },
      read: async () => {
        reads.push(day);
        return Buffer.from(text);
      },
    })),
  );
  return { port, reads };
}

describe('carriedDocuments', () => {
  it('answers with the newest that is what it is said to be, as of its day', async () => {
    const { port, reads } = exported([
      { day: 1, text: 'old' },
      { day: 3, text: 'changed', isForged: true },
      { day: 2, text: 'new' },
    ]);
    expect(await port?.get(wish)).toMatchObject({ kind: 'document', fetchedAt: '2026-01-02T00:00:00.000Z' });
    expect(reads).toEqual([3, 2]);
    const earlierThan = '2026-01-02T00:00:00.000Z';
    expect(await port?.get({ ...wish, earlierThan })).toMatchObject({
      fetchedAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('does not read hundreds of forged ones in search of a true one', async () => {
    const forged = Array.from({ length: 28 }, (_, index) => ({ day: index + 1, text: 'x', isForged: true }));
    const { port, reads } = exported(forged);
    expect(await port?.get(wish)).toMatchObject({ kind: 'unavailable' });
    expect(reads).toHaveLength(limits.carriedVersionsTried);
  });

  it('is no port where nothing is carried', () => {
    expect(carriedDocuments([])).toBeNull();
  });
});
