import { describe, expect, it } from 'vitest';
import type { Badge } from '../../../shared/badge/model.ts';
import { limits } from '../../../shared/limits.ts';
import { issuerPageOf } from '../../../shared/portfolio/issuer-page.ts';
import { badgeOf } from '../../factories/badge.ts';

const host = 'https://trade-school.example';
const badge = (change: Partial<Badge>): Badge =>
  badgeOf({ criteria: { url: `${host}/criteria`, narrative: null }, ...change });
const urlOf = (change: Partial<Badge>, mayBeOwn = true) =>
  issuerPageOf(badge(change), mayBeOwn)?.link.url ?? null;

describe('issuerPageOf', () => {
  it('is the badge’s own address at its issuer where that may leave, and else what such a badge stands for', () => {
    const hosted = { hostedUrl: `${host}/badges/17` };
    expect(issuerPageOf(badge(hosted), true)).toEqual({
      link: { url: `${host}/badges/17`, host: 'trade-school.example' },
      isOwn: true,
    });
    expect(issuerPageOf(badge(hosted), false)).toEqual({
      link: { url: `${host}/criteria`, host: 'trade-school.example' },
      isOwn: false,
    });
    expect(urlOf({ credentialId: `${host}/credentials/1` })).toBe(`${host}/credentials/1`);
  });

  it('K16 is an https address without user or password', () => {
    for (const hostedUrl of [
      'http://trade-school.example/1',
      'javascript:alert(1)//trade-school.example',
      'data:text/html,https://trade-school.example/1',
      'file:///trade-school.example/1',
      'https://ada@trade-school.example/1',
      ' not a url ',
    ]) {
      expect(urlOf({ hostedUrl, criteria: { url: null, narrative: null } }), hostedUrl).toBeNull();
    }
  });

  it('K16 is at the issuer’s own host, whatever else the badge names', () => {
    const bare = { criteria: { url: null, narrative: null } };
    for (const hostedUrl of [
      'https://trade-school.example.evil.example/1',
      'https://evil.example/trade-school.example',
      'https://sub.trade-school.example/1',
      'https://trade-school.example:8443/1',
      'https://trade-school.example@evil.example/1',
    ]) {
      expect(urlOf({ ...bare, hostedUrl }), hostedUrl).toBeNull();
    }
    const key = { ...badgeOf().issuer, id: 'did:key:z6Mk', url: `${host}/` };
    expect(urlOf({ issuer: key, hostedUrl: `${host}/1` })).toBeNull();
    const site = { ...badgeOf().issuer, id: `${host}/issuer.json` };
    expect(urlOf({ issuer: site, hostedUrl: `${host}/1` })).toBe(`${host}/1`);
  });

  it('K16 names nobody: an address with the owner’s sign in it is passed over, whatever may leave', () => {
    const recipients = [{ type: 'email', value: 'ada@home.example', hash: null, salt: '' }];
    expect(urlOf({ recipients, hostedUrl: `${host}/of/ada%40home.example` })).toBe(`${host}/criteria`);
    expect(urlOf({ recipients, hostedUrl: `${host}/?for=ADA@home.example` })).toBe(`${host}/criteria`);
  });

  it('is short enough for a code', () => {
    const fitting = `${host}/${'x'.repeat(limits.codeLinkCharacters - host.length - 1)}`;
    expect(urlOf({ hostedUrl: fitting })).toBe(fitting);
    expect(urlOf({ hostedUrl: `${fitting}x` })).toBe(`${host}/criteria`);
  });
});
