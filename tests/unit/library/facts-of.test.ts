import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../shared/badge/reading.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { lastPart } from '../../../shared/last-part.ts';
import { badgeIdOf, factsOf, sha256Of } from '../../../shared/library/facts-of.ts';
import { assertion20 } from '../../factories/badges.ts';
import { badgeOf } from '../../factories/ports.ts';

const file = { fileName: 'badge.png', sizeBytes: 5 };
const drawn = 'data:image/png;base64,AAAA';

function readingOf(changes: Partial<Reading> = {}, ...documents: readonly JsonObject[]): Reading {
  const badges = (documents.length === 0 ? [assertion20()] : documents).map((document) => ({
    path: [],
    badge: badgeOf(document),
  }));
  return { container: 'png/iTXt:openbadges', mediaType: 'image/png', badges, notes: [], ...changes };
}

describe('the picture of a badge', () => {
  it.each([
    ['image/png', 'png/iTXt:openbadges', 'file'],
    ['image/svg+xml', 'svg/cdata', 'file'],
    ['image/png', 'code', 'none'],
    ['image/svg+xml', 'code', 'none'],
    ['image/jpeg', 'code', 'none'],
    ['application/json', 'json', 'none'],
    ['application/pdf', 'pdf/attachment', 'none'],
  ])('in %s, read from %s, is from: %s', (mediaType, container, from) => {
    expect(factsOf(readingOf({ mediaType, container }), 0, file).picture).toEqual({ from });
  });

  it('is the file’s own for the first in it, for others the one that they bring, which a text has too', () => {
    const bringing = assertion20({ image: drawn });
    const reading = readingOf({}, bringing, bringing, assertion20());
    const picturesOf = (changes: Partial<Reading>) =>
      [0, 1, 2].map((index) => factsOf({ ...reading, ...changes }, index, file).picture);
    const own = { from: 'data', index: 0 };
    expect(picturesOf({})).toEqual([{ from: 'file' }, own, { from: 'file' }]);
    expect(picturesOf({ mediaType: 'application/json', container: 'json' })).toEqual([
      own,
      own,
      { from: 'none' },
    ]);
  });
});

it('the second and later badges of a file have ids of their own, which name the file', () => {
  const sha256 = 'a'.repeat(64);
  expect([0, 1, 12].map((index) => badgeIdOf(sha256, index))).toEqual([
    sha256,
    `${sha256}.1`,
    `${sha256}.12`,
  ]);
  expect([0, 1, 12].map((index) => sha256Of(badgeIdOf(sha256, index)))).toEqual([sha256, sha256, sha256]);
});

it('of a path only its last part is kept, whatever system it is of', () => {
  expect(['a/b.png', 'C:\\Ada\\b.png', 'folder/b.png/', 'b.png', ''].map(lastPart)).toEqual([
    'b.png',
    'b.png',
    'b.png',
    'b.png',
    '',
  ]);
});
