import { sentenceOf } from '../text/checks.ts';
import { pairedEndorsements } from './paired-endorsements.ts';
import type { Check, Report } from './report.ts';

/**
 * An earlier report with what a fresh check without a network says about the issuer, all else kept: whom the person
 * knows changes who issued a badge, and never what was found out about its proof, its status and its dates. So a badge
 * that its issuer's site called gone stays revoked, whatever older copies say. Its endorsements are judged so too, each
 * by itself.
 *
 * `fresh` null: the badge could not be checked. What rested on the person's word alone rests on nothing then.
 */
export function rejudged(earlier: Report, fresh: Report | null, at: string): Report {
  const judged = judgedAlone(earlier, fresh, at);
  if (earlier.endorsements.length === 0) return judged;
  const found = pairedEndorsements(earlier.endorsements, fresh?.endorsements ?? []);
  const endorsements = earlier.endorsements.map((one, index) => rejudged(one, found[index] ?? null, at));
  return { ...judged, endorsements };
}

function judgedAlone(earlier: Report, fresh: Report | null, at: string): Report {
  if (fresh === null || !isDecided(fresh))
    return restsOnTrust(earlier) ? withoutVouching(earlier, at) : earlier;
  const isSame = fresh.issuerBinding.value === earlier.issuerBinding.value;
  return {
    ...earlier,
    issuerBinding: isSame ? earlier.issuerBinding : fresh.issuerBinding,
    checks: withChecks(earlier.checks, fresh.checks.filter(isOfIssuer)),
  };
}

function isDecided({ integrity }: Report): boolean {
  return integrity.value === 'intact' || integrity.value === 'partial';
}

/** Nothing but the person's list or a registry vouches for the key. */
function restsOnTrust({ issuerBinding, checks }: Report): boolean {
  const isPublished = checks.some(({ id, outcome }) => published.has(id) && outcome === 'pass');
  return issuerBinding.value === 'confirmed' && !isPublished;
}

const published: ReadonlySet<string> = new Set(['issuer.key-binding', 'issuer.hosted-scope']);

function withoutVouching(earlier: Report, at: string): Report {
  const check: Check = {
    id: 'issuer.key-binding',
    outcome: 'unknown',
    code: 'issuer/not-checked',
    asOf: at,
    source: 'local',
    message: sentenceOf('issuer/not-checked', {}),
  };
  return {
    ...earlier,
    issuerBinding: { value: 'unconfirmed', asOf: at, source: 'local' },
    checks: withChecks(earlier.checks, [check]),
  };
}

/** The checks about the issuer in place of the earlier ones, where those stood. */
function withChecks(earlier: readonly Check[], fresh: readonly Check[]): readonly Check[] {
  const first = earlier.findIndex(isOfIssuer);
  const place = first === -1 ? earlier.length : first;
  const others = (checks: readonly Check[]) => checks.filter((check) => !isOfIssuer(check));
  return [...others(earlier.slice(0, place)), ...fresh, ...others(earlier.slice(place))];
}

function isOfIssuer({ id }: Check): boolean {
  return id.startsWith('issuer.');
}
