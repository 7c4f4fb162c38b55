import type { Badge } from '../badge/model.ts';
import { type ChosenBadge, choosePage } from '../portfolio/choose.ts';
import { plainPortfolio } from '../portfolio/portfolio.ts';
import { badgesOf } from '../portfolio/portfolio-page.ts';
import { redactorFor } from '../portfolio/redact.ts';
import { type SafeLink, safeLink } from '../portfolio/safe-link.ts';
import { dayOfText } from '../portfolio/shown-report.ts';
import { leastSwitches } from '../portfolio/switches.ts';
import { displayName } from '../text/display-text.ts';
import type { VerdictRole } from '../text/verdicts.ts';
import type { Verdict } from '../verify/report.ts';
import { checkUrl } from '../verify/url-policy.ts';
import { verdictAsOf, verdictOf } from '../verify/verdict.ts';
import type { ShareSwitches } from './share-switches.ts';

/** All that leaves of a badge that is shown elsewhere, and nothing else. Every text is one line, safe to show. */
export interface SharedBadge {
  readonly name: string;
  readonly issuer: {
    readonly name: string;
    /** The check confirmed that this issuer signed; otherwise the name is what the file claims. */
    readonly isConfirmed: boolean;
    /** The issuer's own site; null where it names none that anybody can visit. */
    readonly link: SafeLink | null;
  };
  /** The name that the badge gives its owner; null: it gives none, or it may not leave. */
  readonly holder: string | null;
  /** Days as `2026-05-03`, UTC. */
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  readonly verdict: SharedVerdict;
  /** The page of this very badge at its issuer's; null: there is none, or it may not leave. */
  readonly page: SafeLink | null;
  /** The badge's own id where that is no address; null: the same. */
  readonly identifier: string | null;
}

/** A verdict as it may stand on a picture: with the day of the oldest fact behind it, never without. */
export interface SharedVerdict {
  readonly verdict: Verdict;
  readonly word: string;
  readonly role: VerdictRole;
  readonly sentence: string;
  /** `2026-05-03`, UTC; null: it was never checked. */
  readonly asOf: string | null;
}

/** What may leave of a badge. It goes by the rules of every export (`choose.ts`), which leave the owner's address out. */
export function sharedBadge(chosen: ChosenBadge, switches: ShareSwitches, nowMs: number): SharedBadge {
  const { badge, report } = chosen;
  const rules = {
    ...leastSwitches,
    'own-words': false,
    dates: switches.dates,
    'badge-page': switches.page,
  };
  const page = choosePage(plainPortfolio('-', ['']), new Map([['', chosen]]), rules, nowMs);
  const [shown] = badgesOf(page);
  if (shown === undefined) throw new TypeError('a badge that was chosen is on its page');
  const { name, issuer, issuedOn, validUntil, verdict, issuerPage } = shown;
  const { url } = issuer.link ?? { url: null };
  return {
    name,
    issuer: { name: issuer.name, isConfirmed: issuer.isConfirmed, link: publicLink(url) },
    holder: switches.name ? holderOf(badge) : null,
    issuedOn,
    validUntil,
    verdict: {
      verdict: report === null ? 'unchecked' : verdictOf(report, nowMs),
      word: verdict.word,
      role: verdict.role,
      sentence: verdict.sentence,
      asOf: report === null ? null : dayOfText(verdictAsOf(report)),
    },
    page: issuerPage?.isOwn ? publicLink(issuerPage.link.url) : null,
    identifier: switches.identifier ? identifierOf(badge) : null,
  };
}

/** Only what the badge itself calls a name: never an address, a number or an account. */
function holderOf({ recipients }: Badge): string | null {
  const named = recipients.find(({ type, value }) => type === 'name' && value !== null);
  const name = displayName(named?.value ?? '');
  return name === '' || name.includes('@') ? null : name;
}

function identifierOf(badge: Badge): string | null {
  const { credentialId } = badge;
  if (credentialId === null || /^https?:/i.test(credentialId) || namesOwner(badge, credentialId)) return null;
  // Half an id would be another id.
  return displayName(credentialId) === credentialId ? credentialId : null;
}

function namesOwner({ recipients }: Badge, text: string): boolean {
  return redactorFor(recipients).holdsAddress(text);
}

function publicLink(url: string | null): SafeLink | null {
  return url !== null && checkUrl(url).ok ? safeLink(url) : null;
}
