import { describe, expect, it } from 'vitest';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { unsignedPaths } from '../../../shared/verify/unsigned-paths.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';

const key = ed25519Key(1);
const trust: TrustList = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };
const credential = achievementCredential(key.did);

describe('what the vocabulary has no word for', () => {
  it.each(['issuer', 'credentialSubject.achievement', ''])(
    'endorsements as tokens in %j, for which the vocabulary has no word, are not signed and are no alarm',
    async (place) => {
      const tokens = { endorsementJwt: ['e30.e30.e30'] };
      const subject = Object(credential.credentialSubject);
      const achievement = { ...Object(subject.achievement), ...tokens };
      const document =
        place === 'issuer'
          ? { ...credential, issuer: { ...Object(credential.issuer), ...tokens } }
          : place === ''
            ? { ...credential, ...tokens }
            : { ...credential, credentialSubject: { ...subject, achievement } };
      const signed = await signDataIntegrity(document, key, { lenient: true });
      const { report, verdict } = await check(signed, { trust });
      const path = `/${[place, 'endorsementJwt'].filter(Boolean).join('.').replaceAll('.', '/')}`;
      expect([verdict, report.unsignedPaths]).toEqual(['partial', [path]]);
      const more = { ...signed, issuer: { ...Object(signed.issuer), officialStamp: 'yes' } };
      expect((await check(more, { trust })).verdict).toBe('altered');
    },
  );

  it('is every place of every dropped word, but those inside a place that is dropped as a whole', () => {
    const document = {
      a: { gpa: { grade: 'x', gpa: 1 }, list: [{ grade: 'y' }, 'relative'] },
      'b/~': ['relative', 'other'],
    };
    const paths = (...losses: Parameters<typeof unsignedPaths>[1]) => unsignedPaths(document, losses);
    expect(paths()).toEqual([]);
    expect(paths({ kind: 'property', text: 'gpa' })).toEqual(['/a/gpa']);
    expect(paths({ kind: 'property', text: 'grade' }, { kind: 'property', text: 'gpa' })).toEqual([
      '/a/gpa',
      '/a/list/0/grade',
    ]);
    expect(paths({ kind: 'value', text: 'relative' })).toEqual(['/a/list/1', '/b~1~0/0']);
    expect(paths({ kind: 'value', text: 'x' }, { kind: 'property', text: 'gpa' })).toEqual(['/a/gpa']);
    expect(paths({ kind: 'value', text: 'nowhere' }, { kind: 'property', text: 'gpa' })).toEqual(['']);
    expect(paths({ kind: 'unclear', text: 'gpa' }, { kind: 'property', text: 'gpa' })).toEqual(['']);
  });

  it('B13 is told in time, however many words are dropped in however many places', () => {
    const names = Array.from({ length: 4_000 }, (_, index) => `word${index}`);
    const document = { result: names.map((name) => ({ [name]: 'x' })) };
    const started = performance.now();
    const paths = unsignedPaths(
      document,
      names.map((text) => ({ kind: 'property', text })),
    );
    expect(paths).toHaveLength(names.length);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
