import type { PackIssuerView, TrustPackPreview, TrustPackView } from '../ipc/trust-views.ts';
import { limits } from '../limits.ts';
import { counted } from './counted.ts';
import { plainDate } from './plain-date.ts';
import { effectOf } from './trust.ts';

/** Words about trust packs, of the window and of the command line. */
export const packWords = {
  title: 'Trust packs',
  text: 'Documents of issuers that somebody else captured: their keys, and who was revoked. With them badges can be checked where there is no network; what rests on them is told with its date. Whoever makes a pack can state anything.',
  none: 'None.',
  save: 'Save a trust pack…',
  add: 'Add a trust pack…',
  remove: (name: string): string => `Remove ${name}`,
  removed: (name: string, changed: number): string => `Removed “${name}”${effectOf(changed)}`,
  takeTitle: (name: string): string => `Add the trust pack “${name}”?`,
  maker: 'Who made it',
  key: 'Key',
  makerAdvice:
    'The name is only what its maker wrote. Ask them for the fingerprint of their key by another way, and compare.',
  advice:
    'Whoever made this pack can have written anything into it. Add it only if you trust them to say which keys are an issuer’s, and who was revoked.',
  action: 'Add the trust pack',
  renewAction: 'Update',
  taken: (name: string, changed: number): string => `Added “${name}”${effectOf(changed)}`,
  saved: (file: string, documents: number, fingerprint: string): string =>
    `Saved “${file}” with ${counted(documents, 'document')}. Its key: ${fingerprint}`,
  notYet: 'Nothing was taken in. Say --yes to add it.',
  fileName: 'Trust pack.trustpack',
  fileKind: 'Trust pack',
  makeTitle: 'Save a trust pack',
  makeText:
    'Whose documents are to go in: their keys, their profiles, and who was revoked. It never holds a badge or anybody’s address.',
  makeSearch: 'Search issuers',
  makeName: 'What it is called (optional)',
  issuers: 'Issuers',
  looking: 'Looking what was captured of each issuer…',
  noIssuers: 'No badge here names an issuer. Add badges, and check them online once.',
  noMatch: 'No issuer is called so.',
  unnamed: 'An issuer without a name',
  chooseAll: 'Choose all',
  chooseNone: 'Choose none',
  makeAction: (issuers: number): string => `Save with ${counted(issuers, 'issuer')}…`,
  chooseTitle: 'Add a trust pack',
  chooseButton: 'Open',
  saveTitle: 'Save a trust pack',
  saveButton: 'Save',
} as const;

/** What a pack would bring, one plain sentence each. */
export function packSentences(pack: TrustPackPreview, nowMs: number): readonly string[] {
  const { documents, hosts, fresher, maker } = pack;
  return [
    `It holds ${counted(documents, 'document')} of ${hostsText(hosts)}.`,
    `${documents === 1 ? 'It is' : 'They are'} ${datesText(pack)}. ${ageText(pack, nowMs)}`,
    fresherText(fresher, documents),
    makerSentences[maker],
  ];
}

/** A pack that was taken in, in one line: what it holds and how old that is. */
export function packLine(pack: TrustPackView, nowMs: number): string {
  const { documents, hosts } = pack;
  return `${counted(documents, 'document')} of ${hostsText(hosts)}, ${datesText(pack)}. ${ageText(pack, nowMs)}`;
}

/** What a pack about an issuer would hold, in one line, and how old that is. */
export function packIssuerLine({ documents, newest }: PackIssuerView, nowMs: number): string {
  if (newest === null) return 'Nothing was captured. Check its badges online first.';
  const count = counted(documents, 'document');
  const days = Math.max(0, Math.floor((nowMs - Date.parse(newest)) / 86_400_000));
  const age = days === 0 ? 'captured today' : `captured ${counted(days, 'day')} ago`;
  const last = documents === 1 ? age : `the newest ${age}`;
  return isPackOld({ newest }, nowMs)
    ? `${count}, ${last}. Old: check its badges online first.`
    : `${count}, ${last}`;
}

/** True where nothing in the pack is younger than what counts as old. */
export function isPackOld({ newest }: Pick<TrustPackView, 'newest'>, nowMs: number): boolean {
  return nowMs - Date.parse(newest) > limits.staleFactMs;
}

const makerSentences: Readonly<Record<TrustPackPreview['maker'], string>> = {
  new: 'You have no pack of this maker yet.',
  known: 'You have another pack of the same maker.',
  renews: 'You have an older one of the same maker: this takes its place.',
  'other-of-this-name':
    'Careful: you have a pack of this name, and this one is made by somebody else. Its key is another.',
};

function fresherText(fresher: number, documents: number): string {
  if (documents === 1)
    return fresher === 0 ? 'It is not newer than what is here.' : 'It is newer than what is here.';
  if (fresher === 0) return 'None of them is newer than what is here.';
  return `${fresher === documents ? 'All' : fresher} of them ${fresher === 1 ? 'is' : 'are'} newer than what is here.`;
}

function ageText(pack: Pick<TrustPackView, 'newest' | 'documents'>, nowMs: number): string {
  const days = Math.max(0, Math.floor((nowMs - Date.parse(pack.newest)) / 86_400_000));
  const what = pack.documents === 1 ? 'It' : 'The newest';
  const age = days === 0 ? `${what} is of today.` : `${what} is ${counted(days, 'day')} old.`;
  return isPackOld(pack, nowMs) ? `${age} Ask for a newer pack.` : age;
}

function datesText({ oldest, newest }: Pick<TrustPackView, 'oldest' | 'newest'>): string {
  const [first, last] = [plainDate(oldest), plainDate(newest)];
  return first === last ? `of ${first}` : `of ${first} to ${last}`;
}

function hostsText(hosts: readonly string[]): string {
  const shown = hosts.slice(0, 5).join(', ');
  const more = hosts.length - 5;
  return more > 0 ? `${shown} and ${counted(more, 'more site')}` : shown;
}
