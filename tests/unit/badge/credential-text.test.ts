import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import { assertion20, credential30, unsignedJws } from '../../factories/badges.ts';
import { fastestMs } from '../../factories/fastest.ts';
import { refusalOf } from '../../factories/refusal.ts';

const v2 = 'https://www.w3.org/ns/credentials/v2';
const presentation = (inner: Json, more: JsonObject = {}): JsonObject => ({
  '@context': [v2],
  type: ['VerifiablePresentation'],
  verifiableCredential: inner,
  ...more,
});
const outline = (text: string) =>
  readCredentialText(text).badges.map(
    ({ path, badge }) => `${path.join('/')} ${badge.version} ${badge.object} ${badge.form}`,
  );
const json = (value: Json) => JSON.stringify(value);

describe('readCredentialText, wrappers', () => {
  it('a list holds many; each keeps its own text, and what is no badge is noted', () => {
    const one = json(assertion20());
    const read = readCredentialText(`[ ${one} , 5, "${unsignedJws(credential30())}", {"a":1}]`);
    expect(read.badges.map(({ path, badge }) => [path, badge.version])).toEqual([
      [['0'], '2.x'],
      [['2'], '3.0'],
    ]);
    expect(read.badges[0]?.badge.source.text).toBe(one);
    expect(read.notes).toEqual([
      { code: 'read.skipped-entry', facts: { entry: 2, reason: 'badge/not-a-badge' } },
      { code: 'read.skipped-entry', facts: { entry: 4, reason: 'badge/not-a-badge' } },
    ]);
  });

  it('a presentation without proof is an envelope, one with a proof is there itself', () => {
    const inner = [credential30(), unsignedJws(credential30())];
    expect(outline(json(presentation(inner)))).toEqual([
      'verifiableCredential/0 3.0 badge none',
      'verifiableCredential/1 3.0 badge vc-jwt',
    ]);
    expect(readCredentialText(json(presentation(inner))).notes).toEqual([
      { code: 'read.unwrapped', facts: {} },
    ]);
    expect(outline(json(presentation([credential30()], { proof: { type: 'DataIntegrityProof' } })))).toEqual([
      ' vc-2.0 container data-integrity',
      'verifiableCredential/0 3.0 badge none',
    ]);
    expect(outline(json(presentation([])))).toEqual([' vc-2.0 container none']);
  });

  it.each(['', 'hello', json(assertion20()), `[${unsignedJws(credential30())}]`])(
    'an envelope that holds no token is no badge, whatever else is in it: %j',
    (text) => {
      const enveloped = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${text}` };
      expect(refusalOf(() => readCredentialText(json(enveloped)))).toBe('badge/not-a-badge');
    },
  );

  it('a presentation as a token, with enveloped credentials in it', () => {
    const enveloped = {
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${unsignedJws(credential30())}`,
    };
    expect(outline(unsignedJws({ iss: 'did:example:ada', vp: presentation(enveloped) }))).toEqual([
      ' vc-2.0 container vc-jwt',
      'verifiableCredential/0 3.0 badge vc-jwt',
    ]);
  });

  it('a CLR is there itself, with its badges under it', () => {
    const record = credential30({
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: { type: 'ClrSubject', verifiableCredential: [credential30(), credential30()] },
    });
    expect(outline(json(record))).toEqual([
      ' clr-2.0 container none',
      'credentialSubject/verifiableCredential/0 3.0 badge none',
      'credentialSubject/verifiableCredential/1 3.0 badge none',
    ]);
  });

  it('the answers of both programming interfaces', () => {
    expect(
      outline(json({ credential: [credential30()], compactJwsString: [unsignedJws(credential30())] })),
    ).toEqual(['credential/0 3.0 badge none', 'compactJwsString/0 3.0 badge vc-jwt']);
    const connect = {
      status: { error: null },
      assertions: [assertion20()],
      signedAssertions: [unsignedJws(assertion20())],
    };
    expect(outline(json(connect))).toEqual([
      'assertions/0 2.x badge hosted',
      'signedAssertions/0 2.x badge jws',
    ]);
  });

  it('wrappers within wrappers end somewhere', () => {
    let value: JsonObject = credential30();
    for (let depth = 0; depth < limits.containerDepth; depth++) value = presentation([value]);
    expect(outline(json(value))).toHaveLength(1);
    expect(refusalOf(() => readCredentialText(json(presentation([value]))))).toBe('badge/too-deep');
  });

  it('masses of entries are refused within the budget', () => {
    const many = (count: number) => json(Array.from({ length: count }, () => assertion20()));
    expect(outline(many(limits.badgesPerFile))).toHaveLength(limits.badgesPerFile);
    for (const text of [many(limits.badgesPerFile + 1), `[${'0,'.repeat(300_000)}0]`]) {
      expect(refusalOf(() => readCredentialText(text))).toBe('badge/too-many');
      expect(fastestMs(() => refusalOf(() => readCredentialText(text)), 1_000)).toBeLessThan(1_000);
    }
  });

  it('an entry with a private key or two meanings is never passed over in silence', () => {
    const leaking = unsignedJws(credential30(), { alg: 'EdDSA', jwk: { kty: 'OKP', d: 'x' } });
    expect(refusalOf(() => readCredentialText(json([credential30(), leaking])))).toBe(
      'badge/private-key-inside',
    );
    const twice = unsignedJws({ ...credential30(), vc: assertion20() });
    expect(refusalOf(() => readCredentialText(json([credential30(), twice])))).toBe('badge/ambiguous');
  });
});

