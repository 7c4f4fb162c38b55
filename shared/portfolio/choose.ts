import type { Alignment, Badge, Evidence, ProfileRef, Result } from '../badge/model.ts';
import { displayName, displayText } from '../text/display-text.ts';
import { portfolioText } from '../text/portfolio.ts';
import { shortIdentifier } from '../text/short-identifier.ts';
import type { Report } from '../verify/report.ts';
import { distinctFileNames, originalFileName } from './file-name.ts';
import { issuerPageOf } from './issuer-page.ts';
import type { Portfolio, PortfolioEntry, PortfolioSection } from './portfolio.ts';
import type {
  PortfolioBadge,
  PortfolioEvidence,
  PortfolioIssuer,
  PortfolioLink,
  PortfolioPage,
  PortfolioPageSection,
  PortfolioSkill,
} from './portfolio-page.ts';
import { decodedUrl, type Redactor, redactorFor } from './redact.ts';
import { safeLink } from './safe-link.ts';
import { dayOf, dayOfText, shownReport } from './shown-report.ts';
import type { DisclosureSwitches } from './switches.ts';

/** A badge of the library, as an export needs it. */
export interface ChosenBadge {
  readonly badge: Badge;
  /** The report to be shown; null where it was never checked. */
  readonly report: Report | null;
  readonly original: {
    /** As it was imported: a name, or a path of which the last part counts. */
    readonly fileName: string;
    readonly sha256: string;
    readonly mediaType: string;
  };
}

/**
 * What leaves in an export, and nothing else: names, texts, verdicts and skills, and what the switches let out.
 * Internal ids, technical facts, paths and notes stay behind; what a badge names its owner by is also taken out of the
 * texts around it, unless it may leave. Badges that are not in `badges` are passed over. Verdicts are those at `nowMs`
 * (milliseconds since 1970).
 */
export function choosePage(
  portfolio: Portfolio,
  badges: ReadonlyMap<string, ChosenBadge>,
  switches: DisclosureSwitches,
  nowMs: number,
): PortfolioPage {
  const originals = originalsOf([...badges.values()]);
  const own = (text: string) => (switches['own-words'] ? filled(displayText(text)) : null);
  const section = ({ title, text, entries }: PortfolioSection): PortfolioPageSection => ({
    title: switches['own-words'] ? filled(displayName(title)) : null,
    text: own(text),
    badges: entries.flatMap((entry) => {
      const chosen = badges.get(entry.badge);
      if (chosen === undefined) return [];
      const fileName = originals.get(chosen.original.sha256) ?? 'badge.bin';
      return [chosenBadge(chosen, entry, fileName, switches, nowMs)];
    }),
  });
  return {
    title: displayName(portfolio.title),
    madeOn: dayOf(nowMs),
    theme: portfolio.theme,
    language: portfolio.language,
    introduction: own(portfolio.introduction),
    person: {
      name: switches['person-name'] ? filled(displayName(portfolio.person.name)) : null,
      contact: switches['person-contact'] ? filled(displayName(portfolio.person.contact)) : null,
    },
    sections: portfolio.sections.map(section).filter((one) => one.badges.length > 0 || one.text !== null),
    holdsOriginals: switches.originals,
  };
}

function chosenBadge(
  { badge, report, original }: ChosenBadge,
  entry: PortfolioEntry,
  fileName: string,
  switches: DisclosureSwitches,
  nowMs: number,
): PortfolioBadge {
  const show = redactorFor(switches.recipients ? [] : badge.recipients);
  const shown = shownReport(report, show, nowMs);
  const { url: criteriaUrl, narrative } = badge.criteria;
  return {
    name: show.name(badge.name) || portfolioText.untitledBadge,
    achievementType: badge.achievementType === null ? null : plainType(show.name(badge.achievementType)),
    description: show.text(badge.description),
    issuer: issuerOf(badge.issuer, shown.isIssuerConfirmed, show),
    creatorName: badge.creator?.name ? show.name(badge.creator.name) : null,
    recipients: switches.recipients ? recipientsOf(badge) : [],
    issuedOn: switches.dates ? dayOfText(badge.issuedOn ?? badge.validFrom) : null,
    validUntil: switches.dates ? dayOfText(badge.expires) : null,
    verdict: shown.verdict,
    checks: shown.checks,
    unsignedParts: shown.unsignedParts,
    criteria: {
      text: show.text(narrative),
      link: criteriaUrl === null ? null : linkOf(criteriaUrl, show),
    },
    issuerPage: isForged(report) ? null : issuerPageOf(badge, switches['badge-page']),
    skills: badge.alignments.map((alignment) => skillOf(alignment, show)),
    tags: badge.tags.map((tag) => show.name(tag)),
    results: switches.results
      ? badge.results.map((result) => resultOf(result, show)).filter((result) => result !== '')
      : [],
    evidence: switches.evidence ? badge.evidence.map((one) => evidenceOf(one, show)) : [],
    story: switches['own-words'] ? filled(displayText(entry.story)) : null,
    ownEvidence: switches['own-words'] ? entry.evidence.map(ownEvidenceOf) : [],
    pictures: badge.images.map((image) => image.url).filter((url) => /^data:image\//i.test(url)),
    original: { fileName, sha256: original.sha256, mediaType: original.mediaType },
  };
}

/** What is somebody else's work is no reason to send anybody to the issuer that it names. */
function isForged(report: Report | null): boolean {
  return (
    report !== null && (report.integrity.value === 'altered' || report.issuerBinding.value === 'mismatch')
  );
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

function recipientsOf({ recipients }: Badge): readonly string[] {
  const values = recipients.map(({ value }) => displayName(value ?? ''));
  return [...new Set(values)].filter((value) => value !== '');
}

function issuerOf(issuer: ProfileRef, isConfirmed: boolean, show: Redactor): PortfolioIssuer {
  const ownLink = safeLink(issuer.url) ?? safeLink(issuer.id);
  const link = ownLink !== null && show.holdsAddress(ownLink.url) ? null : ownLink;
  const identifier = safeLink(issuer.id)?.host ?? show.text(issuer.id);
  const isSaidByLink = link !== null && (identifier?.includes(link.host) ?? false);
  return {
    name:
      show.name(issuer.name ?? '') ||
      link?.host ||
      show.name(shortIdentifier(identifier ?? '')) ||
      portfolioText.unnamedIssuer,
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

function evidenceOf({ name, url, description, narrative }: Evidence, show: Redactor): PortfolioEvidence {
  const texts = [description, narrative].filter((text) => text !== null);
  return {
    name: filled(show.name(name ?? '')),
    text: show.text(texts.join('\n\n')),
    link: url === null ? null : linkOf(url, show),
  };
}

function ownEvidenceOf({ name, url, text }: PortfolioEntry['evidence'][number]): PortfolioEvidence {
  const link = url === '' ? null : (safeLink(url) ?? { url: null, host: displayName(url) });
  return { name: filled(displayName(name)), text: filled(displayText(text)), link };
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

function filled(text: string): string | null {
  return text.trim() === '' ? null : text;
}
