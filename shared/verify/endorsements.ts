import { readCredentialText } from '../badge/credential-text.ts';
import { idOf, objectOf, own, textOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term } from '../badge/terms.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { getText } from './documents.ts';
import { type AttachedEndorsement, attachedEndorsements } from './endorsements-attached.ts';
import type { Integrity, Report } from './report.ts';
import type { Finding, Run } from './run.ts';

/**
 * The reports of the endorsements of a badge (standards 1.7 "Endorsements", 3.2 step 10): those that lie in it, and for
 * 2.x those that its assertion, class and issuer name by their addresses. Each is judged alone, by its own proof, dates and
 * revocation: a good badge says nothing about its endorsement, nor the reverse (threat C16). An endorsement of something
 * else breaks the rule that it be about what it is attached to. What cannot be read has no report, and that there are more
 * than are looked at is said.
 */
export async function checkEndorsements(
  badge: Badge,
  integrity: Integrity,
  run: Run,
  verifyOne: (endorsement: Badge, findings: readonly Finding[]) => Promise<Report>,
): Promise<CheckedEndorsements> {
  const reports: Report[] = [];
  for (const attached of await attachedEndorsements(badge, integrity, run)) {
    if (reports.length >= limits.endorsementsPerBadge) return { reports, findings: [tooMany] };
    const { text, findings } = await textOfEndorsement(attached, run);
    const endorsement = readEndorsement(text);
    if (endorsement === null) continue;
    const all = [...findings, ...subjectFindings(endorsement, attached.endorsedIds)];
    reports.push(await verifyOne(endorsement, all));
  }
  return { reports, findings: [] };
}

export interface CheckedEndorsements {
  readonly reports: readonly Report[];
  /** What is to be said of them in the report of the badge itself. */
  readonly findings: readonly Finding[];
}

const tooMany: Finding = { id: 'endorsement.count', outcome: 'unknown', code: 'endorsement/too-many' };

interface EndorsementText {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** The text that lies in the badge, or the one at the address; where that is not at hand, the address itself. */
async function textOfEndorsement({ value }: AttachedEndorsement, run: Run): Promise<EndorsementText> {
  if (isJsonObject(value) && !isReference(value)) return { text: JSON.stringify(value), findings: [] };
  const named = idOf(value) ?? '';
  if (!/^https?:/i.test(named)) return { text: named, findings: [] };
  const answer = await getText(run, named, 'application/ld+json, application/json;q=0.9, */*;q=0.1');
  if (answer.kind === 'text') return { text: answer.text, findings: [] };
  const { host, code } = answer;
  const facts = { host, status: String(answer.status ?? '') };
  const fact = answer.fact ?? run.local;
  const finding: Finding =
    answer.status === 410
      ? { id: 'endorsement.document', outcome: 'fail', code: 'hosted/gone', facts, fact }
      : { id: 'endorsement.document', outcome: 'unknown', code, facts, fact };
  return { text: named, findings: [finding] };
}

/** True for an object that only names an address. */
function isReference(value: JsonObject): boolean {
  return (
    Object.keys(value).every((member) => ['id', '@id', 'type', '@type', '@context'].includes(member)) &&
    /^https?:/i.test(idOf(value) ?? '')
  );
}

function readEndorsement(text: string): Badge | null {
  try {
    const badge = readCredentialText(text).badges[0]?.badge ?? null;
    return badge?.object === 'endorsement' || badge?.object === 'pointer' ? badge : null;
  } catch {
    return null;
  }
}

/** Whether it is about what it is attached to. A badge that has no ids cannot be named, so nothing is said. */
function subjectFindings(endorsement: Badge, endorsedIds: readonly string[]): readonly Finding[] {
  if (endorsement.source.kind === 'url' || endorsedIds.length === 0) return [];
  const { document } = endorsement.source;
  const subject = objectOf(own(document, 'credentialSubject') ?? term(document, 'claim')) ?? {};
  const id = idOf(subject);
  if (id === null || !endorsedIds.includes(id)) {
    const facts = { id: id ?? '' };
    return [{ id: 'structure.endorsed', outcome: 'fail', code: 'endorsement/other-subject', facts }];
  }
  const facts = { comment: textOf(own(subject, 'endorsementComment')) ?? '' };
  return [{ id: 'endorsement.subject', outcome: 'pass', code: 'endorsement/about', facts }];
}