describe('readCredentialText, hostile values', () => {
  it('H12 any value in the place of any other ends in a badge or a code, never in another error', () => {
    const odd = fc.oneof(
      fc.constantFrom<Json>(
        null,
        true,
        0,
        -1,
        '',
        'x',
        [],
        {},
        [null],
        [[]],
        [{}],
        { '@value': 1 },
        { id: {} },
      ),
      fc.jsonValue().map((value) => value as Json),
    );
    const bases = [
      assertion20(),
      credential30({ evidence: [{}], credentialStatus: {}, proof: {}, endorsement: [] }),
      { recipient: 'a@b.example', badge: { name: 'x', issuer: { origin: 'https://x.example' } } },
      presentation([credential30()]),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...bases), fc.nat(1_000), odd, (base, place, value) => {
        const text = json(replaceNth(base, place, value));
        try {
          for (const { badge } of readCredentialText(text).badges) expect(typeof badge.name).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(CodedError);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('H06 names of methods as members change nothing', () => {
    const plain = readCredentialText(json(credential30())).badges[0]?.badge;
    const odd = JSON.parse(
      '{"toString":"x","hasOwnProperty":1,"then":{},"toJSON":"y","$ref":"#","valueOf":null,"constructor":{"name":"z"}}',
    );
    const badge = readCredentialText(json(credential30(odd))).badges[0]?.badge;
    expect({ ...badge, source: null }).toEqual({ ...plain, source: null });
  });

  it('any text at all ends in a badge or a code', () => {
    const start = fc.constantFrom(
      '',
      '{',
      '[',
      'eyJ',
      'https://',
      '{"@context":"https://w3id.org/openbadges/v2",',
    );
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary', maxLength: 200 }), (head, tail) => {
        expect(refusalOf(() => readCredentialText(head + tail))).not.toBe('internal/bug');
      }),
      { numRuns: 2_000 },
    );
  });

  it('H08 a megabyte of one character is answered within 250 ms', () => {
    for (const character of ['a', '!', ' ', '@', '1', '{', '[', '"', '.', '~', '<', 'e', '\\']) {
      for (const head of [
        '',
        'eyJ',
        'https://a.example/',
        '{"a":"',
        '{"@context":"https://w3id.org/openbadges/v2","type":"',
      ]) {
        const text = head + character.repeat(1_000_000);
        const ms = fastestMs(() => refusalOf(() => readCredentialText(text)), 250);
        expect(ms, head + character).toBeLessThan(250);
      }
    }
  });
});

/** The value with its n-th inner value (counted from the outside in, and around) replaced. */
function replaceNth(base: JsonObject, place: number, value: Json): Json {
  const total = count(base);
  let left = place % total;
  const walk = (node: Json): Json => {
    if (left-- === 0) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node as JsonObject).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(base);
}

function count(node: Json): number {
  if (typeof node !== 'object' || node === null) return 1;
  return Object.values(node).reduce<number>((sum, inner) => sum + count(inner as Json), 1);
}
