import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/json.ts';
import { checkScope } from '../../../shared/verify/hosted-scope.ts';

const host = 'https://school.example.org';
const insideOf = (url: string, verification?: Readonly<Record<string, Json>>) =>
  checkScope(url, `${host}/issuer`, verification === undefined ? {} : { verification }).isInside;

describe('the scope of an issuer that states no rule', () => {
  it.each([
    [`${host}/anything/1`, true],
    ['http://school.example.org/1', true],
    ['https://www.school.example.org/1', false],
    ['https://school.example.org:8443/1', false],
    ['https://other.example.org/1', false],
  ])('is its own host and port: %s, %s', (url, isInside) => {
    expect(insideOf(url)).toBe(isInside);
  });
});

describe('C02 the scope of an issuer that says how its addresses begin', () => {
  it.each([
    ['/badges/', '/badges/1', true],
    ['/badges/', '/badges/', true],
    ['/badges/', '/badges', false],
    ['/badges/', '/diplomas/1', false],
    ['/badges/', '/diploma/1', false],
    ['/badges', '/badges', true],
    ['/badges', '/badges/1', true],
    ['/badges', '/badges?id=1', true],
    ['/badges', '/badges#1', true],
    ['/badges', '/badgesX', false],
    ['/badges', '/award/1', false],
    ['/badges', '/awards/1', false],
  ])('with %s: %s is in it, %s', (beginning, path, isInside) => {
    expect(insideOf(`${host}${path}`, { startsWith: `${host}${beginning}` })).toBe(isInside);
  });

  it('is all of what it says, on hosts that it allows', () => {
    const two = { startsWith: [`${host}/a/`, `${host}/b/`] };
    expect(['/a/1', '/b/1', '/c/1'].map((path) => insideOf(`${host}${path}`, two))).toEqual([
      true,
      true,
      false,
    ]);
    const elsewhere = { startsWith: 'https://cdn.example.net/' };
    expect(insideOf('https://cdn.example.net/1', elsewhere)).toBe(false);
    expect(insideOf('https://cdn.example.net/1', { ...elsewhere, allowedOrigins: 'CDN.example.net' })).toBe(
      true,
    );
    expect(insideOf(`${host}/1`, { ...elsewhere, allowedOrigins: 'school.example.org' })).toBe(false);
  });
});
