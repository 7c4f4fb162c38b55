import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeJournal, decodeLine, encodeLine } from '../../../../electron/node/library/journal-line.ts';
import { anyHistory, recordOf } from '../../../factories/library-records.ts';

const library = 'library-1';
const created = recordOf([{ kind: 'collection.created', collection: 'work', name: 'Wörk\n\u2028\ud800' }]);

test('what is encoded is decoded as it was, one record a line, whatever its texts hold', () => {
  fc.assert(
    fc.property(anyHistory, fc.string({ unit: 'binary' }), (history, name) => {
      const named = recordOf([{ kind: 'collection.created', collection: 'work', name }]);
      const records = [...history, named];
      const bytes = Buffer.concat(records.map(encodeLine));
      const read = decodeJournal(bytes, library);
      expect(read.records.map(({ record }) => record)).toEqual(records);
      expect(read).toMatchObject({ badLines: [], end: bytes.length, tornBytes: 0 });
      for (const { record, offset, length } of read.records) {
        expect(decodeLine(bytes.subarray(offset, offset + length))).toEqual(record);
      }
    }),
  );
});

test('M08 a bit flipped anywhere in a line spoils that line alone', () => {
  const line = encodeLine(created);
  for (let at = 0; at < line.length - 1; at += 1) {
    for (const bit of [0x01, 0x20, 0x80]) {
      const flipped = Uint8Array.from(line);
      flipped[at] = (flipped[at] ?? 0) ^ bit;
      const { records } = decodeJournal(Buffer.concat([flipped, line]), library);
      expect(
        records.map(({ record }) => record),
        `byte ${at}`,
      ).toEqual([created]);
    }
  }
});

test('M08 a line cut anywhere is torn, and what stands before it is whole', () => {
  const line = encodeLine(created);
  for (let length = 1; length < line.length; length += 1) {
    const read = decodeJournal(Buffer.concat([line, line.subarray(0, length)]), library);
    expect(read).toMatchObject({ end: line.length, tornBytes: length, badLines: [] });
    expect(read.records).toHaveLength(1);
  }
});

test('a line of another library is a bad one, a record of a later format is kept without effect', () => {
  const stranger = encodeLine({ ...created, library: 'library-2' });
  expect(decodeJournal(stranger, library)).toMatchObject({ records: [], badLines: [{ offset: 0 }] });
  // A later version's record: this version's type does not know it.
  const later = encodeLine({ ...created, format: 2 } as unknown as typeof created);
  expect(decodeJournal(later, library)).toMatchObject({ records: [], badLines: [], tornBytes: 0 });
});

test('nothing, line feeds and binary rubbish are no records and no exception', () => {
  expect(decodeJournal(new Uint8Array(), library)).toEqual({
    records: [],
    badLines: [],
    end: 0,
    tornBytes: 0,
  });
  // An empty line is nothing that was lost.
  expect(decodeJournal(Buffer.from('\n\n\n'), library)).toEqual({
    records: [],
    badLines: [],
    end: 3,
    tornBytes: 0,
  });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(decodeJournal(bytes, library).records).toEqual([]);
    }),
  );
});
