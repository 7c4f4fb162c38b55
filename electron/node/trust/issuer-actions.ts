import { CodedError } from '../../../shared/errors.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { knownIssuersOf } from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { trustActionWords } from '../../../shared/text/trust.ts';
import { issuerIdPattern, type KnownIssuerFacts } from '../../../shared/trust/issuer-facts.ts';
import { issuerSeenIn } from '../../../shared/trust/issuer-seen.ts';
import { keyText, readKeyText } from '../../../shared/verify/key-text.ts';
import type { Checking } from '../check/check.ts';
import { readBadge } from '../check/read-badge.ts';
import { type Judged, rejudgeAll, withRejudging } from '../check/rejudge.ts';
import { randomName } from '../files.ts';
import type { Library } from '../library/library.ts';

type Actions = Pick<
  Library,
  'issuerOf' | 'knowIssuerOf' | 'addKnownIssuer' | 'forgetKnownIssuer' | 'knownIssuers'
>;

/** Knowing and forgetting issuers, by hand. Each is one action, and its badges are judged anew in the same breath. */
export function issuerActions(library: Checking): Actions {
  const { core, clock } = library;

  async function commit(plan: () => Promise<Judged>): Promise<{ readonly changed: number }> {
    return await core.commit(async () => {
      const { records, changed } = await plan();
      return { records, value: { changed } };
    });
  }

  /** The issuer as the badge's newest report saw them; an old report is made anew first, with no network. */
  async function issuerOf(badgeId: string) {
    const badge = await readBadge(library, badgeId);
    const report = await library.lastReport(badgeId);
    if (report === null) return null;
    const seen = issuerSeenIn(report, badge);
    if (seen !== null) return seen;
    const [anew] = await rejudgeAll(library, [badgeId], core.state);
    return anew === undefined ? null : issuerSeenIn(anew.report, badge);
  }

  function known(id: string): KnownIssuerFacts | null {
    const entry = core.state.issuers.get(id);
    return entry?.present?.value === true ? (entry.facts?.value ?? null) : null;
  }

  /** What knowing an issuer means now. Keys are added to those that are pinned, never taken away in passing. */
  function learned(id: string, wish: { name: string; keys: readonly string[]; note: string }): Change | null {
    const earlier = known(id);
    const keys = [...new Set([...(earlier?.keys ?? []), ...wish.keys.map(pin)])];
    if (keys.length > limits.pinsPerIssuer)
      throw new CodedError('trust/too-many', { limit: limits.pinsPerIssuer });
    const name = displayName(wish.name).slice(0, limits.issuerNameCharacters);
    const note = wish.note.slice(0, limits.issuerNoteCharacters);
    const hasNewKeys = keys.length > (earlier?.keys.length ?? -1);
    const addedAt = earlier !== null && !hasNewKeys ? earlier.addedAt : new Date(clock.now()).toISOString();
    const facts = { name, keys, note, addedAt };
    if (earlier === null) return { kind: 'issuer.known', issuer: id, facts };
    const isSame = JSON.stringify(earlier) === JSON.stringify(facts);
    return isSame ? null : { kind: 'issuer.changed', issuer: id, from: earlier, to: facts };
  }

  async function learn(
    id: string,
    wish: { readonly name: string; readonly keys: readonly string[]; readonly note: string },
  ): Promise<Judged> {
    if (!issuerIdPattern.test(id) || id.length > limits.documentUrlCharacters)
      throw new CodedError('usage/bad-arguments');
    if (known(id) === null && knownIssuersOf(core.state).length >= limits.knownIssuers)
      throw new CodedError('trust/too-many', { limit: limits.knownIssuers });
    const change = learned(id, wish);
    if (change === null) return { records: [], changed: 0 };
    const words = change.kind === 'issuer.known' ? trustActionWords.know : trustActionWords.change;
    return await withRejudging(library, actionOf(words(displayName(wish.name) || id), [change]));
  }

  return {
    issuerOf,
    knowIssuerOf: (badgeId, wish) =>
      commit(async () => {
        const seen = await issuerOf(badgeId);
        if (seen === null) throw new CodedError('trust/no-key-seen');
        return await learn(seen.id, { ...wish, keys: seen.keys });
      }),
    addKnownIssuer: ({ id, name, keys, note = '' }) => commit(() => learn(id, { name, keys, note })),
    forgetKnownIssuer: (id) =>
      commit(async () => {
        const facts = known(id);
        if (facts === null) throw new CodedError('store/not-found');
        const change: Change = { kind: 'issuer.forgotten', issuer: id, facts };
        return await withRejudging(library, actionOf(trustActionWords.forget(facts.name || id), [change]));
      }),
    knownIssuers: () => ({
      issuers: knownIssuersOf(core.state).map(({ id, name, keys }) => ({ id, name, keys })),
    }),
  };
}

/** One action of the person, for the journal. */
export function actionOf(label: string, changes: readonly Change[]) {
  return { action: { kind: 'do' as const, id: randomName(), label }, changes };
}

function pin(text: string): string {
  const key = readKeyText(text);
  if (key === null) throw new CodedError('trust/bad-key');
  return keyText(key);
}
