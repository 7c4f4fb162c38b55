import { blankBadge, blankProfile } from '../../../shared/badge/blank-badge.ts';
import type { BadgeDetails } from '../../../shared/ipc/views.ts';
import { headlineOf } from '../../../shared/text/verdicts.ts';
import type { Report, Verdict } from '../../../shared/verify/report.ts';
import { fakeArt } from './fake-art.ts';
import { fakeReport } from './fake-report.ts';

/** The frozen moment of the fake: 22 November 2026, noon. */
const fakeNowMs = Date.parse('2026-11-22T12:00:00Z');

const names = [
  'First Aid at Sea',
  'Welding, Level 1',
  'Introduction to Statistical Thinking for the Social Sciences and Public Health',
  'Community Gardener',
  'École d’été: médiation culturelle',
  'Python for Beginners',
  'Café Barista',
  'Safe Driving on Ice',
  'Youth Leadership',
  'Data Ethics',
];
const issuers = [
  'Harbour Trade School',
  'Riverside Library',
  'Université Populaire',
  'Open Skills Guild',
  'City of Lund',
];
const hosts = ['harbour.example', 'library.example', 'populaire.example', 'guild.example', 'lund.example'];
const verdicts: readonly Verdict[] = [
  'verified',
  'expired',
  'altered',
  'unconfirmed',
  'verified-earlier',
  'unchecked',
  'verified',
  'revoked',
  'unsigned',
  'partial',
  'suspended',
  'issuer-mismatch',
  'malformed',
  'not-yet-valid',
];

/** The n-th badge of the fake library, whole. */
export function fakeBadge(index: number): BadgeDetails {
  const round = Math.floor(index / names.length);
  const name = `${at(names, index)}${round === 0 ? '' : ` ${round + 1}`}`;
  const host = at(hosts, index);
  const recipient = (['yours', 'yours', 'not-yours', 'not-checked'] as const)[index % 4] ?? 'yours';
  return detailsOf({
    index,
    name,
    issuerName: at(issuers, index),
    host,
    recipient,
    verdict: at(verdicts, index),
  });
}

export interface FakeParts {
  readonly index: number;
  readonly name: string;
  readonly issuerName: string;
  readonly host: string;
  readonly recipient: Report['recipient']['value'];
  readonly verdict: Verdict;
  readonly narrative?: string;
}

export function detailsOf(parts: FakeParts): BadgeDetails {
  const { index, name, issuerName, host, recipient, verdict } = parts;
  const report = fakeReport(verdict, host, recipient);
  const headline = headlineOf(report, fakeNowMs);
  const sha256 = index.toString(16).padStart(4, '0').repeat(16);
  const document = {
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: { id: `did:web:${host}` },
  };
  const rawText = JSON.stringify(document);
  const issuedOn = new Date(fakeNowMs - (index + 3) * 41 * 86_400_000).toISOString();
  const badge: BadgeDetails['badge'] = {
    ...blankBadge(
      { kind: 'json', text: rawText, document },
      { version: '3.0', object: 'badge', form: 'data-integrity' },
    ),
    credentialId: `urn:uuid:0000-${index}`,
    name,
    description: `Awarded to people who showed that they can do “${name}” on their own and help others to learn it.`,
    criteria: {
      url: `https://${host}/criteria/${index}`,
      narrative:
        parts.narrative ??
        'The learner\n\n- attended **all six** sessions\n- passed the [practical test](https://harbour.example/test)',
    },
    issuer: { ...blankProfile, id: `did:web:${host}`, name: issuerName, url: `https://${host}/` },
    recipients: [
      {
        type: 'email',
        value: index % 2 ? null : 'ada@example.org',
        hash: index % 2 ? { algorithm: 'sha256', hex: 'ab'.repeat(32) } : null,
        salt: '',
      },
    ],
    issuedOn,
    validFrom: issuedOn,
    expires: verdict === 'expired' ? '2025-02-01T00:00:00Z' : null,
    evidence: [
      {
        url: `https://${host}/work/${index}`,
        name: 'Photos of the finished piece',
        description: null,
        narrative: 'Made on the last day.',
      },
    ],
    alignments: [
      {
        name: 'Works safely with others',
        url: 'https://skills.example/s/12',
        description: null,
        framework: 'ESCO',
        code: 'S1.2',
      },
    ],
    tags: ['craft', 'safety', '2026'],
  };
  return {
    card: {
      id: sha256,
      name,
      description: badge.description ?? '',
      issuerName,
      issuerId: host,
      version: '3.0',
      issuedOn,
      expires: badge.expires,
      addedAt: new Date(fakeNowMs - index * 60_000).toISOString(),
      tags: badge.tags,
      imageUrl:
        index % 9 === 3
          ? null
          : index % 17 === 5
            ? 'data:image/png;base64,AAAA'
            : fakeArt(index, name.slice(0, 1)),
      verdict: headline.verdict,
      verdictAsOf: headline.asOf,
      recipient,
      sameAs: null,
      skills: [],
      hasNote: false,
      noteText: '',
      evidenceCount: 0,
    },
    badge,
    report,
    headline,
    fileName: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`,
    sha256,
    sizeBytes: 48_213 + index * 1_337,
    container: 'png/iTXt:openbadgecredential',
    taken: [],
    changes: [],
    partOf: null,
    holds: [],
    inFile: 1,
    contradictsTwin: false,
    rawText,
    collectionIds: [],
    note: '',
    evidence: [],
    issuerSeen: {
      id: verdict === 'unconfirmed' ? `did:key:z6Mk${host.replace(/\W/g, '')}` : `did:web:${host}`,
      fingerprint: '3f9a 02c1 77de b410 9c55 e8a1 06bf 4d2e',
      standing: 'unknown',
    },
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('no items');
  return item;
}
