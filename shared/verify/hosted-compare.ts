import { readDate } from '../badge/dates.ts';
import { idOf, listOf } from '../badge/fields.ts';
import { term } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * The members in which a copy of an assertion says something else than the issuer's own (standards 1.7 step 6). What the
 * copy lacks is no difference; what it adds or changes is.
 */
export function differingMembers(copy: JsonObject, original: JsonObject): readonly string[] {
  return assertionMembers.filter((member) => {
    const mine = term(copy, member);
    return saysSomething(mine) && !isSame(member, mine, term(original, member));
  });
}

/** The same for a badge class or profile that the copy carries embedded: its words are shown, so they must be the issuer's. */
export function differingDescription(embedded: JsonObject, original: JsonObject): readonly string[] {
  return describingMembers.filter((member) => {
    const mine = term(embedded, member);
    return saysSomething(mine) && !isSame(member, mine, term(original, member));
  });
}

/** An empty text or list says what a member that is not there says: platforms write either. */
function saysSomething(value: Json | undefined): value is Json {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

const assertionMembers = [
  'recipient',
  'badge',
  'issuedOn',
  'expires',
  'evidence',
  'narrative',
  'image',
  // Of an endorsement: what it says of whom, and who says it.
  'claim',
  'issuer',
];
const describingMembers = [
  'name',
  'description',
  'criteria',
  'image',
  'issuer',
  'url',
  'email',
  'tags',
  'alignment',
  'alignments',
];

function isSame(member: string, mine: Json, theirs: Json | undefined): boolean {
  if (theirs === undefined || theirs === null) return false;
  if (member === 'issuedOn' || member === 'expires') return sameMoment(mine, theirs);
  if (references.has(member) && hasSameIds(mine, theirs, linked.has(member))) return true;
  return canonicalJson(plain(mine)) === canonicalJson(plain(theirs));
}

/** To the second: some platforms write its fractions in one place and not in another. */
function sameMoment(a: Json, b: Json): boolean {
  const [one = null, another = null] = [a, b].map((date) => readDate(String(date)));
  return one !== null && another !== null && Math.trunc(one / 1_000) === Math.trunc(another / 1_000);
}

const references = new Set(['badge', 'issuer', 'image', 'criteria', 'evidence']);
/** Objects that are fetched and compared word by word on their own. */
const linked = new Set(['badge', 'issuer']);

/**
 * True when one names the other by its address. Where the copy has words of its own beside the address, they count as a
 * difference, but for the objects that are compared elsewhere.
 */
function hasSameIds(mine: Json, theirs: Json, isLinked: boolean): boolean {
  const [one, another] = [listOf(mine), listOf(theirs)];
  if (one.length !== another.length) return false;
  return one.every((entry, index) => {
    const other = another[index];
    const isBare = isAddressAlone(entry) || (isLinked && typeof other === 'string');
    const id = idOf(entry);
    return isBare && id !== null && id === idOf(other);
  });
}

/** An address, also as an object that says nothing else but of what kind it is. */
function isAddressAlone(entry: Json): boolean {
  if (!isJsonObject(entry)) return typeof entry === 'string';
  return Object.keys(entry).every((key) => ['id', '@id', 'type', '@type'].includes(key));
}

/** A list of one is its one entry; an embedded class or profile is compared by address. */
function plain(value: Json): Json {
  const list = listOf(value);
  const [only] = list;
  return list.length === 1 && only !== undefined ? withoutContext(only) : value;
}

function withoutContext(value: Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key, member]) => key !== '@context' && member !== null),
  );
}
