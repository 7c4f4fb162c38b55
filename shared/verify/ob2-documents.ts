import { idOf, isWebUrl } from '../badge/fields.ts';
import { term, typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { getJson, hostOf, idOfDocument, type Unavailable } from './documents.ts';
import { isOverPlainHttp } from './plain-http.ts';
import { type Fact, type Run, weakerFact } from './run.ts';
import { hasLeftSite } from './same-site.ts';

/** A badge class or profile that an assertion leads to, as its own address gives it. */
export interface LinkedObject {
  readonly kind: 'linked';
  /** The address it was asked at; null for one that lies in the assertion and has no address. */
  readonly url: string | null;
  readonly document: JsonObject;
  /** The document names an address on another host as its own. */
  readonly hasStrayed: boolean;
  /** Another site's answer: redirects led there. Null: the asked site's own. */
  readonly elsewhere: string | null;
  /** It came over plain http: whoever was on the way could have changed it. */
  readonly isOverPlainHttp: boolean;
  readonly fact: Fact;
}

export type LinkedAnswer = LinkedObject | Unavailable | { readonly kind: 'missing' };

/**
 * The badge class of an assertion, or the issuer of a badge class: asked at its address even when a copy is embedded, since
 * the copy proves nothing (standards 1.7 step 7). One without a web address, or inside a signature, is taken as it is
 * embedded.
 */
export async function getLinked(
  owner: JsonObject,
  member: 'badge' | 'issuer',
  run: Run,
  embedded: 'proves-nothing' | 'is-signed' = 'proves-nothing',
): Promise<LinkedAnswer> {
  if (member === 'badge' && isEndorsement(owner)) return asItsOwnClass(owner, run);
  const value: Json | undefined = term(owner, member);
  const url = idOf(value);
  const isTaken = embedded === 'is-signed' && isJsonObject(value);
  if (isWebUrl(url) && !isTaken) {
    const answer = await getJson(run, url);
    if (answer.kind === 'unavailable') return answer;
    const elsewhere = hasLeftSite(url, answer.finalUrl) ? answer.finalUrl : null;
    return {
      kind: 'linked',
      url,
      document: answer.value,
      hasStrayed: hasStrayed(answer.value, url),
      elsewhere,
      isOverPlainHttp: isOverPlainHttp(answer),
      fact: answer.fact,
    };
  }
  if (!isJsonObject(value)) return { kind: 'missing' };
  return {
    kind: 'linked',
    url: isTaken && isWebUrl(url) ? url : null,
    document: value,
    hasStrayed: false,
    elsewhere: null,
    isOverPlainHttp: false,
    fact: run.local,
  };
}

/** True when a document names an address on another host than it was asked at as its own: whose word it is, is open. */
export function hasStrayed(document: JsonObject, url: string): boolean {
  const declared = idOfDocument(document);
  return declared !== null && declared !== url && hostOf(declared) !== hostOf(url);
}

/** An endorsement names its issuer itself: it stands where an assertion has its badge class. */
function asItsOwnClass(endorsement: JsonObject, run: Run): LinkedObject {
  return {
    kind: 'linked',
    url: null,
    document: endorsement,
    hasStrayed: false,
    elsewhere: null,
    isOverPlainHttp: false,
    fact: run.local,
  };
}

/** Badge class and issuer of an assertion. The issuer is always asked: a profile inside a badge is its own word. */
export interface AssertionChain {
  readonly badgeClass: LinkedAnswer;
  readonly issuer: LinkedAnswer;
  /** The weakest of the facts of what was read. */
  readonly fact: Fact;
}

export async function getChain(
  assertion: JsonObject,
  run: Run,
  embeddedClass: 'proves-nothing' | 'is-signed' = 'proves-nothing',
): Promise<AssertionChain> {
  const badgeClass = await getLinked(assertion, 'badge', run, embeddedClass);
  const issuer: LinkedAnswer =
    badgeClass.kind === 'linked' ? await getLinked(badgeClass.document, 'issuer', run) : { kind: 'missing' };
  const facts = [badgeClass, issuer].flatMap((answer) => (answer.kind === 'linked' ? [answer.fact] : []));
  return { badgeClass, issuer, fact: facts.reduce(weakerFact, run.local) };
}

/** An Open Badges 2.x endorsement: a claim about something, and no award (standards 1.3). */
export function isEndorsement(document: JsonObject): boolean {
  return typesOf(document).includes('Endorsement') && term(document, 'badge') === undefined;
}
