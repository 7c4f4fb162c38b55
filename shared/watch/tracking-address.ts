import type { Badge } from '../badge/model.ts';

/** How an address tells its site whose badge is looked at. */
export type TrackingPart =
  /** It names a person: an e-mail address, a DID, a number of theirs, their place in a list. */
  | 'person'
  /** It holds a part that was made for one badge or one holder, such as a UUID. */
  | 'random';

/** An address that a check would ask, and what in it tells whose badge it is. */
export interface TrackingAddress {
  readonly host: string;
  readonly part: TrackingPart;
}

/**
 * The address among those that a check asks about one badge (where its issuer answers for it, its status lists) that
 * tells most about the holder; null: none does (threat N04). It is a caution: that a list is everybody's cannot be seen.
 */
export function trackingAddress(badge: Pick<Badge, 'hostedUrl' | 'status'>): TrackingAddress | null {
  const asked = [badge.hostedUrl, ...badge.status.map(({ url }) => url)].filter((url) => url !== null);
  const found = asked.flatMap((url): readonly TrackingAddress[] => {
    const part = trackingPart(url);
    return part === null ? [] : [{ host: new URL(url).host, part }];
  });
  return found.find(({ part }) => part === 'person') ?? found[0] ?? null;
}

/** What in an address tells whose badge is looked at; null: nothing, or it is no web address. Its fragment is not sent. */
export function trackingPart(url: string): TrackingPart | null {
  const address = URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  const segments = address.pathname
    .slice(0, mostCharacters)
    .split('/')
    .map(decoded)
    .filter((segment) => segment !== '');
  const query = [...address.searchParams].slice(0, mostParts);
  const parts = [
    ...segments.slice(0, mostParts),
    ...query.map(([, value]) => value.slice(0, mostCharacters)),
  ];
  if (parts.some(namesPerson) || followsPerson(segments) || query.some(asksForPerson)) return 'person';
  return parts.some(isRandom) ? 'random' : null;
}

/** Longer addresses are refused where documents are fetched. */
const mostCharacters = 4_000;
const mostParts = 100;

function namesPerson(part: string): boolean {
  return (part.includes('@') && /[^@/\s]@[^@/\s]+\.[^@/\s]/.test(part)) || /^(?:did:|~.)/i.test(part);
}

/** `…/students/20231234/…`: the word says that what follows is one of them. */
function followsPerson(segments: readonly string[]): boolean {
  return segments.some((segment, index) => {
    const next = withoutExtension(segments[index + 1] ?? '').toLowerCase();
    return people.has(segment.toLowerCase()) && next !== '' && !common.test(next);
  });
}

function asksForPerson([key, value]: readonly [string, string]): boolean {
  const name = key.toLowerCase().replace(/[-_]?id$/, '');
  return value !== '' && (people.has(name) || places.has(key.toLowerCase()));
}

const people: ReadonlySet<string> = new Set([
  ...['user', 'users', 'u', 'person', 'people', 'holder', 'holders', 'student', 'students', 'learner'],
  ...['learners', 'recipient', 'recipients', 'member', 'members', 'earner', 'earners', 'candidate'],
  ...['candidates', 'profile', 'profiles', 'employee', 'employees', 'subject', 'subjects', 'email', 'mail'],
]);
/** A place in a list, asked for by itself, is one badge's. */
const places: ReadonlySet<string> = new Set(['index', 'idx', 'statuslistindex', 'serial']);
const common = /^(?:status|revocation|list|index|badge|credential|assertion|all|public|context|schema)/;

function isRandom(part: string): boolean {
  const name = withoutExtension(part);
  if (/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.test(name)) return true;
  return name.split(/[^0-9a-z]+/i).some(isRandomWord) || isMixed(name);
}

function isRandomWord(word: string): boolean {
  if (/^\d+$/.test(word)) return word.length >= longNumber && !isTime(word);
  const isHex = word.length >= longHex && /^[0-9a-f]+$/i.test(word);
  if (isHex && /\d/.test(word)) return true;
  const vowels = word.match(/[aeiouy]/gi)?.length ?? 0;
  return word.length >= longWord && /^[a-z]+$/i.test(word) && vowels * 6 < word.length;
}

/** What is left without words that can be read changes between digits and letters again and again. */
function isMixed(name: string): boolean {
  const left = name.replace(/[A-Z]?[a-z]{3,}/g, '').replace(/[^0-9a-z]/gi, '');
  const kinds = left
    .replace(/\d+/g, '0')
    .replace(/[A-Z]+/g, 'A')
    .replace(/[a-z]+/g, 'a');
  return left.length >= shortToken && kinds.length >= tokenChanges;
}

/** Sixty bits and more: nobody counts so far by one. */
const longNumber = 12;
const longHex = 16;
const longWord = 16;
const shortToken = 10;
const tokenChanges = 5;

/** `20260503`, `20260503120000`: a date, not a number of somebody. */
function isTime(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\d{4}|\d{6})?$/.test(digits);
}

function withoutExtension(segment: string): string {
  return segment.replace(/\.(?:json|jsonld|jwt|jws|png|svg|html?|txt)$/i, '');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
