import type { ErrorCode } from '../errors.ts';
import { limits } from '../limits.ts';
import { displayName, displayText } from './display-text.ts';

/** What happened, and what can be done: one plain sentence each, at most 200 characters. */
export interface ErrorWords {
  readonly message: string;
  readonly next: string;
}

type Facts = Readonly<Record<string, string | number>>;

/**
 * The words of an error code. Facts come from strangers' files: they are cut, lose control and bidirectional characters
 * and keep only the last part of anything like a path.
 */
export function wordsFor(code: ErrorCode, facts: Facts = {}): ErrorWords {
  const { message, next } = catalogue[code];
  return { message: filled(message, facts), next: filled(next, facts) };
}

/** `{name}` is a fact; `[… {name} …]` is left out where that fact is missing; `Bytes` and `Ms` facts get their units. */
function filled(sentence: string, facts: Facts): string {
  const whole = sentence.replace(/\[([^\][]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => Object.hasOwn(facts, name)) ? part : '',
  );
  const text = whole.replace(/\{(\w+)\}/g, (_, name: string) => factText(name, facts[name]));
  return displayText(text, limits.messageCharacters);
}

function factText(name: string, value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number' && name.endsWith('Bytes'))
    return `${Math.max(1, Math.round(value / 1e6))} MB`;
  if (typeof value === 'number' && name.endsWith('Ms'))
    return `${Math.max(1, Math.round(value / 1e3))} seconds`;
  if (typeof value === 'number') return Number.isFinite(value) ? value.toLocaleString('en-GB') : '';
  const lastPart = value.split(/[\\/]/).at(-1) ?? '';
  return displayText(displayName(lastPart), limits.messageFactClusters);
}

const again = 'Download it again from the site that issued it, and add that file.';
const askIssuer = 'Ask the issuer for a new file.';
const unpack = 'Unpack it with another program, look at what comes out, and add that folder.';
const report = 'This is our mistake: please report it. Your badges are safe.';

const catalogue: Readonly<Record<ErrorCode, ErrorWords>> = {
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
  'archive/too-large': {
    message: 'This ZIP archive is larger than can be opened safely[ (at most {limitBytes})].',
    next: unpack,
  },
  'archive/too-many-entries': {
    message: 'This ZIP archive holds more files than can be added at once[ (at most {limit})].',
    next: unpack,
  },
  'archive/inflates-too-much': {
    message: 'This would unpack to far more than badges need[ (at most {limitBytes})], so it was left alone.',
    next: 'Do not unpack it elsewhere either, unless you know well where it comes from.',
  },
  'archive/nested-too-deep': {
    message: 'This ZIP archive lies too deep inside others, so it was not opened.',
    next: 'Unpack the outer archive, and add this one by itself.',
  },
  'archive/ambiguous': {
    message: 'This ZIP archive can be read in two ways, so nothing in it was taken.',
    next: 'Download it again. If it is still refused, ask whoever made it for a new one.',
  },
  'archive/unsafe-name': {
    message: 'This ZIP archive holds a name that leads out of it, so nothing in it was taken.',
    next: 'Do not unpack it elsewhere. Ask whoever made it for a new one.',
  },
  'archive/link': {
    message: 'This ZIP archive holds a link or a device in place of a file, so nothing in it was taken.',
    next: 'Ask whoever made it for one with the files themselves.',
  },
  'archive/in-parts': {
    message: 'This is one part of a ZIP archive that was cut in several.',
    next: 'Put the parts together with the program that cut them, then add the whole archive.',
  },
  'archive/encrypted': {
    message: 'This file in the ZIP archive is locked with a password.',
    next: 'Unpack the archive with its password, and add the folder that comes out.',
  },
  'archive/unsupported-method': {
    message: 'This file in the ZIP archive is packed in a way that is not supported[ (method {kind})].',
    next: 'Unpack the archive with another program, and add the folder that comes out.',
  },
  'archive/damaged': { message: 'This ZIP archive is damaged or cut off.', next: 'Download it again.' },
  'archive/damaged-entry': {
    message: 'This file in the ZIP archive is damaged: its contents do not fit what the archive says of it.',
    next: 'Download the archive again.',
  },
  'archive/empty': {
    message: 'This ZIP archive holds no files.',
    next: 'Look whether it is the right one, or download it again.',
  },
  'archive/wrong-name': {
    message: 'The name of this file says {named}, but it is a ZIP archive.',
    next: 'Change the end of its name to .zip, and add it again.',
  },
  'network/offline': {
    message: 'There is no connection, or asking issuers is switched off.',
    next: 'Check again when you are online.',
  },
  'network/not-agreed': {
    message: 'This site[ ({host})] was not among those that you agreed to ask.',
    next: 'Check online again: it is in the list now.',
  },
  'network/bad-url': {
    message: 'The badge names an address that cannot be asked safely.',
    next: askIssuer,
  },
  'network/private-host': {
    message: 'The badge names an address inside a private network[ ({host})], which is never asked.',
    next: askIssuer,
  },
  'network/unreachable': {
    message: 'The issuer’s site[ {host}] could not be reached.',
    next: 'Check again later.',
  },
  'network/no-such-name': {
    message: 'There is no site of the name[ {host}] that the badge gives.',
    next: 'Its issuer may have moved: look for another address of theirs, and ask them.',
  },
  'network/timeout': {
    message: 'The issuer’s site[ {host}] did not answer in time.',
    next: 'Check again later.',
  },
  'network/too-large': {
    message: 'The issuer’s site[ {host}] answered with far more than a badge needs.',
    next: 'Tell the issuer.',
  },
  'network/too-many-redirects': {
    message: 'The issuer’s site[ {host}] sent us from page to page without end.',
    next: 'Tell the issuer.',
  },
  'network/http-status': {
    message: 'The issuer’s site[ {host}] did not give the document[ (status {status})].',
    next: 'Check again later, or ask the issuer.',
  },
  'network/not-json': {
    message: 'The issuer’s site[ {host}] answered, but not with badge data.',
    next: 'Check again later, or ask the issuer.',
  },
  'network/too-many-documents': {
    message: 'This badge asks for more documents than one badge may[ ({limit})].',
    next: askIssuer,
  },
  'store/disk-full': {
    message: 'The disk is full, so nothing was saved.',
    next: 'Make room, then try again. What was saved before is safe.',
  },
  'store/no-permission': {
    message: 'The backpack’s folder may not be written to.',
    next: 'Change the permissions of the folder, or choose another one.',
  },
  'store/read-only': {
    message: 'The backpack is open for reading only.',
    next: 'Close the other window or program that holds it, then open it again.',
  },
  'store/locked': {
    message: 'Another program is using this backpack.',
    next: 'Close the other one, then try again.',
  },
  'store/in-use': {
    message: 'Another program holds a file of the backpack, or its folder may not be written to.',
    next: 'Close what may hold it, such as a virus scanner or a program that synchronises, then try again.',
  },
  'store/damaged': {
    message: 'A file of the backpack is damaged[: {file}]. Everything else is unharmed.',
    next: 'Run the check of the backpack, which sets the damaged file aside.',
  },
  'store/io': {
    message: 'The disk reported an error.',
    next: 'Check the disk, then try again. What was saved before is safe.',
  },
  'store/newer-format': {
    message: 'This backpack was written by a newer version of the program.',
    next: 'Update the program.',
  },
  'store/not-found': {
    message: 'This is not in the backpack.',
    next: 'Look whether it was removed, or open the backpack that holds it.',
  },
  'backup/not-a-backup': {
    message: 'This file is no backup of a backpack.',
    next: 'Choose the file that “Back up” wrote. Badges in any other file come in by “Add badges”.',
  },
  'backup/needs-passphrase': {
    message: 'This backup is locked with a passphrase.',
    next: 'Give the passphrase that was set when it was made, or its recovery code.',
  },
  'backup/wrong-passphrase': {
    message: 'This passphrase does not open the backup. Nothing was changed.',
    next: 'Look at capital letters, spaces and the keyboard’s language, or use the recovery code of this very backup.',
  },
  'backup/mistyped-code': {
    message: 'A sign of this recovery code is not as it was written down. Nothing was changed.',
    next: 'Compare it group by group: it has 28 digits and capital letters, and never I, L, O or U.',
  },
  'backup/short-passphrase': {
    message: 'This passphrase is too short[: it needs at least {limit} characters].',
    next: 'Take several words that only you would put together.',
  },
  'backup/damaged': {
    message: 'This backup is damaged or was changed[: {file}]. Nothing of it was taken in.',
    next: 'Take another backup, or copy this one again from where it came.',
  },
  'backup/newer-format': {
    message: 'This backup was written by a newer version of the program.',
    next: 'Update the program, then restore it.',
  },
  'backup/not-confirmed': {
    message: 'The backup was written, but did not read back as it should, so it was removed.',
    next: 'Try again in another place; the disk may be failing.',
  },
  'backup/inside-library': {
    message: 'A backup inside the backpack’s own folder would be lost together with it.',
    next: 'Choose another folder, best on another disk.',
  },
  'backup/busy': {
    message: 'Another backup, restore or check of the backpack is running.',
    next: 'Wait until it is done, or cancel it.',
  },
  'watch/busy': {
    message: 'A check of your badges is still running.',
    next: 'Wait until it has finished, or stop it first.',
  },
  'store/file-missing': {
    message: 'The file of this badge[, {name},] is not in the backpack’s folder.',
    next: 'If the folder is being synchronised, wait until the file has arrived. Else put it back from a backup, or add it again.',
  },
  'edit/into-itself': {
    message: 'A collection cannot be put into itself or into one that it holds.',
    next: 'Choose another collection, or none.',
  },
  'edit/too-deep': {
    message: 'Collections would be nested too deep[ (at most {limit} levels)].',
    next: 'Choose a collection that is nearer to the top.',
  },
  'edit/smart-collection': {
    message:
      'A smart collection holds what its search finds: nothing can be put in, taken out or moved by hand.',
    next: 'Change its search, or make a collection of the usual kind.',
  },
  'edit/too-much-evidence': {
    message: 'This badge has all the evidence that one badge may have[ ({limit})].',
    next: 'Remove some of it first.',
  },
  'edit/not-an-address': {
    message: 'This is not a web address.',
    next: 'Give an address that begins with https:// or http://.',
  },
  'edit/too-many-portfolios': {
    message: 'There are as many portfolios as there may be[ ({limit})].',
    next: 'Delete one that is no longer needed.',
  },
  'edit/portfolio-too-long': {
    message: 'This portfolio is too long to be kept.',
    next: 'Shorten its texts, or make two portfolios of it.',
  },
  'export/no-printer': {
    message: 'A PDF is printed by the app’s own window, which is not there.',
    next: 'Open the app and choose Export; web pages, archives and JSON need no window.',
  },
  'export/too-many-files': {
    message: 'A PDF cannot carry so many files[ (at most {limit})].',
    next: 'Leave the original files out of it, or export an archive.',
  },
  'export/nothing-to-export': {
    message: 'There is nothing to export.',
    next: 'Choose at least one badge.',
  },
  'export/not-printed': {
    message: 'The PDF could not be made.',
    next: 'Try again, or save it as a web page and print that.',
  },
  'export/no-card': {
    message: 'The picture card could not be drawn.',
    next: 'Try again; if it stays so, export the badge or share its original file instead.',
  },
  'export/cannot-write': {
    message: 'The export could not be written[ as {name}].',
    next: 'Choose another place, or make room on the disk.',
  },
  'export/busy': {
    message: 'Another export is on its way.',
    next: 'Wait until it is saved, or stop it.',
  },
  'export/clr-needs-credentials': {
    message: 'None of these badges can stand in a learner record: it takes signed Open Badges 3.0 as JSON.',
    next: 'Choose another form: a presentation takes badges of every kind.',
  },
  'export/not-signable': {
    message: 'This export cannot be signed: something in it has no fixed spelling.',
    next: 'Save it unsigned: each badge in it still carries its own proof.',
  },
  'export/too-large-to-sign': {
    message: 'This export is too large to be signed[ (at most {limitBytes})].',
    next: 'Choose fewer badges, or save it unsigned or as an archive.',
  },
  'signing/no-key': {
    message: 'There is no key to sign with.',
    next: 'Make your key in the app, when you export. The command line has no keyring and signs nothing.',
  },
  'signing/no-keyring': {
    message: 'This system has no keyring in which your key could be kept.',
    next: 'Keep the key until you close the app, or save the export unsigned.',
  },
  'signing/locked': {
    message: 'The keyring of this system did not give your key back.',
    next: 'Unlock the keyring and try again. If it is gone, forget this key and make a new one.',
  },
  'export/needs-originals': {
    message: 'This kind of export is made of the original files, which are switched off.',
    next: 'Let the original files leave, or export a web page.',
  },
  'trust/not-a-list': {
    message: 'This file is not a list of issuers.',
    next: 'Choose a list of known issuers, a registry of the DCC, or statements of OpenID Federation.',
  },
  'trust/bad-key': {
    message: 'The list pins a key that cannot be read.',
    next: 'Nothing of it was taken in. Ask whoever made it for a new one.',
  },
  'trust/too-many': {
    message: 'The list holds more than any list needs[ (at most {limit})].',
    next: 'Nothing of it was taken in. Split it, or ask for a smaller one.',
  },
  'trust/no-anchor': {
    message: 'The statements do not say by one voice whose registry they are.',
    next: 'Add the registry’s own configuration to the file, as its first line.',
  },
  'trust/unverified': {
    message: 'The registry’s own statement does not carry a good signature, or is out of date.',
    next: 'Nothing of it was taken in. Get it again from the registry itself.',
  },
  'trust/anchor-changed': {
    message: 'The registry is signed with another key than the one that you pinned.',
    next: 'It is not believed. Ask whoever runs the registry why its key changed.',
  },
  'trust/no-key-seen': {
    message: 'No good signature of this issuer was seen, so there is nothing to know them by.',
    next: 'Check the badge again, then add its issuer.',
  },
  'pack/not-a-pack': {
    message: 'This file is not a trust pack.',
    next: 'Choose a file that “Save a trust pack…” wrote.',
  },
  'pack/damaged': {
    message: 'The trust pack is cut off or was changed.',
    next: 'Nothing of it was taken in. Copy it again from where it was made.',
  },
  'pack/bad-signature': {
    message: 'The trust pack does not carry a good signature.',
    next: 'Nothing of it was taken in. Get it again from whoever made it.',
  },
  'pack/from-future': {
    message: 'The trust pack has dates that are still to come.',
    next: 'Nothing of it was taken in. Look whether the clock of this computer is right.',
  },
  'pack/older': {
    message: 'You have a newer trust pack by the same maker.',
    next: 'Nothing was changed. Ask for the newest one.',
  },
  'pack/nothing': {
    message: 'There is no captured document of these issuers to put into a trust pack.',
    next: 'Check badges of theirs online first.',
  },
  'ipc/bad-payload': { message: 'The window asked for something that does not exist.', next: report },
  'ipc/bad-sender': {
    message: 'A page that is not ours asked for something, and was refused.',
    next: report,
  },
  'usage/bad-arguments': {
    message: 'The command was not understood[: {reason}].',
    next: 'Run it with --help to see what it takes.',
  },
  'internal/bug': { message: 'Something went wrong inside the program.', next: report },
};
