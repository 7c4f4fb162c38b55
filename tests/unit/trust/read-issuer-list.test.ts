import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { type IssuerList, readIssuerList } from '../../../shared/trust/read-issuer-list.ts';
import { keyText } from '../../../shared/verify/key-text.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { dccRegistry } from '../../factories/registries.ts';

const key = ed25519Key(1);
const read = (text: string): IssuerList => readIssuerList(new TextEncoder().encode(text));
const codeFor = (text: string | Uint8Array): string => {
  try {
    readIssuerList(typeof text === 'string' ? new TextEncoder().encode(text) : text);
    return 'read';
  } catch (error) {
    return codeOf(error);
  }
};
const known = (...issuers: unknown[]) => JSON.stringify({ issuers });

describe('a list of known issuers', () => {
  it('is read with its pins in one spelling, whichever they were written in', () => {
    const list = read(
      known({ id: key.did, name: 'School', keys: [key.multikey, JSON.stringify(key.jwk), key.jwk] }),
    );
    expect(list).toEqual({
      kind: 'known',
      issuers: [{ id: key.did, name: 'School', keys: [keyText(key.jwk)] }],
      skipped: 0,
    });
  });

  it('needs neither names nor keys', () => {
    expect(read(known({ id: 'https://school.example/' }))).toMatchObject({
      issuers: [{ id: 'https://school.example/', name: '', keys: [] }],
    });
  });

  it('keeps the pins of an issuer that comes twice, once without', () => {
    const twice = known({ id: key.did, keys: [key.multikey] }, { id: key.did, name: 'School' });
    expect(read(twice)).toMatchObject({ issuers: [{ name: 'School', keys: [keyText(key.jwk)] }] });
  });

  it.each([
    'junk',
    '',
    '{"kty":"oct","k":"AAAA"}',
    '{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA"}',
    7,
    null,
    {},
  ])('with the pin %j is refused whole: without it more would be trusted', (pin) => {
    expect(codeFor(known({ id: key.did, keys: [pin] }))).toBe('trust/bad-key');
  });

  it('keeps such a pin where it is told to, so that it fits no key', () => {
    const text = known({ id: key.did, keys: ['junk', { kty: 'oct' }] });
    const list = readIssuerList(new TextEncoder().encode(text), 'keep');
    expect(list).toMatchObject({ issuers: [{ keys: ['junk', '{"kty":"oct"}'] }] });
  });

  it('with pins that are no list is refused whole', () => {
    expect(codeFor(known({ id: key.did, keys: key.multikey }))).toBe('trust/bad-key');
  });

  it.each([
    ['a name'],
    [''],
    ['did:'],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['did:key:z 1'],
    [7],
    [null],
    [['did:key:z1']],
  ])('skips the entry with the id %j', (id) => {
    expect(read(known({ id, name: 'X' }))).toMatchObject({ issuers: [], skipped: 1 });
  });

  it('shows no hidden characters in names, and no endless ones', () => {
    const list = read(known({ id: key.did, name: `Sch\u202e\u200bool${'x'.repeat(10_000)}` }));
    const name = list.kind === 'known' ? (list.issuers[0]?.name ?? '') : '';
    expect(name).toMatch(/^Schoolx/);
    expect(name.length).toBeLessThanOrEqual(limits.issuerNameCharacters);
  });

  it('longer than any list is refused', () => {
    const many = Array.from({ length: limits.knownIssuers + 1 }, (_, index) => ({ id: `did:x:${index}` }));
    expect(codeFor(known(...many))).toBe('trust/too-many');
  });
});

describe('a registry of the DCC', () => {
  it('is read with its names and its date', () => {
    const text = dccRegistry({
      [key.did]: { name: 'School', location: 'Town', url: 'https://school.example' },
      'did:web:school.example': { name: 'School' },
    });
    expect(read(text)).toEqual({
      kind: 'dcc-legacy',
      updatedAt: '2026-09-21T10:00:00.000Z',
      entries: [
        { id: key.did, name: 'School', keys: [] },
        { id: 'did:web:school.example', name: 'School', keys: [] },
      ],
      skipped: 0,
    });
  });

  it('skips what is no entry, and takes nothing from the prototype', () => {
    const text = dccRegistry({
      Harvard: { name: 'Harvard' },
      'did:key:z1': 'Harvard',
      'did:key:z2': { name: '' },
      'did:key:z3': null,
      constructor: { name: 'X' },
    });
    expect(read(text)).toMatchObject({ entries: [], skipped: 5 });
    expect(codeFor('{"meta":{},"registry":{"__proto__":{"name":"X"}}}')).not.toBe('internal/bug');
  });

  it.each([[undefined], [null], ['x'], [{ updated: 'soon' }], [{ updated: 7 }], [[]]])(
    'with the head %j has no date',
    (meta) => {
      expect(read(JSON.stringify({ meta, registry: {} }))).toMatchObject({ updatedAt: null });
    },
  );

  it('longer than any registry is refused', () => {
    const entries = Object.fromEntries(
      Array.from({ length: limits.registryEntries + 1 }, (_, index) => [`did:x:${index}`, { name: 'X' }]),
    );
    expect(codeFor(dccRegistry(entries))).toBe('trust/too-many');
  });
});

describe('what is no list', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['words', 'Harvard, Yale'],
    ['a number', '7'],
    ['an empty object', '{}'],
    ['both kinds at once', JSON.stringify({ issuers: [], registry: {} })],
    ['issuers that are no list', '{"issuers": {}}'],
    ['a registry that is a list', '{"registry": []}'],
    ['an empty list', '[]'],
    ['a list of objects', '[{"id":"did:key:z1"}]'],
    ['a badge', '{"type":"Assertion"}'],
    ['two parts of a token', 'eyJhbGciOiJub25lIn0.eyJ9'],
  ])('%s is refused with a reason', (_, text) => {
    expect(codeFor(text)).toBe('trust/not-a-list');
  });

  it('bytes that are no text, broken JSON, members that come twice, and depths are refused', () => {
    expect(codeFor(Uint8Array.of(0xff, 0xfe, 0x00))).toBe('trust/not-a-list');
    expect(codeFor('{"issuers":')).toBe('badge/bad-json');
    expect(codeFor(`{"registry":{"did:key:z1":{"name":"A"},"did:key:z1":{"name":"B"}}}`)).not.toBe('read');
    expect(codeFor(`{"issuers":${'['.repeat(2_000)}${']'.repeat(2_000)}}`)).not.toMatch(/read|internal/);
    expect(codeFor(new Uint8Array(limits.credentialBytes + 1))).toBe('input/too-large');
  });

  it('never breaks the program, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .record({ issuers: fc.jsonValue(), registry: fc.jsonValue() })
            .map((value) => JSON.stringify(value)),
        ),
        (text) => {
          expect(codeFor(text)).not.toBe('internal/bug');
        },
      ),
      { numRuns: 500 },
    );
  });
});
