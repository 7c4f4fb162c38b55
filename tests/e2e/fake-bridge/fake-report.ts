import type { Axis, Check, Report, Verdict } from '../../../shared/verify/report.ts';

/** A report whose axes lead to the wanted verdict by the real table, with checks such as the real engine writes. */
export function fakeReport(wanted: Verdict, host: string, recipient: Report['recipient']['value']): Report {
  const axes = axesFor(wanted);
  const source = wanted === 'verified-earlier' ? 'captured' : 'live';
  const asOf = wanted === 'verified-earlier' ? '2026-05-03T10:00:00Z' : '2026-11-22T09:00:00Z';
  const axis = <Value extends string>(value: Value): Axis<Value> => ({ value, asOf, source });
  return {
    format: 1,
    engine: 'badge-backpack/0.1.0',
    checkedAt: '2026-11-22T09:00:00Z',
    mode: source === 'live' ? 'online' : 'offline',
    integrity: axis(axes.integrity),
    issuerBinding: axis(axes.issuer),
    standing: axis(axes.standing),
    conformance: { value: axes.conformance, asOf, source: 'local' },
    recipient: { value: recipient, asOf, source: 'local' },
    unsignedPaths: wanted === 'partial' ? ['/evidence', '/credentialSubject/achievement/tag'] : [],
    validity: {
      from: wanted === 'not-yet-valid' ? '2027-01-01T00:00:00Z' : '2024-02-01T00:00:00Z',
      until: wanted === 'expired' ? '2025-02-01T00:00:00Z' : null,
    },
    checks: checksFor(axes, host, asOf, source),
    endorsements: [],
  };
}

interface Axes {
  readonly integrity: Report['integrity']['value'];
  readonly issuer: Report['issuerBinding']['value'];
  readonly standing: Report['standing']['value'];
  readonly conformance: Report['conformance']['value'];
}

const good: Axes = {
  integrity: 'intact',
  issuer: 'confirmed',
  standing: 'current',
  conformance: 'conformant',
};

function axesFor(wanted: Verdict): Axes {
  switch (wanted) {
    case 'altered':
      return { ...good, integrity: 'altered' };
    case 'issuer-mismatch':
      return { ...good, issuer: 'mismatch' };
    case 'revoked':
      return { ...good, standing: 'revoked' };
    case 'malformed':
      return { ...good, conformance: 'malformed' };
    case 'expired':
    case 'not-yet-valid':
    case 'suspended':
      return { ...good, standing: wanted };
    case 'unconfirmed':
      return { ...good, issuer: 'self-asserted' };
    case 'partial':
      return { ...good, integrity: 'partial' };
    case 'unchecked':
      return { ...good, integrity: 'unsupported', standing: 'unknown' };
    case 'unsigned':
      return { ...good, integrity: 'unsigned' };
    case 'verified':
    case 'verified-earlier':
      return good;
  }
}

function checksFor(axes: Axes, host: string, asOf: string, source: Check['source']): readonly Check[] {
  const check = (
    id: string,
    outcome: Check['outcome'],
    code: string,
    message: string,
    from = source,
  ): Check => ({
    id,
    outcome,
    code,
    asOf,
    source: from,
    message,
    detail: { method: `did:web:${host}#key-1` },
  });
  return [
    axes.integrity === 'altered'
      ? check(
          'proof.eddsa-rdfc-2022',
          'fail',
          'proof/altered',
          'The signature does not fit the contents: something was changed after it was signed.',
          'local',
        )
      : axes.integrity === 'unsupported'
        ? check(
            'proof.bbs-2023',
            'unknown',
            'proof/unsupported-suite',
            'This kind of proof (bbs-2023) is not supported yet.',
            'local',
          )
        : check(
            'proof.eddsa-rdfc-2022',
            'pass',
            'proof/intact',
            'The signature fits the contents: nothing was changed after it was signed.',
            'local',
          ),
    axes.issuer === 'confirmed'
      ? check(
          'issuer.key-binding',
          'pass',
          'issuer/confirmed',
          `The key belongs to the issuer: ${host} publishes it.`,
        )
      : axes.issuer === 'mismatch'
        ? check(
            'issuer.key-binding',
            'fail',
            'issuer/mismatch',
            `The signature was made by did:key:z6Mk…, not by the issuer ${host}.`,
          )
        : check(
            'issuer.key-binding',
            'unknown',
            'issuer/self-asserted',
            'The issuer is known only by its key; nobody vouches for the name.',
          ),
    axes.standing === 'expired'
      ? check('dates.expiry', 'fail', 'dates/expired', 'Its validity ended on 1 February 2025.', 'local')
      : check('dates.expiry', 'pass', 'dates/current', 'Its end date has not passed.', 'local'),
    axes.standing === 'revoked'
      ? check(
          'status.bitstring',
          'fail',
          'status/revoked',
          'The issuer withdrew this badge. Reason given: issued twice',
        )
      : check(
          'status.none',
          'not-applicable',
          'status/none',
          'This badge has no way to be revoked.',
          'local',
        ),
    axes.conformance === 'malformed'
      ? check(
          'structure.required',
          'fail',
          'structure/missing',
          'It lacks “achievement”, which every badge of its kind must have.',
          'local',
        )
      : check(
          'structure.required',
          'warn',
          'structure/recommended',
          'It lacks “image”, which its standard asks for.',
          'local',
        ),
  ];
}
