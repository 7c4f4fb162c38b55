import { readDate } from '../badge/dates.ts';
import type { Alignment, Badge, ProfileRef, Result } from '../badge/model.ts';
import { displayName } from '../text/display-text.ts';
import { portfolioText, sentenceForReaders } from '../text/portfolio.ts';
import { verdictWords } from '../text/verdicts.ts';
import type { Check, Report } from '../verify/report.ts';
import { verdictOf } from '../verify/verdict.ts';
import { distinctFileNames, originalFileName } from './file-name.ts';
import type {
  Portfolio,
  PortfolioBadge,
  PortfolioCheck,
  PortfolioIssuer,
  PortfolioLink,
  PortfolioSkill,
  PortfolioVerdict,
} from './portfolio.ts';
import { decodedUrl, type Redactor, redactorFor } from './redact.ts';
import { safeLink } from './safe-link.ts';

/** What the person wants to show: a title and badges in their order. */
export interface PortfolioRequest {
  readonly title: string;
  readonly badges: readonly ChosenBadge[];
}

export interface ChosenBadge {
  readonly badge: Badge;
  /** The newest report; null where it was never checked. */
  readonly report: Report | null;
  readonly original: {
    /** As it was imported: a name, or a path of which the last part counts. */
    readonly fileName: string;
    readonly sha256: string;
    readonly mediaType: string;
  };
}

/**
 * What leaves in an export of these badges, and nothing else: names, texts, verdicts, skills and originals. Recipients,
 * evidence, internal ids, technical facts and paths stay behind; an address of a recipient is also taken out of the
 * texts around it. Verdicts are those at `nowMs` (milliseconds since 1970).
 */
export function choosePortfolio(request: PortfolioRequest, nowMs: number): Portfolio {
  const originals = originalsOf(request.badges);
  return {
    title: displayName(request.title),
    madeOn: dayOf(nowMs),
    badges: request.badges.map((chosen) => {
      const show = redactorFor(chosen.badge.recipients);
      const fileName = originals.get(chosen.original.sha256) ?? 'badge.bin';
      return badgeOf(chosen, fileName, show, nowMs);
    }),
  };
}

function badgeOf(chosen: ChosenBadge, fileName: string, show: Redactor, nowMs: number): PortfolioBadge {
  const { badge, report } = chosen;
  return {
    name: show.name(badge.name) || portfolioText.untitledBadge,
    achievementType: badge.achievementType === null ? null : plainType(show.name(badge.achievementType)),
    description: show.text(badge.description),
    issuer: issuerOf(badge.issuer, isIssuerConfirmed(report), show),
    creatorName: badge.creator?.name ? show.name(badge.creator.name) : null,
    issuedOn: dayOfText(badge.issuedOn ?? badge.validFrom),
    validUntil: dayOfText(badge.expires),
    verdict: verdictFor(report, show, nowMs),
    checks: (report?.checks ?? []).filter(isForReaders).map((check) => checkOf(check, show)),
    unsignedParts: (report?.unsignedPaths ?? []).map((path) => show.name(path)),
    criteria: {
      text: show.text(badge.criteria.narrative),
      link: badge.criteria.url === null ? null : linkOf(badge.criteria.url, show),
    },
    skills: badge.alignments.map((alignment) => skillOf(alignment, show)),
    tags: badge.tags.map((tag) => show.name(tag)),
    results: badge.results.map((result) => resultOf(result, show)).filter((result) => result !== ''),
    pictures: badge.images.map((image) => image.url).filter((url) => /^data:image\//i.test(url)),
    original: { fileName, sha256: chosen.original.sha256, mediaType: chosen.original.mediaType },
  };
}

/** A safe name for each distinct file, by its hash. */
function originalsOf(badges: readonly ChosenBadge[]): ReadonlyMap<string, string> {
  const byHash = new Map(badges.map(({ original }) => [original.sha256, original] as const));
  const originals = [...byHash.values()];
  const names = distinctFileNames(
    originals.map(({ fileName, mediaType }) => originalFileName(fileName, mediaType)),
  );
  return new Map(originals.map((original, index) => [original.sha256, names[index] ?? 'badge.bin']));
}

function verdictFor(report: Report | null, show: Redactor, nowMs: number): PortfolioVerdict {
  if (report === null) return { ...verdictWords.unchecked, ...portfolioText.notChecked, checkedOn: null };
  const forReaders = { ...report, checks: report.checks.filter(isForReaders) };
  return {
    ...verdictWords[verdictOf(forReaders, nowMs)],
    sentence: show.name(sentenceForReaders(forReaders, nowMs)),
    checkedOn: dayOfText(report.checkedAt),
  };
}

/** Only an intact proof of a confirmed issuer turns the claims of the file into the issuer's words. */
function isIssuerConfirmed(report: Report | null): boolean {
  if (report === null || report.issuerBinding.value !== 'confirmed') return false;
  return report.integrity.value === 'intact' || report.integrity.value === 'partial';
}

/** Whose badge it is stays between its owner and the app. */
function isForReaders(check: Check): boolean {
  return !check.id.startsWith('recipient');
}

function checkOf(check: Check, show: Redactor): PortfolioCheck {
  return {
    outcome: check.outcome,
    sentence: show.name(check.message),
    asOf: dayOfText(check.asOf) ?? '',
    isFromSavedDocument: check.source === 'captured',
  };
}

function issuerOf(issuer: ProfileRef, isConfirmed: boolean, show: Redactor): PortfolioIssuer {
  const ownLink = safeLink(issuer.url) ?? safeLink(issuer.id);
  const link = ownLink !== null && show.holdsAddress(ownLink.url) ? null : ownLink;
  const identifier = safeLink(issuer.id)?.host ?? (issuer.id === null ? null : show.name(issuer.id));
  const isSaidByLink = link !== null && (identifier?.includes(link.host) ?? false);
  return {
    name: show.name(issuer.name ?? '') || link?.host || identifier || portfolioText.unnamedIssuer,
    identifier: isSaidByLink ? null : identifier,
    link,
    isConfirmed,
  };
}

function skillOf(alignment: Alignment, show: Redactor): PortfolioSkill {
  const framework = [alignment.framework, alignment.code].filter((part) => part !== null).join(' ');
  return {
    name: show.name(alignment.name) || (safeLink(alignment.url)?.host ?? ''),
    description: show.text(alignment.description),
    framework: framework === '' ? null : show.name(framework),
    link: alignment.url === null ? null : linkOf(alignment.url, show),
  };
}

function resultOf(result: Result, show: Redactor): string {
  const value = [result.value, result.status].filter((part) => part !== null).join(', ');
  const words = [result.name, value].filter((part) => part !== null && part !== '');
  return show.name(words.join(': '));
}

/** An address that is not fit to be a link is shown as its text. */
function linkOf(url: string, show: Redactor): PortfolioLink {
  const link = show.holdsAddress(url) ? null : safeLink(url);
  return link ?? { url: null, host: show.name(decodedUrl(url)) };
}

/** `CommunityService` and `ext:CommunityService` (Open Badges 3.0, AchievementType) as people write it. */
function plainType(type: string): string {
  return type
    .replace(/^ext:/, '')
    .replace(/(?<=[a-z])[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

function dayOfText(text: string | null): string | null {
  const time = text === null ? null : readDate(text);
  return time === null ? null : dayOf(time);
}

function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}
