import type { Badge } from '../badge/model.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { checkCredentialSchemas } from './credential-schema.ts';
import { checkEndorsements } from './endorsements.ts';
import { checkExtensionSchemas } from './extension-schema.ts';
import { checkHosted, type ServedDates } from './hosted.ts';
import { withKnownSite } from './known-issuer.ts';
import { limitedDocuments } from './limited-documents.ts';
import type { VerifyPorts } from './ports.ts';
import { checkProofOf } from './proof.ts';
import { type ProofOutcome, undecided } from './proof-outcome.ts';
import { putTogether } from './put-together.ts';
import { checkRecipient } from './recipient.ts';
import type { EndorsementWords, Report } from './report.ts';
import { reportOf } from './report-of.ts';
import { type Finding, type Run, startRun } from './run.ts';
import { checkStatus } from './status.ts';
import { type StatusOutcome, settled } from './status-outcome.ts';
import { checkStructure } from './structure.ts';
import type { TrustList } from './trust.ts';
import { checkValidity } from './validity.ts';
import { WorkLeft } from './work-left.ts';

export interface VerifyOptions {
  /** The person's own addresses, as typed. */
  readonly identities: readonly string[];
  readonly trust: TrustList | null;
  readonly signal?: AbortSignal;
  /** No clock that is right is before this: the newest document that is held, the program itself. In milliseconds since 1970. */
  readonly notBeforeMs?: number;
}

/**
 * Says about one badge all that can honestly be said, as dated facts (product: "The verdict"; standards 1.7, 3.2). Never
 * throws for a bad badge, and never takes "could not be checked" for yes or for no: a check that breaks down counts as
 * one that could not be carried out.
 *
 * @throws CodedError input/cancelled when the signal was aborted
 */
export async function verify(badge: Badge, ports: VerifyPorts, options: VerifyOptions): Promise<Report> {
  const documents = limitedDocuments(ports.documents, limits.fetchesPerBadge);
  return verifyAs(badge, { ...ports, documents }, options, new WorkLeft(), null);
}

async function verifyAs(
  badge: Badge,
  ports: VerifyPorts,
  options: VerifyOptions,
  work: WorkLeft,
  /** What was found about it before, as part of another badge. */
  earlier: readonly Finding[] | null,
): Promise<Report> {
  const run = startRun(ports, options, work);
  const parts = await checked(badge, run);
  if (options.signal?.aborted === true) throw new CodedError('input/cancelled');
  // An endorsement's own endorsements are not followed (threat I20).
  const endorsements =
    earlier === null
      ? await checkEndorsements(badge, parts.proof.integrity, run, (inner, findings) =>
          verifyAs(inner, ports, options, work, findings),
        )
      : { reports: [], findings: [] };
  const structure = [...parts.structure, ...(earlier ?? []), ...endorsements.findings];
  const report = reportOf({ ...parts, structure, endorsements: endorsements.reports }, run);
  return earlier === null ? report : { ...report, about: endorsementWords(badge) };
}

/** Who endorses, and in what words. */
function endorsementWords({ issuer, description }: Badge): EndorsementWords {
  const cut = (text: string | null) => (text ?? '').slice(0, limits.factCharacters);
  return { issuerName: cut(issuer.name), issuerId: cut(issuer.id ?? issuer.url), comment: cut(description) };
}

async function checked(badge: Badge, run: Run) {
  const recipient = checkRecipient(badge, run);
  try {
    const { proof, status, dates } = await proofAndStatus(badge, run);
    const validity = checkValidity(withDates(badge, dates), run, {
      mayEndElsewhere: mayEndElsewhere(badge, proof),
      isProven: proof.integrity === 'intact' || proof.integrity === 'partial',
    });
    const schemas = await checkCredentialSchemas(badge, proof.integrity, run);
    const extensions = await checkExtensionSchemas(badge, proof.integrity, run);
    const structure = [...checkStructure(badge), ...putTogether(badge), ...schemas, ...extensions];
    return { proof, status, validity, structure, recipient };
  } catch {
    const broken = settled('run.checks', 'unknown', 'run/failed', 'unknown', run);
    const validity = { fromMs: null, untilMs: null, findings: [] };
    return { proof: undecided([], run), status: broken, validity, structure: [], recipient };
  }
}

/** Whether a badge that names no end may have one: in its proof, among what was withheld or changed, on its site. */
function mayEndElsewhere({ form }: Badge, proof: ProofOutcome): boolean {
  const { integrity, untilMs, isSelective, findings } = proof;
  if (untilMs !== null || isSelective === true || integrity === 'altered') return true;
  if (findings.some(({ code }) => code === 'proof/bad-date')) return true;
  return form === 'hosted' && integrity !== 'intact';
}

async function proofAndStatus(
  badge: Badge,
  run: Run,
): Promise<{
  readonly proof: ProofOutcome;
  readonly status: StatusOutcome;
  readonly dates: ServedDates | null;
}> {
  if (badge.form === 'hosted') {
    const hosted = await checkHosted(badge, run);
    return { ...hosted, proof: withKnownSite(hosted.proof, badge.issuer.id ?? badge.issuer.url, run) };
  }
  const proof = await checkProofOf(badge, run);
  return { proof, status: await checkStatus(badge, proof, run), dates: null };
}

/** A hosted copy is judged by the issuer's dates where it names none: whoever cuts off its end does not prolong it. */
function withDates(badge: Badge, dates: ServedDates | null): Badge {
  if (dates === null) return badge;
  const { issuedOn, expires } = dates;
  return { ...badge, issuedOn: badge.issuedOn ?? issuedOn, expires: badge.expires ?? expires };
}
