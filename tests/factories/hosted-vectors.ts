import type { JsonObject } from '../../shared/json.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import type { EngineVector } from '../runtimes/engine-suite.ts';
import { assertion1, assertion2, assertion05 } from './credentials.ts';
import { vectorOf } from './engine-vectors.ts';
import type { FakeDocument } from './ports.ts';

/** Badges whose only proof is the issuer's site: what it says, and how it fails to. */
export function hostedVectors(): readonly EngineVector[] {
  const copy = assertion2({ verification: { type: 'HostedBadge' }, badge: classUrl });
  const one = (
    name: string,
    badge: JsonObject,
    verdict: Verdict,
    changes: Readonly<Record<string, FakeDocument | null>> = {},
    source: 'live' | 'captured' = 'live',
  ) =>
    vectorOf(`a hosted badge ${name}`, badge, verdict, {
      source,
      documents: siteWith({ [url]: copy, ...changes }),
    });
  const { name: _, ...nameless } = Object(assertion2().badge);
  const expired = { ...copy, expires: '2026-03-01T00:00:00Z' };
  const theirs = { ...copy, id: 'https://attacker.example/1' };
  const old = assertion1({ verify: { type: 'hosted', url } });
  const oldClass = { name: 'Welding', description: 'd', image: 'i', criteria: 'c', issuer: issuerUrl };
  return [
    one('that its site confirms', copy, 'verified'),
    one('that its site confirmed', copy, 'verified-earlier', {}, 'captured'),
    one('whose site is out of reach', copy, 'unchecked', { [url]: null }),
    one('whose site lost it', copy, 'unchecked', { [url]: { $status: 404, $body: '' } }),
    one('whose site sends a web page', copy, 'unchecked', { [url]: '<html>Welcome</html>' }),
    one('that is gone', copy, 'revoked', { [url]: { $status: 410, $body: '' } }),
    one('that is revoked', copy, 'revoked', { [url]: { id: url, revoked: true } }),
    one('that differs from its site', { ...copy, issuedOn: '2026-01-03T03:04:05Z' }, 'altered'),
    one('past its end', expired, 'expired', { [url]: expired }),
    one('of another’s site', theirs, 'issuer-mismatch', { 'https://attacker.example/1': theirs }),
    one('whose badge class has no name', copy, 'malformed', { [classUrl]: nameless }),
    one('of version 1.0', old, 'verified', { [url]: old, [classUrl]: oldClass }),
    vectorOf('an Open Badge 0.5 with no address', assertion05(), 'unsigned'),
  ];
}

function siteWith(changes: Readonly<Record<string, FakeDocument | null>>): Record<string, FakeDocument> {
  const site: Readonly<Record<string, FakeDocument | null>> = {
    [classUrl]: { ...Object(assertion2().badge), '@context': 'https://w3id.org/openbadges/v2' },
    [issuerUrl]: {
      id: issuerUrl,
      type: 'Issuer',
      name: 'Trade School',
      url: host,
      email: 'office@example.org',
    },
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(site).flatMap(([at, found]) => (found === null ? [] : [[at, found] as const])),
  );
}

const host = 'https://school.example.org';
const url = `${host}/assertions/1`;
const classUrl = `${host}/badges/welding-1`;
const issuerUrl = `${host}/issuer`;
