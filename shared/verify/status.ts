import { readDate } from '../badge/dates.ts';
import { listOf, own, textOf } from '../badge/fields.ts';
import type { Badge, StatusPointer } from '../badge/model.ts';
import { isJsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import type { ProofOutcome } from './proof-outcome.ts';
import type { Run } from './run.ts';
import { checkCredentialRevocationList } from './status-1edtech.ts';
import { checkStatusList } from './status-list.ts';
import { checkRevocationList } from './status-ob2.ts';
import { type StatusOutcome, settled, worseStatus } from './status-outcome.ts';

/**
 * Every status that a credential names (standards 3.7): one that revokes wins, one that could not be read leaves the
 * standing unknown, and a status that nobody signed says nothing good. Threats D09 to D13.
 */
export async function checkStatus(badge: Badge, proof: ProofOutcome, run: Run): Promise<StatusOutcome> {
  const outcome = await checkStatusAsShown(badge, proof, run);
  const isProven = proof.integrity === 'intact' || proof.integrity === 'partial';
  return isProven || proof.integrity === 'unsigned' ? outcome : unproven(outcome, run);
}

/** Of a badge whose proof does not hold, or could not be checked: nothing good is known, only what it shows. */
function unproven(outcome: StatusOutcome, run: Run): StatusOutcome {
  if (outcome.standing !== 'current') return outcome;
  if (outcome.findings.some(({ code }) => code === 'status/none')) {
    return settled('status.none', 'unknown', 'status/none-unproven', 'unknown', run, {}, outcome.fact);
  }
  if (!outcome.findings.some((finding) => finding.outcome === 'pass')) return outcome;
  return worseStatus(outcome, settled('status.unprotected', 'unknown', 'status/unproven', 'unknown', run));
}

async function checkStatusAsShown(badge: Badge, proof: ProofOutcome, run: Run): Promise<StatusOutcome> {
  if (proof.isSelective !== true || !mayBeWithheld(badge)) return checkNamedStatus(badge, proof, run);
  const withheld = settled('status.withheld', 'unknown', 'status/withheld', 'unknown', run);
  if (badge.status.length === 0) return withheld;
  return worseStatus(await checkNamedStatus(badge, proof, run), withheld);
}

/** Whether an end or a revocation could be among what a holder did not show: one of them is not there. Threat A22. */
function mayBeWithheld(badge: Badge): boolean {
  const document = badge.source.kind === 'url' ? {} : badge.source.document;
  const hasEnd = ['validUntil', 'expirationDate'].some(
    (name) => readDate(textOf(own(document, name)) ?? '') !== null,
  );
  return !hasEnd || !badge.status.some(asksForRevocation);
}

function asksForRevocation({ type, entry }: StatusPointer): boolean {
  const isAlways = type === 'RevocationList2020Status' || type === '1EdTechRevocationList';
  return isAlways || own(entry, 'statusPurpose') === 'revocation';
}

async function checkNamedStatus(badge: Badge, proof: ProofOutcome, run: Run): Promise<StatusOutcome> {
  const claimed = claimedStatus(badge);
  const listed = await checkListedStatus(badge, proof, run);
  if (claimed === null || badge.form === 'jws') return listed;
  const facts = { type: claimed };
  const unsupported = settled('status.unsupported', 'unknown', 'status/unsupported', 'unknown', run, facts);
  const isOnlyClaim = listed.findings.every(({ id }) => id === 'status.none');
  return isOnlyClaim ? unsupported : worseStatus(listed, unsupported);
}

/** A status as a claim of the token (IETF Token Status List): how it is called there; null: none. */
function claimedStatus({ source }: Badge): string | null {
  const claim = source.kind === 'jws' ? own(source.payload, 'status') : undefined;
  if (claim === undefined || claim === null) return null;
  return (isJsonObject(claim) ? Object.keys(claim)[0] : undefined) ?? 'status';
}

async function checkListedStatus(badge: Badge, proof: ProofOutcome, run: Run): Promise<StatusOutcome> {
  const document = badge.source.kind === 'url' ? {} : badge.source.document;
  const named = listOf(own(document, 'credentialStatus')).length;
  if (proof.integrity === 'unsigned')
    return settled('status.none', 'not-applicable', 'status/not-signed', 'current', run);
  if (badge.form === 'jws') return checkRevocationList(document, badge.version, run);
  if (named === 0 && badge.status.length === 0) {
    const code = proof.integrity === 'altered' ? 'status/not-as-issued' : 'status/none';
    return settled('status.none', 'not-applicable', code, 'current', run);
  }
  if (badge.status.length < named) {
    return settled('status.unsupported', 'unknown', 'status/unsupported', 'unknown', run, {
      type: 'unnamed',
    });
  }
  const isUnprotected = proof.unsignedPaths.some((path) => path.startsWith('/credentialStatus'));
  const outcomes: StatusOutcome[] = [];
  if (badge.status.length > limits.statusesPerBadge) {
    return settled('status.unsupported', 'unknown', 'status/too-many', 'unknown', run);
  }
  for (const pointer of badge.status) outcomes.push(await checkPointer(pointer, badge, proof, run));
  const worst = outcomes.reduce(worseStatus);
  if (!isUnprotected || worst.standing === 'revoked') return worst;
  return worseStatus(worst, settled('status.unprotected', 'unknown', 'status/unprotected', 'unknown', run));
}

async function checkPointer(
  pointer: StatusPointer,
  badge: Badge,
  proof: ProofOutcome,
  run: Run,
): Promise<StatusOutcome> {
  switch (pointer.type) {
    case 'BitstringStatusListEntry':
    case 'StatusList2021Entry':
    case 'RevocationList2020Status':
      return checkStatusList(pointer, badge, proof, run);
    case '1EdTechRevocationList':
      return checkCredentialRevocationList(pointer, badge, run);
    default:
      return settled('status.unsupported', 'unknown', 'status/unsupported', 'unknown', run, {
        type: pointer.type,
      });
  }
}
