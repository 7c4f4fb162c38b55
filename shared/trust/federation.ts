import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { type EntityStatement, readEntityStatement } from './entity-statement.ts';

/** True when the token carries a good signature of one of the keys (texts of `keyText`) by just this algorithm. */
export type VerifyStatement = (
  token: string,
  algorithm: EntityStatement['algorithm'],
  keys: readonly string[],
) => Promise<boolean>;

/** The trust anchor of a federation, as a person pinned it. */
export interface TrustAnchor {
  readonly id: string;
  readonly keys: readonly string[];
}

/** What an anchor's verified statements say. */
export interface Federation {
  readonly anchor: TrustAnchor;
  /** What the anchor calls itself; empty: nothing. */
  readonly name: string;
  readonly fetchEndpoint: string | null;
  readonly entries: readonly FederationEntry[];
  /** Statements that were not believed: not the anchor's, not well made, not signed with a pinned key. */
  readonly refused: number;
}

export interface FederationEntry {
  readonly id: string;
  readonly name: string;
  /** RFC 3339, UTC. */
  readonly asOf: string;
  readonly until: string;
}

/**
 * Believes of a list of statements what the anchor signed with a pinned key, and nothing else (standards 4.5). Without a
 * pinned anchor the list must hold exactly one entity configuration, whose keys the person may then pin: to be called
 * only where the person asked for that.
 *
 * @throws CodedError trust/no-anchor, trust/unverified, trust/anchor-changed
 */
export async function readFederation(
  tokens: readonly string[],
  pinned: TrustAnchor | null,
  nowMs: number,
  verify: VerifyStatement,
): Promise<Federation> {
  const read = tokens
    .slice(0, limits.registryStatements)
    .map((token) => [token, readEntityStatement(token)] as const);
  const statements = read.flatMap(([token, said]) =>
    said === null || isFuture(said, nowMs) ? [] : [{ token, said }],
  );
  const configurations = statements.filter(({ said }) => said.isConfiguration);
  const anchor = pinned ?? (await firstAnchor(configurations, nowMs, verify));
  const isSigned = ({ token, said }: Signed) => verify(token, said.algorithm, anchor.keys);

  const own = configurations.filter(({ said }) => said.issuer === anchor.id);
  const verified: EntityStatement[] = [];
  for (const one of own) {
    if (!(await isSigned(one))) throw new CodedError('trust/anchor-changed');
    verified.push(one.said);
  }
  const newest = verified.toSorted((a, b) => b.issuedAtMs - a.issuedAtMs)[0];

  const entries = new Map<string, EntityStatement>();
  let refused = tokens.length - own.length;
  for (const one of statements) {
    if (one.said.isConfiguration || one.said.issuer !== anchor.id || !(await isSigned(one))) continue;
    refused -= 1;
    const known = entries.get(one.said.subject);
    if (known === undefined || known.issuedAtMs < one.said.issuedAtMs)
      entries.set(one.said.subject, one.said);
  }
  return {
    anchor,
    name: newest?.name ?? '',
    fetchEndpoint: newest?.fetchEndpoint ?? null,
    entries: [...entries.values()].map(entryOf),
    refused,
  };
}

interface Signed {
  readonly token: string;
  readonly said: EntityStatement;
}

/** The one configuration of the list, in force and signed with its own keys. */
async function firstAnchor(
  configurations: readonly Signed[],
  nowMs: number,
  verify: VerifyStatement,
): Promise<TrustAnchor> {
  const [first] = configurations;
  const ids = new Set(configurations.map(({ said }) => said.issuer));
  if (first === undefined || ids.size !== 1) throw new CodedError('trust/no-anchor');
  const { issuer: id, keys: named, algorithm, expiresAtMs } = first.said;
  const keys = [...new Set(named.map(({ key }) => key))];
  if (expiresAtMs <= nowMs || !(await verify(first.token, algorithm, keys)))
    throw new CodedError('trust/unverified');
  return { id, keys };
}

function isFuture({ issuedAtMs }: EntityStatement, nowMs: number): boolean {
  return issuedAtMs - limits.clockSkewMs > nowMs;
}

function entryOf({ subject, name, issuedAtMs, expiresAtMs }: EntityStatement): FederationEntry {
  return {
    id: subject,
    name: name === '' ? subject : name,
    asOf: new Date(issuedAtMs).toISOString(),
    until: new Date(expiresAtMs).toISOString(),
  };
}
