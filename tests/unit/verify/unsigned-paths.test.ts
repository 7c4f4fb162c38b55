import { describe, expect, it } from 'vitest';
import type { TrustList } from '../../../shared/verify/trust.ts';
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
});
