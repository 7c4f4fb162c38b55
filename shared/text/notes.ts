import type { ReadingNote } from '../badge/model.ts';
import type { NoteCode } from '../badge/notes.ts';

/** One plain sentence for what a reader noticed. */
export function wordsForNote(note: ReadingNote): string {
  return sentences[note.code];
}

const sentences: Readonly<Record<NoteCode, string>> = {
  'read.bad-checksum': 'A checksum in the picture is wrong; the badge data could be read all the same.',
  'read.compressed': 'The badge data is compressed, which the standard does not allow; it was read.',
  'read.content-after-end': 'There is more after the end of the picture; it was not looked at.',
  'read.data-uri': 'The picture came as a text; it was read like the picture.',
  'read.hashed-flag-missing': 'The recipient is hashed, but the badge does not say so.',
  'read.kind-differs-from-name': 'The name of the file says another kind than what it holds.',
  'read.latin1': 'The badge data is not UTF-8; it was read as Latin-1, so some letters may be wrong.',
  'read.malformed-chunk': 'The badge data was put into the picture wrongly; it was read.',
  'read.not-all-read':
    'The file holds more than any file of badges needs; the rest was not looked at, so badges may be missing.',
  'read.not-among-files':
    'It shows badges that are not among the files in it; every one of them is listed and judged.',
  'read.page-file-differs':
    'The page that it came in names another SHA-256: the file was exchanged or changed there.',
  'read.page-words-differ':
    'The page that it came in says something else of this badge than the badge does itself.',
  'read.plain-but-hashed':
    'The badge says that its recipient is hashed, but it is not; it cannot be compared.',
  'read.repeated-payload': 'The same badge data is in the picture more than once.',
  'read.second-payload': 'The file holds different badges; all of them are shown.',
  'read.skipped-entry': 'An entry of the file could not be read and was left out.',
  'read.two-forms': 'The file holds two forms of the badge, an older and a newer one; both are shown.',
  'read.unbound-prefix': 'The badge data was put into the SVG without its namespace; it was read.',
  'read.unknown-hash': 'The recipient is hashed in a way that we do not know; it cannot be compared.',
  'read.unreadable-payload': 'Other badge data in the file could not be read and was left out.',
  'read.unwrapped': 'The file is a wrapper without a signature; the badges inside it are shown.',
  'read.verify-differs': 'The SVG names another address than the badge inside it.',
  'read.weak-hash': 'The recipient is hashed in a weak way, so it could be guessed.',
};
