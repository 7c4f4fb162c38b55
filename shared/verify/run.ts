import { type CheckCode, sentenceOf } from '../text/checks.ts';
import type { VerifyPorts } from './ports.ts';
import type { Axis, Check, Outcome, Source } from './report.ts';
import type { TrustList } from './trust.ts';
import type { WorkLeft } from './work-left.ts';

/** What every check of one badge shares. The time is read once, so that one report has one now. */
export interface Run {
  readonly ports: VerifyPorts;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** Nothing but the badge and the clock. */
  readonly local: Fact;
  readonly identities: readonly string[];
  readonly trust: TrustList | null;
  readonly signal: AbortSignal | undefined;
  /** What canonical forms may still cost. */
  readonly work: WorkLeft;
  /** No clock that is right is before this. In milliseconds since 1970. */
  readonly notBeforeMs: number;
}

/** Where a statement comes from, and of when it is. */
export interface Fact {
  /** RFC 3339, UTC. */
  readonly asOf: string;
  readonly source: Source;
  /** Until when its source says that it holds, where that is longer than a day: RFC 3339, UTC. */
  readonly freshUntil?: string;
  /** When it ceases to count, by its source's own word: RFC 3339, UTC. */
  readonly endsAt?: string;
}

/** What one check found, before it has words. */
export interface Finding {
  readonly id: string;
  readonly outcome: Outcome;
  readonly code: CheckCode;
  /** For the sentence: hosts, names, dates. Texts of the badge are cleaned and cut before they are shown. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Where it comes from; left out: local. */
  readonly fact?: Fact;
  readonly detail?: Readonly<Record<string, string>>;
}

export function startRun(
  ports: VerifyPorts,
  options: {
    readonly notBeforeMs?: number;
    readonly identities: readonly string[];
    readonly trust: TrustList | null;
    readonly signal?: AbortSignal;
  },
  work: WorkLeft,
): Run {
  const nowMs = ports.clock.now();
  return {
    ports,
    notBeforeMs: options.notBeforeMs ?? 0,
    nowMs,
    local: { asOf: new Date(nowMs).toISOString(), source: 'local' },
    identities: options.identities,
    trust: options.trust,
    signal: options.signal,
    work,
  };
}

/** The finding as a check of the report: with its sentence, its date, and no code where it passed. */
export function checkOf(finding: Finding, run: Run): Check {
  const { id, outcome, detail } = finding;
  const { asOf, source } = finding.fact ?? run.local;
  const code = outcome === 'pass' ? null : finding.code;
  const message = sentenceOf(finding.code, finding.facts ?? nothing);
  return detail === undefined
    ? { id, outcome, code, asOf, source, message }
    : { id, outcome, code, asOf, source, message, detail };
}

const nothing: Readonly<Record<string, string>> = {};

/** An axis of the report from its value and where that comes from. */
export function axisOf<Value extends string>(value: Value, fact: Fact): Axis<Value> {
  const { asOf, source, freshUntil, endsAt } = fact;
  if (freshUntil === undefined && endsAt === undefined) return { value, asOf, source };
  return {
    value,
    asOf,
    source,
    ...(freshUntil === undefined ? {} : { freshUntil }),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
}

/** The weaker of two facts: captured before live before local, the older of equals; as fresh as the less fresh of them. */
export function weakerFact(a: Fact, b: Fact): Fact {
  if (a.source === 'local') return b;
  if (b.source === 'local') return a;
  const isFirst = a.source === b.source ? a.asOf <= b.asOf : a.source === 'captured';
  const { asOf, source } = isFirst ? a : b;
  if (a.freshUntil === undefined || b.freshUntil === undefined) return { asOf, source };
  return { asOf, source, freshUntil: a.freshUntil < b.freshUntil ? a.freshUntil : b.freshUntil };
}
