import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import { sentenceForReaders } from '../../../shared/text/portfolio.ts';
import { headlineOf } from '../../../shared/text/verdicts.ts';
import { putTogether } from '../../../shared/verify/put-together.ts';
import { verdictOf } from '../../../shared/verify/verdict.ts';
import { recordOfLearning } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { badgeOf, check, testNow } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { wholePresentation } from '../../factories/whole-badges.ts';

const proof = { type: 'DataIntegrityProof' };
const codes = (document: JsonObject) => putTogether(badgeOf(document)).map(({ code }) => code);
const record = (issuer: unknown, subject: unknown): JsonObject =>
  ({ ...recordOfLearning('did:key:z6MkA', []), issuer, credentialSubject: subject, proof }) as JsonObject;
const byHolder = ['container/by-holder'];

describe('who put a container together', () => {
  it('is its holder for a signed presentation, and nobody for one without proof or holder', () => {
    expect(codes(wholePresentation)).toEqual(byHolder);
    const { proof: _, ...unsigned } = wholePresentation;
    const { holder: __, ...nobody } = wholePresentation;
    expect([codes(unsigned), codes(nobody)]).toEqual([[], []]);
  });

  it.each([
    ['as texts and objects', 'did:key:z6MkA', { id: 'did:key:z6MkA', type: ['ClrSubject'] }],
    ['as objects', { id: 'did:key:z6MkA', name: 'Harvard' }, [{ id: 'did:key:z6MkA' }]],
  ])('is its holder for a record whose issuer is its subject, %s', (_, issuer, subject) => {
    expect(codes(record(issuer, subject))).toEqual(byHolder);
  });

  it.each([
    ['did:web:school.example', { id: 'did:key:z6MkA' }],
    [{ name: 'School' }, { name: 'Ada' }],
    ['did:key:z6MkA', { type: ['ClrSubject'] }],
  ])('is not said of a record that another issued: %j', (issuer, subject) => {
    expect(codes(record(issuer, subject))).toEqual([]);
  });

  it('is told in the headline, here and to readers, and never as the issuer of anything', async () => {
    const key = ed25519Key(7);
    const { proof: _, ...plain } = wholePresentation;
    const unsigned = { ...plain, holder: key.did, verifiableCredential: [] };
    const signed = await signDataIntegrity(unsigned, key, { suite: 'eddsa-jcs-2022' });
    const { report } = await check(signed);
    const nowMs = Date.parse(testNow);
    const { sentence } = headlineOf(report, nowMs);
    expect(sentence).toMatch(/^Signed with its holder’s key and unchanged since\./);
    expect(sentenceForReaders(report, nowMs)).toBe(sentence);
    expect(sentence.length).toBeLessThanOrEqual(200);
    const trust = { issuers: [{ id: key.did, name: 'Ada', keys: [] }] };
    const known = await check(signed, { trust });
    const green = headlineOf(known.report, nowMs);
    expect([known.verdict, green.sentence]).toEqual([
      'verified',
      'Put together by its holder, not issued by an institution. Each badge in it is judged by itself. Signed and unchanged. Checked on 22 November 2026.',
    ]);
    const earlier = {
      ...known.report.issuerBinding,
      source: 'captured',
      asOf: '2026-05-03T00:00:00Z',
    } as const;
    const kept = { ...known.report, issuerBinding: earlier };
    expect(verdictOf(kept, nowMs)).toBe('verified-earlier');
    expect(sentenceForReaders(kept, nowMs)).toMatch(/^Put together by its holder/);
  });
});
