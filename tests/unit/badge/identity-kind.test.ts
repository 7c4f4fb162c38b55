import { describe, expect, test } from 'vitest';
import { addressVariants } from '../../../shared/badge/address-variants.ts';
import { identityKindOf, isSameIdentity } from '../../../shared/badge/identity-kind.ts';

describe('identityKindOf', () => {
  test.each([
    ['ada@home.example', 'email'],
    [' Ada.Lovelace@Home.example ', 'email'],
    ['mailto:ada@home.example', 'email'],
    ['https://ada.example/me', 'url'],
    ['HTTP://ada.example', 'url'],
    ['https://ada@home.example/', 'url'],
    ['+44 20 7946 0018', 'telephone'],
    ['tel:+442079460018', 'telephone'],
    ['020 7946-0018', 'telephone'],
    ['did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp', 'did'],
    ['did:web:ada.example', 'did'],
    ['DID:key:z6Mk', 'other'],
    ['did:', 'other'],
    ['12', 'other'],
    ['student 4711 of 2019', 'other'],
    ['', 'other'],
    ['javascript:alert(1)', 'other'],
  ] as const)('tells what “%s” is', (text, kind) => {
    expect(identityKindOf(text)).toBe(kind);
  });

  test('H08 answers at once for a hundred thousand characters of any sort', () => {
    for (const character of ['a', '@', '0', ' ', '+', ':', 'did:a:']) {
      const start = performance.now();
      identityKindOf(character.repeat(100_000));
      isSameIdentity(character.repeat(100_000), `${character.repeat(100_000)}x`);
      expect(performance.now() - start).toBeLessThan(100);
    }
  });
});

describe('isSameIdentity', () => {
  test.each([
    ['Ada@Home.example', 'mailto:ada@home.EXAMPLE', true],
    ['ada@home.example', 'ada@work.example', false],
    ['https://Ada.example/Me', 'http://ada.example/Me/', true],
    ['https://ada.example/me', 'https://ada.example/ME', false],
    ['+44 20 7946 0018', 'tel:+442079460018', true],
    ['0044 20 7946 0018', '+442079460018', true],
    ['020 7946 0018', '+442079460018', false],
    ['did:key:zABC', 'did:key:zABC ', true],
    ['did:key:zABC', 'did:key:zabc', false],
    ['ada', 'Ada', false],
    ['', '', false],
    [' ', '', false],
  ])('“%s” and “%s”: %s', (a, b, isSame) => {
    expect(isSameIdentity(a, b)).toBe(isSame);
    expect(isSameIdentity(b, a)).toBe(isSame);
  });
});

describe('addressVariants', () => {
  test('a DID has one spelling: another letter case is another person', () => {
    expect(addressVariants(' did:key:zABC ')).toEqual(['did:key:zABC']);
  });

  test('a web address has its slash and its scheme in both ways', () => {
    expect(addressVariants('https://Ada.example')).toEqual([
      'https://Ada.example',
      'https://Ada.example/',
      'https://ada.example/',
      'https://ada.example',
      'http://Ada.example',
      'http://Ada.example/',
    ]);
  });

  test('a telephone number is tried as it may have been typed', () => {
    expect(addressVariants('0044 20 7946-0018')).toEqual([
      '0044 20 7946-0018',
      '00442079460018',
      '+442079460018',
      '442079460018',
      'tel:+442079460018',
    ]);
  });
});
