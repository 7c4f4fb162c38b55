import type { Badge, Recipient } from '../badge/model.ts';
import { displayName } from '../text/display-text.ts';
import { plainDate } from '../text/plain-date.ts';
import { disclosureText } from '../text/portfolio-disclosures.ts';
import { issuerPageOf } from './issuer-page.ts';
import { badgeIdsOf, type Portfolio } from './portfolio.ts';
import { type DisclosureSwitches, leastSwitches } from './switches.ts';

/** One kind of personal data that an export would carry, for the list that a person sees before it leaves. */
export interface Disclosure {
  readonly kind: keyof DisclosureSwitches;
  readonly title: string;
  /** What leaves when it is on. */
  readonly sentence: string;
  /** What its absence costs. */
  readonly cost: string;
  /** The data itself, as far as it can be shown: the first ones. */
  readonly values: readonly string[];
  /** How many there are beyond those. */
  readonly more: number;
  /** How many there are in all; 0: the switch would change nothing. */
  readonly count: number;
  /** To be asked again when it is turned on, since more leaves than can be seen. */
  readonly asksAgain: boolean;
}

/** What an export of this portfolio could carry of its owner, and what each part is good for. */
export function disclosuresOf(
  portfolio: Portfolio,
  badges: ReadonlyMap<string, Badge>,
): readonly Disclosure[] {
  const chosen = [...new Set(badgeIdsOf(portfolio))].flatMap((id) => badges.get(id) ?? []);
  const { name, contact } = portfolio.person;
  const recipients = chosen.flatMap((badge) => badge.recipients);
  const valuesOf: Readonly<Record<keyof DisclosureSwitches, readonly string[]>> = {
    originals: insideOriginals(chosen),
    'person-name': filled([name]),
    'person-contact': filled([contact]),
    'own-words': ownWords(portfolio),
    recipients: filled(recipients.map(({ value }) => value)),
    'badge-page': chosen.flatMap((badge) => {
      const page = issuerPageOf(badge, true);
      return page?.isOwn ? [page.link.url] : [];
    }),
    evidence: chosen.flatMap((badge) =>
      badge.evidence.map((one) => one.name ?? one.url ?? one.narrative ?? one.description ?? ''),
    ),
    results: chosen.flatMap((badge) => badge.results.map((result) => result.name ?? result.value ?? '')),
    dates: days(filled(chosen.flatMap((badge) => [badge.issuedOn ?? badge.validFrom, badge.expires]))),
  };
  return disclosureKinds.map((kind) => {
    const distinct = [...new Set(valuesOf[kind].map(displayName))].filter((value) => value !== '');
    return {
      kind,
      ...disclosureText[kind],
      values: distinct.slice(0, shownValues),
      more: Math.max(0, distinct.length - shownValues),
      count: kind === 'originals' ? chosen.length : distinct.length,
      asksAgain: kind === 'originals',
    };
  });
}

/** In the order of the list: what weighs most first. */
const disclosureKinds = Object.keys(leastSwitches) as readonly (keyof DisclosureSwitches)[];

const shownValues = 20;

/** What issuers wrote into the files themselves about their owner. */
function insideOriginals(badges: readonly Badge[]): readonly string[] {
  const recipients = badges.flatMap((badge) => badge.recipients);
  return [
    ...filled(recipients.map(({ value }) => value)),
    ...recipients.filter(isHashed).map(({ hash }) => disclosureText.hashed(hash.algorithm)),
    ...(badges.some(({ evidence }) => evidence.length > 0) ? [disclosureText.evidenceInside] : []),
    ...(badges.some(({ results }) => results.length > 0) ? [disclosureText.resultsInside] : []),
  ];
}

function isHashed(recipient: Recipient): recipient is Recipient & { hash: NonNullable<Recipient['hash']> } {
  return recipient.hash !== null;
}

function ownWords({ introduction, sections }: Portfolio): readonly string[] {
  return filled([
    introduction,
    ...sections.flatMap(({ title, text, entries }) => [
      title,
      text,
      ...entries.flatMap(({ story, evidence }) => [
        story,
        ...evidence.flatMap((one) => [one.name, one.url, one.text]),
      ]),
    ]),
  ]);
}

/** Each day once, the first first; what is no date comes last. */
function days(dates: readonly string[]): readonly string[] {
  const timeOf = (date: string): number => {
    const time = Date.parse(date);
    return Number.isNaN(time) ? Number.MAX_VALUE : time;
  };
  const byDay = new Map(
    dates.map((date) => [timeOf(date) === Number.MAX_VALUE ? date : plainDate(date), date]),
  );
  return [...byDay.values()].sort((a, b) => timeOf(a) - timeOf(b));
}

function filled(texts: readonly (string | null)[]): readonly string[] {
  return texts.flatMap((text) => (text === null || text.trim() === '' ? [] : [text]));
}
