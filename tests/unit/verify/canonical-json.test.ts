import { describe, expect, it } from 'vitest';
import { canonicalJson, hasCanonicalJson } from '../../../shared/verify/canonical-json.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { checkAtSchool, school, schoolMethod, verdictAtSchool } from '../../factories/suite-cases.ts';

const credential = achievementCredential(school);

describe('B18 the canonical form of JSON', () => {
  it.each([
    ['1.0', '1'],
    ['-0', '0'],
    ['1E2', '100'],
    ['1e21', '1e+21'],
    ['0.0000001', '1e-7'],
    ['333333333.33333329', '333333333.3333333'],
    ['9007199254740993', '9007199254740992'],
    ['5e-324', '5e-324'],
    ['1.7976931348623157e308', '1.7976931348623157e+308'],
  ])('the number %s is written %s', (text, expected) => {
    expect(canonicalJson(JSON.parse(text))).toBe(expected);
  });

  it('sorts names by UTF-16 units, keeps NFC and NFD apart, and writes only the escapes that it must', () => {
    const value = JSON.parse(
      '{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude02":5,"\\u0080":6,"\\u00f6":7}',
    );
    expect(Object.values(JSON.parse(canonicalJson(value)))).toEqual([4, 2, 6, 7, 1, 5, 3]);
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'));
    expect(canonicalJson('\u000f\n"\\/\u2028€')).toBe('"\\u000f\\n\\"\\\\/\u2028€"');
  });

  it('there is none for half a surrogate pair and for a number beyond all', () => {
    for (const value of [
      '\ud800',
      ['a', { x: '\udc00b' }],
      { '\ud83d': 1 },
      Number.POSITIVE_INFINITY,
      [Number.NaN],
    ]) {
      expect(hasCanonicalJson(value)).toBe(false);
    }
    expect(hasCanonicalJson({ a: ['\ud83d\ude02', 1e308, null, true] })).toBe(true);
  });

  it('a number beyond all is not the null that was signed', async () => {
    const key = ed25519Key(1);
    const members = { evidence: [{ id: 'urn:uuid:e', type: ['Evidence'], weight: null }] };
    const signed = await signDataIntegrity({ ...credential, ...members }, key, {
      suite: 'eddsa-jcs-2022',
      method: schoolMethod,
    });
    expect(await verdictAtSchool(signed, key)).toBe('verified');
    const text = JSON.stringify(signed).replace('"weight":null', '"weight":1e400');
    expect((await checkAtSchool(text, key)).verdict).toBe('unchecked');
  });

  it('another form of the same number or text is the same, another number or text is not', async () => {
    const key = ed25519Key(1);
    const members = { evidence: [{ id: 'urn:uuid:e', type: ['Evidence'], weight: 4.5, note: 'caf\u00e9' }] };
    const signed = await signDataIntegrity({ ...credential, ...members }, key, {
      suite: 'eddsa-jcs-2022',
      method: schoolMethod,
    });
    const text = JSON.stringify(signed);
    for (const same of [
      text.replace('4.5', '4.50'),
      text.replace('4.5', '45e-1'),
      text.replace('caf\u00e9', 'caf\\u00e9'),
    ]) {
      expect((await checkAtSchool(same, key)).verdict).toBe('verified');
    }
    for (const other of [
      text.replace('4.5', '4.6'),
      text.replace('4.5', '"4.5"'),
      text.replace('caf\u00e9', 'cafe\u0301'),
    ]) {
      expect((await checkAtSchool(other, key)).verdict).toBe('altered');
    }
  });
});
