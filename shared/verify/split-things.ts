import { listOf, own } from '../badge/fields.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * The ids of things that a document speaks of in several objects, so that part of what was signed about them may stand
 * where nobody looks. JSON-LD signs statements, not objects: whoever moves a credential's end into an object of the same
 * id elsewhere (the subject of an endorsement about that credential, say) changes nothing that is signed, and the badge
 * seems to have no end. Two objects of one id are plain where each says only what belongs to its place; two of one kind
 * must say the same.
 */
export function splitThings(document: JsonObject): readonly string[] {
  const things = new Map<string, Part[]>();
  const parts: Part[] = [];
  addParts(document, 'credential', '', parts);
  for (const part of parts) {
    const known = things.get(part.id);
    if (known === undefined) things.set(part.id, [part]);
    else known.push(part);
  }
  return [...things].flatMap(([id, parts]) => (isSplit(parts) ? [id] : []));
}

/** An object with an id that says more than that. */
interface Part {
  readonly id: string;
  readonly place: string;
  /** The inner credential in which it stands: what such credentials say of one thing may differ. */
  readonly scope: string;
  readonly object: JsonObject;
}

function addParts(value: Json, place: string, scope: string, parts: Part[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const entry of value) addParts(entry, place, scope, parts);
  if (!isJsonObject(value)) return;
  const keys = Object.keys(value);
  const id = own(value, 'id') ?? own(value, '@id');
  if (typeof id === 'string' && keys.some((key) => key !== 'id' && key !== '@id'))
    parts.push({ id, place, scope, object: value });
  for (const key of keys) {
    const member = value[key] ?? null;
    if (typeof member !== 'object' || key === '@context' || key === 'proof') continue;
    if (!credentialMembers.has(key)) addParts(member, placeOf(key, place), scope, parts);
    else
      for (const [index, entry] of listOf(member).entries())
        addParts(entry, 'credential', `${scope}/${key}/${index}`, parts);
  }
}

/** Members that hold whole credentials. */
const credentialMembers: ReadonlySet<string> = new Set(['endorsement', 'verifiableCredential']);

function placeOf(key: string, parent: string): string {
  if (profileMembers.has(key)) return 'profile';
  return key === 'result' && parent !== 'credentialSubject' ? 'unknown' : key;
}

const profileMembers: ReadonlySet<string> = new Set(['issuer', 'creator', 'source', 'parentOrg', 'holder']);

function isSplit(parts: readonly Part[]): boolean {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return isEndorsed(first) && hasOtherClass(first);
  return parts.some(saysMore) || contradict(parts);
}

/** True for an object that carries a class or a member of another place than its own. */
function saysMore(part: Part): boolean {
  const { members } = plainOf(part);
  if (hasOtherClass(part)) return true;
  if (members === 'any') return part.place !== 'credential' && Object.hasOwn(part.object, 'awardedDate');
  return Object.keys(part.object).some((key) => !everywhere.has(key) && !members.includes(key));
}

function hasOtherClass(part: Part): boolean {
  const { types } = plainOf(part);
  return classesOf(part.object).some((name) => knownClasses.has(name) && !types.includes(name));
}

/** True for the subject of an endorsement: it has an id and what is said of it. */
function isEndorsed({ place, scope, object }: Part): boolean {
  if (place !== 'credentialSubject') return false;
  return scope.includes('/endorsement/') || classesOf(object).includes('EndorsementSubject');
}

function plainOf(part: Part): Plain {
  if (isEndorsed(part)) return endorsed;
  const isInner = part.place === 'credentialSubject' && part.scope.includes('/verifiableCredential/');
  if (isInner) return innerSubject;
  return (Object.hasOwn(plainPlaces, part.place) ? plainPlaces[part.place] : undefined) ?? nothing;
}

function classesOf(object: JsonObject): readonly string[] {
  return listOf(own(object, 'type') ?? own(object, '@type')).filter((name) => typeof name === 'string');
}

/**
 * True where two objects of the same kind, in the same credential, say something else of the same thing; or one nothing:
 * whoever looks for the thing may find that one.
 */
function contradict(parts: readonly Part[]): boolean {
  const firsts = new Map<string, { readonly object: JsonObject; text: string | null }>();
  const empty = new Set<string>();
  for (const part of parts) {
    if (part.place === 'profile' || part.place === 'image') continue;
    const kind = part.place === 'credential' ? part.place : `${part.place} ${part.scope}`;
    if (!hasContent(part)) {
      if (part.place !== 'credential') empty.add(kind);
      continue;
    }
    const first = firsts.get(kind);
    if (first === undefined) firsts.set(kind, { object: part.object, text: null });
    else {
      first.text ??= canonicalJson(first.object);
      if (canonicalJson(part.object) !== first.text) return true;
    }
  }
  return [...empty].some((kind) => firsts.has(kind));
}

function hasContent({ object }: Part): boolean {
  return Object.keys(object).some((key) => !everywhere.has(key));
}

interface Plain {
  readonly types: readonly string[];
  readonly members: 'any' | readonly string[];
}

const everywhere: ReadonlySet<string> = new Set(['id', '@id', 'type', '@type']);
const nothing: Plain = { types: [], members: [] };
/** What a record holds of others is signed by each of them alone. */
const innerSubject: Plain = { types: ['AchievementSubject', 'Profile'], members: 'any' };
const endorsed: Plain = { types: ['EndorsementSubject'], members: ['endorsementComment'] };

/** What belongs to each place of a badge. `any`: all that the classes of the place have words for. */
const plainPlaces: Readonly<Record<string, Plain>> = {
  credential: {
    types: [
      'VerifiableCredential',
      'VerifiablePresentation',
      'AchievementCredential',
      'OpenBadgeCredential',
      'EndorsementCredential',
      'ClrCredential',
    ],
    members: 'any',
  },
  credentialSubject: { types: ['AchievementSubject', 'ClrSubject', 'Profile'], members: 'any' },
  achievement: { types: ['Achievement'], members: 'any' },
  result: { types: ['Result'], members: 'any' },
  resultDescription: { types: ['ResultDescription'], members: 'any' },
  rubricCriterionLevel: { types: ['RubricCriterionLevel'], members: 'any' },
  alignment: { types: ['Alignment'], members: 'any' },
  identifier: { types: ['IdentityObject'], members: 'any' },
  otherIdentifier: { types: ['IdentifierEntry'], members: 'any' },
  credentialStatus: { types: [], members: 'any' },
  credentialSchema: { types: [], members: 'any' },
  refreshService: { types: [], members: 'any' },
  termsOfUse: { types: [], members: 'any' },
  association: { types: ['Association'], members: 'any' },
  evidence: {
    types: ['Evidence'],
    members: ['name', 'description', 'narrative', 'genre', 'audience'],
  },
  criteria: { types: ['Criteria'], members: ['narrative'] },
  image: { types: ['Image'], members: ['caption'] },
  related: { types: ['Related'], members: ['inLanguage', 'version'] },
  profile: {
    types: ['Profile'],
    members: [
      ...['name', 'url', 'phone', 'description', 'image', 'email', 'address', 'otherIdentifier', 'official'],
      ...['parentOrg', 'familyName', 'givenName', 'additionalName', 'patronymicName', 'honorificPrefix'],
      ...['honorificSuffix', 'familyNamePrefix', 'dateOfBirth', 'endorsement', 'endorsementJwt'],
    ],
  },
};

const knownClasses: ReadonlySet<string> = new Set([
  ...Object.values(plainPlaces).flatMap(({ types }) => types),
  ...endorsed.types,
  ...['Address', 'GeoCoordinates'],
]);
