import type { ErrorCode } from '../../errors.ts';
import type { ErrorWords } from './error-words.ts';

const again = 'Download it again from the site that issued it, and add that file.';
const askIssuer = 'Ask the issuer for a new file.';

/** What stands in the way of reading a file, a picture, a page or a badge. */
export const readingErrors = {
  'input/too-large': {
    message: 'This file is larger than a badge may be[ (at most {limitBytes})].',
    next: again,
  },
  'input/not-a-file': {
    message: 'This is not a file that can be read.',
    next: 'Add the badge file itself, or the folder that holds it.',
  },
  'input/unreadable': {
    message: 'This file could not be opened.',
    next: 'Check that it is still there, that you may read it, and that no other program holds it.',
  },
  'input/folder-too-deep': {
    message: 'This folder lies too deep inside the one that was added[ (at most {limit} levels)].',
    next: 'Add the inner folder by itself.',
  },
  'input/too-many-files': {
    message: 'These are more files than can be added at once[ (at most {limit})].',
    next: 'Add them in several parts.',
  },
  'input/empty': { message: 'This file is empty.', next: again },
  'input/unknown-kind': {
    message: 'This is not a badge image, and no badge data either.',
    next: 'Add a PNG or SVG badge image, a JSON or JWS file, a PDF with a badge inside, or a ZIP archive of such.',
  },
  'input/unsupported-kind': {
    message: 'A badge cannot be read from this kind of file[ ({kind})].',
    next: 'Add the PNG or SVG badge image, or the JSON file that the issuer offers.',
  },
  'input/name-mismatch': {
    message: 'The name of this file says {named}, but it holds {kind}, from which no badge can be read.',
    next: again,
  },
  'input/timeout': {
    message: 'Reading this file took too long, so it was stopped[ after {limitMs}].',
    next: askIssuer,
  },
  'input/memory': {
    message: 'Reading this file took too much memory, so it was stopped.',
    next: askIssuer,
  },
  'input/changed': {
    message: 'This file was changed or exchanged after it was checked.',
    next: 'Drop it on the desk again.',
  },
  'input/cancelled': { message: 'This was cancelled.', next: 'Add the file again when you like.' },
  'image/no-badge': {
    message: 'This picture has no badge data inside. Phones, chats and screenshots strip it.',
    next: again,
  },
  'image/damaged': { message: 'This picture is damaged or cut off.', next: again },
  'image/too-many-chunks': {
    message: 'This picture is cut into far more pieces than a picture has[ ({limit} at most)].',
    next: askIssuer,
  },
  'image/too-many-pixels': {
    message: 'This picture says that it is too large to be opened safely[ ({width} × {height})].',
    next: askIssuer,
  },
  'image/inflates-too-much': {
    message: 'The data in this picture would unpack to far more than a badge[ (at most {limitBytes})].',
    next: askIssuer,
  },
  'image/ambiguous': {
    message: 'This picture holds several different badges, and does not say which one counts.',
    next: askIssuer,
  },
  'image/cannot-hold-a-badge': {
    message: 'Badge data cannot be put into this picture.',
    next: 'Choose a PNG or SVG picture.',
  },
  'image/bad-svg': {
    message: 'This SVG picture is not well-formed, so it cannot be read safely.',
    next: again,
  },
  'image/svg-doctype': {
    message: 'This SVG picture builds its contents from definitions of its own, which may hide anything.',
    next: 'Ask the issuer for a file without a document type, or for a PNG.',
  },
  'image/too-deep': {
    message: 'This SVG picture is nested too deeply, or has too many parts[ (at most {limit})].',
    next: askIssuer,
  },
  'image/strips-badges': {
    message:
      'A {kind} picture cannot carry a badge: phones, chats and screenshots make such pictures of badges.',
    next: 'Download the badge again from the site that issued it, as PNG or SVG.',
  },
  'pdf/no-badge': {
    message: 'This PDF has no badge inside.',
    next: 'Download the badge itself from the site that issued it: a PNG, SVG or JSON file.',
  },
  'pdf/damaged': { message: 'This PDF is damaged or cut off.', next: again },
  'pdf/encrypted': {
    message: 'This PDF is locked, so what is inside cannot be read.',
    next: 'Save it without a password in a PDF program, or download the badge itself.',
  },
  'pdf/too-complex': {
    message: 'This PDF is built of far more parts than a certificate has.',
    next: 'Add the badge itself: the PNG, SVG or JSON file that the issuer offers.',
  },
  'pdf/inflates-too-much': {
    message:
      'This PDF would unpack to far more than badges need[ (at most {limitBytes})], so it was left alone.',
    next: askIssuer,
  },
  'page/no-badge': {
    message: 'This page holds no badge, and no link to the data of one.',
    next: 'Look on the page for “Download”, and add the file that you get.',
  },
  'page/too-complex': {
    message: 'This page is built of far more parts than a badge’s page has.',
    next: 'Look on the page for “Download”, and add the file that you get.',
  },
  'link/in-page': {
    message: 'This page holds no badge itself, but links to one[ at {host}].',
    next: 'Fetch it from there; the site will learn that somebody asked for it.',
  },
  'link/in-code': {
    message: 'This picture has no badge data, but a code in it leads to an address[ at {host}].',
    next: 'Fetch what is there; the site will learn that somebody asked for it.',
  },
  'link/in-pdf': {
    message: 'This PDF holds no badge itself, but links to one[ at {host}].',
    next: 'Fetch it from there; the site will learn that somebody asked for it.',
  },
  'link/leads-on': {
    message: 'This address sends us on to another site[: {host}].',
    next: 'Fetch it from there; that site will learn that somebody asked for it.',
  },
  'link/in-shortcut': {
    message: 'This is a shortcut to an address[ at {host}], not a badge itself.',
    next: 'Fetch what is there; the site will learn that somebody asked for it.',
  },
  'badge/bad-json': { message: 'The badge data is not valid JSON: it is damaged or cut off.', next: again },
  'badge/bad-text': {
    message: 'The badge data holds characters that do not exist in Unicode text.',
    next: again,
  },
  'badge/too-deep': {
    message: 'The badge data is nested too deeply[ (at most {limit} levels)].',
    next: askIssuer,
  },
  'badge/too-many': {
    message: 'This file holds too many badges at once[ (at most {limit})].',
    next: 'Add them in several smaller files.',
  },
  'badge/too-many-keys': {
    message: 'The badge data has too many entries in one place[ (at most {limit})].',
    next: askIssuer,
  },
  'badge/duplicate-key': {
    message: 'The badge data says something twice[ (“{key}”)], so it can be read in two ways.',
    next: askIssuer,
  },
  'badge/forbidden-key': {
    message: 'The badge data holds a name that no badge uses and that can harm programs[ (“{key}”)].',
    next: askIssuer,
  },
  'badge/not-a-badge': {
    message: 'This is readable data, but no Open Badge and no credential.',
    next: 'Add the file that the issuer calls the badge, the assertion or the credential.',
  },
  'badge/bad-jws': { message: 'The signed badge text is broken[: {reason}].', next: again },
  'badge/encrypted': {
    message: 'This credential is encrypted, so nobody without its key can read it.',
    next: 'Ask the issuer for the badge itself, not encrypted.',
  },
  'badge/private-key-inside': {
    message: 'This file gives away a private key, so anybody could have made it.',
    next: 'Tell the issuer at once that its private key is inside the file. Do not pass the file on.',
  },
  'badge/ambiguous': {
    message: 'This token holds two different credentials, and does not say which one counts.',
    next: askIssuer,
  },
} as const satisfies Partial<Readonly<Record<ErrorCode, ErrorWords>>>;
