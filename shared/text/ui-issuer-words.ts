import type { IssuerListPreview } from '../ipc/trust-views.ts';
import { counted } from './counted.ts';
import { effectOf } from './trust.ts';

/** Words of the window about known issuers and registries. */
export const issuerWords = {
  title: 'Known issuers',
  intro:
    'Issuers that you know yourself, by their keys. A badge signed with such a key counts as confirmed; one with another key is an alarm. A list never makes good what is altered, revoked or expired.',
  nobody: 'Nobody yet. Open a badge whose signer is not confirmed, and choose “Add to known issuers…” there.',
  open: 'Known issuers…',
  unnamed: 'Issuer without a name',
  since: (date: string, count: number): string => `Known since ${date} · ${counted(count, 'badge')}`,
  forget: (name: string): string => `Forget ${name}`,
  identifier: 'Identifier',
  key: 'Key',
  save: 'Save the list…',
  addFile: 'Add from a file…',
  count: (issuers: number, registries: number): string => {
    if (issuers + registries === 0) return 'None yet.';
    const known = counted(issuers, 'issuer');
    const listed = counted(registries, 'registry', 'registries');
    return `${known} that you know by their keys, ${listed} that you took in.`;
  },
  registries: 'Registries',
  registriesText:
    'Lists of issuers that somebody else keeps. A listing is said with its date; it confirms an issuer that is only a key, and nothing more. None is here until you add it, and none is asked until you say so.',
  listed: (entries: number, date: string): string => `${counted(entries, 'issuer')}, as of ${date}`,
  ask: (host: string): string => `Ask ${host}`,
  asking: 'Asking…',
  askText: (host: string): string =>
    `Asking tells ${host} which issuers your badges are from, and nothing about you or the badges.`,
  asked: (name: string, asked: number, listed: number, changed: number): string =>
    `“${name}” lists ${listed} of ${counted(asked, 'issuer')}${effectOf(changed)}`,
  removeRegistry: (name: string): string => `Remove ${name}`,

  know: 'Add to known issuers…',
  lookAtKey: 'Look at the changed key…',
  knowTitle: 'Do you know this issuer?',
  knowText: (name: string): string =>
    name === ''
      ? 'The badge names nobody. Whoever made this key can make as many badges as they like.'
      : `The badge says “${name}”. Anybody can make a key and call it that, so the name alone proves nothing.`,
  knowAdvice:
    'Add them only if you know from elsewhere that this is theirs: from their own site, a letter, or a person whom you asked.',
  pinned: 'What you will know them by',
  pinnedNew: 'The key of this badge',
  pinnedBefore: 'The keys that you know them by',
  meansKey: 'If one of their badges comes with another key, you are warned.',
  meansSite:
    'Their badges are answered for by this site, with no key. Names that look like theirs are pointed out.',
  name: 'Your name for them',
  note: 'How you know them (only for you)',
  notePlaceholder: 'Asked Ms Lind at the school office',
  effect:
    'Their other badges here are judged anew at once. Nobody is asked, and nothing leaves this computer.',
  knowAction: 'Add to known issuers',
  changeTitle: 'The issuer’s key changed',
  changeText: (name: string, date: string): string =>
    `Since ${date} you have known “${name}” by another key than the one that signed this badge.`,
  changeAdvice:
    'That happens when an issuer renews its keys, and also when somebody passes for them. Ask them before you accept the new key.',
  changeAction: 'Know them by this key too',
  added: (name: string, changed: number): string => `“${name}” is a known issuer now${effectOf(changed)}`,
  forgotten: (name: string, changed: number): string =>
    `“${name}” is no longer a known issuer${effectOf(changed)}`,
  registryRemoved: (name: string, changed: number): string => `Removed “${name}”${effectOf(changed)}`,

  takeTitle: ({ kind, name }: IssuerListPreview): string =>
    kind === 'registry' ? `Add the registry “${name}”?` : 'Add these issuers?',
  takeIssuers: (count: number): string => {
    if (count === 0) return 'The file holds no issuer that you do not know already.';
    return `${counted(count, 'issuer')} would be added.`;
  },
  takeListed: (count: number, date: string): string => `It lists ${counted(count, 'issuer')}, as of ${date}.`,
  takeNames: (names: string): string => `By name: ${names}.`,
  takeNamesAndMore: (names: string, more: number): string => `By name: ${names} and ${more} more.`,
  takeRenews: 'You have this registry already: it is brought up to date.',
  takeKnown: (count: number): string =>
    count === 1
      ? '1 issuer is known already and stays as it is.'
      : `${count} issuers are known already and stay as they are.`,
  takeSkipped: (count: number): string =>
    count === 1
      ? '1 entry was not understood or not believed, and is left out.'
      : `${count} entries were not understood or not believed, and are left out.`,
  anchor: 'Who signs this registry',
  anchorAdvice: 'These keys are pinned. Compare them with what the registry publishes before you go on.',
  takeAdvice:
    'Whoever made this file decides whose badges count as confirmed. Add it only if you trust them with that.',
  takeAction: ({ kind, renews }: IssuerListPreview): string => {
    if (kind === 'issuers') return 'Add them';
    return renews ? 'Update' : 'Add the registry';
  },
  taken: ({ kind, name, count }: IssuerListPreview, changed: number): string => {
    const what = kind === 'registry' ? `“${name}”` : counted(count, 'issuer');
    return `Added ${what}${effectOf(changed)}`;
  },
  looksLike: (name: string): string =>
    `Careful: this issuer looks like “${name}”, whom you know, but it is another one.`,
} as const;
