import { describe, expect, it } from 'vitest';
import { unpackedSchema, zipStepSchema } from '../../../../electron/node/import/archive-schema.ts';
import { listZip } from '../../../../shared/archive/zip-entries.ts';
import { zipOf } from '../../../factories/zip.ts';

const archive = zipOf([{ name: 'a.json', data: '{}', descriptor: true }]);
const schema = zipStepSchema(archive.length);
const listed = listZip(archive.length, [{ offset: 0, bytes: archive }]);
const entry = listed.kind === 'listed' ? listed.entries[0] : undefined;

describe('what the worker says of an archive', () => {
  it('passes when it is what the reader answers', () => {
    expect(schema.parse(listed)).toEqual(listed);
    const step = listZip(archive.length, []);
    expect(schema.parse(step)).toEqual(step);
  });

  it.each([
    { kind: 'need', ranges: [{ offset: 0, length: archive.length + 1 }] },
    { kind: 'need', ranges: [{ offset: archive.length, length: 1 }] },
    { kind: 'need', ranges: [{ offset: -1, length: 1 }] },
    { kind: 'need', ranges: Array.from({ length: 10_001 }, () => ({ offset: 0, length: 1 })) },
    { kind: 'listed', entries: [{ ...entry, dataOffset: archive.length }] },
    { kind: 'listed', entries: [{ ...entry, packedBytes: 1e12 }] },
    { kind: 'listed', entries: [{ ...entry, sizeBytes: Number.NaN }] },
    { kind: 'listed', entries: [{ ...entry, refusal: 'no/such-code' }] },
    { kind: 'listed', entries: [{ ...entry, path: '/etc/passwd' }] },
  ])('is refused when it names a place outside or anything else: %#', (answer) => {
    expect(schema.safeParse(answer).success).toBe(false);
  });

  it('unpacked bytes are as many as were asked for', () => {
    expect(unpackedSchema(2).safeParse(new Uint8Array(2)).success).toBe(true);
    expect(unpackedSchema(2).safeParse(new Uint8Array(3)).success).toBe(false);
    expect(unpackedSchema(2).safeParse([1, 2]).success).toBe(false);
  });
});
