import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import { readRecord } from '../../../shared/library/operations.ts';
import { isTrustKind, type RestoreTarget, restoredRecord } from '../../../shared/library/restored-records.ts';

const mine = '11111111-1111-1111-1111-111111111111';
const other = '22222222-2222-2222-2222-222222222222';
const badge = 'a'.repeat(64);

const knowing = {
  kind: 'issuer.known',
  issuer: 'https://x.example/',
  facts: { name: 'X', keys: [], note: '', addedAt: '2026-01-01T00:00:00Z' },
};
const tagging = { kind: 'tag.added', tag: 'bike', badges: [badge] };
const later = { kind: 'issuer.blessed', issuer: 'https://x.example/' };

function raw(library: string, changes: readonly JsonObject[]): JsonObject {
  const action = { kind: 'do', id: 'act', label: 'Something' };
  return {
    format: 1,
    library,
    id: 'rec',
    at: '00000000001-0000',
    device: 'dev',
    action,
    changes,
    extra: 'kept',
  };
}

function restored(
  value: JsonObject,
  target: Partial<RestoreTarget>,
  known: readonly string[] = [],
  readable: JsonObject = value,
) {
  const record = readRecord(readable);
  if (record === null) throw new Error('no record');
  return restoredRecord(
    value,
    record,
    { libraryId: mine, isEmpty: false, isMine: false, here: new Set(), noted: new Set(), ...target },
    new Set(known),
  );
}

const stamp = '00000000001-0000 dev rec';

describe('a record of a backup', () => {
  test('of the same library comes as it was, with what only a later version knows', () => {
    const value = raw(mine, [tagging, { kind: 'of.later', more: 1 }]);
    expect(restored(value, {})).toEqual({ record: value, leftOut: [] });
    expect(restored(value, {}, [stamp])).toEqual({ record: null, leftOut: [] });
  });

  test('G11 loses what says whom to trust, of later versions too, unless the backup is the person’s own', () => {
    const value = raw(mine, [knowing, tagging, later]);
    const { record, leftOut } = restored(value, {});
    expect(leftOut).toEqual(['issuer.known', 'issuer.blessed']);
    expect(record).toEqual({ ...value, id: 'rec-b', changes: [tagging] });
    expect(restored(value, {}, [`${stamp}-b`])).toEqual({ record: null, leftOut });
    expect(restored(value, { isMine: true }, [`${stamp}-b`]).record).toEqual(value);
    expect(restored(raw(mine, [knowing]), {})).toEqual({ record: null, leftOut: ['issuer.known'] });
  });

  test('of another library becomes one of this, and is nobody’s to undo unless this one was empty', () => {
    const value = raw(other, [tagging]);
    expect(restored(value, {}).record).toEqual({ ...value, library: mine, action: null });
    expect(restored(value, { isEmpty: true }).record).toEqual({ ...value, library: mine });
  });

  test('loses what was observed, even where it bears this library’s id, unless the backup is the person’s own', () => {
    const captured = {
      kind: 'document.captured',
      document: {
        url: 'https://x.example/',
        finalUrl: 'https://x.example/',
        status: 200,
        sha256: 'b'.repeat(64),
        fetchedAt: '2026-01-01T00:00:00Z',
        contentType: null,
        sizeBytes: 1,
      },
    };
    const value = raw(other, [tagging, captured]);
    expect(restored(value, {}).leftOut).toEqual(['document.captured']);
    expect(restored(value, {}).record).toMatchObject({ changes: [tagging] });
    expect(restored(value, { isMine: true }).leftOut).toEqual([]);
    expect(restored(raw(mine, [tagging, captured]), {}).leftOut).toEqual(['document.captured']);
    expect(restored(raw(mine, [tagging, captured]), { isMine: true }).leftOut).toEqual([]);
  });

  test('a change without a kind is taken for one about trust', () => {
    expect(['', 'issuer.known', 'registry.added'].every(isTrustKind)).toBe(true);
    expect(['badge.added', 'tag.added', 'document.captured'].some(isTrustKind)).toBe(false);
    for (const nameless of [{ tag: 'bike' }, { kind: 5 }, { kind: null }, { kind: ['tag.added'] }]) {
      const { record, leftOut } = restored(raw(mine, [nameless, tagging]), {}, [], raw(mine, [tagging]));
      expect([record?.changes, leftOut]).toEqual([[tagging], ['']]);
    }
  });
});
