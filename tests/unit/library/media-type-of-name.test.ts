import { expect, test } from 'vitest';
import { endingOf, mediaTypeOfName } from '../../../shared/library/media-type-of-name.ts';

test.each([
  ['report.PDF', 'pdf', 'application/pdf'],
  ['photo.of.me.jpeg', 'jpeg', 'image/jpeg'],
  ['archive.tar.gz', 'gz', 'application/octet-stream'],
  ['no ending', 'bin', 'application/octet-stream'],
  ['odd.ex/e', 'bin', 'application/octet-stream'],
  ['.toString', 'tostring', 'application/octet-stream'],
  ['x.constructor', 'bin', 'application/octet-stream'],
  ['x.valueOf', 'valueof', 'application/octet-stream'],
  ['long.abcdefghij', 'bin', 'application/octet-stream'],
  ['', 'bin', 'application/octet-stream'],
])('“%s” ends in %s and most likely is %s', (name, ending, type) => {
  expect(endingOf(name)).toBe(ending);
  expect(mediaTypeOfName(name)).toBe(type);
});
