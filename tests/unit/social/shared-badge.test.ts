import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../../shared/badge/model.ts';
import { allShareSwitches } from '../../../shared/social/share-switches.ts';
import { axisOf, reportOf } from '../../factories/report.ts';
import { sharedOf } from '../../factories/share.ts';

const profile = { url: null, email: null, description: null, image: null };
const named = (type: string, value: string): Recipient => ({ type, value, hash: null, salt: '' });

describe('what of a badge may be shown elsewhere', () => {
  it('is least where nobody said otherwise: no name, no page, no id', () => {
    const badge = {
      recipients: [named('name', 'Ada Example')],
      hostedUrl: 'https://trade-school.example/assertions/1',
      credentialId: 'urn:uuid:1',
    };
    expect(sharedOf(badge)).toMatchObject({ holder: null, page: null, identifier: null });
    expect(sharedOf(badge, allShareSwitches)).toMatchObject({
      holder: 'Ada Example',
      page: { url: 'https://trade-school.example/assertions/1', host: 'trade-school.example' },
      identifier: 'urn:uuid:1',
    });
  });

  it.each(['email', 'id', 'telephone', 'studentId', 'url'])(
    'N09 is never the %s that the badge names its owner by, with all switches on',
    (type) => {
      const value = type === 'id' ? 'did:example:ada-marker' : 'ada-marker@home.example';
      const badge = {
        name: `Welding for ${value}`,
        issuer: { id: `https://school.example/${value}`, name: `School of ${value}`, ...profile },
        recipients: [named(type, value)],
        hostedUrl: `https://school.example/a?of=${encodeURIComponent(value)}`,
        credentialId: `urn:of:${value}`,
      };
      expect(JSON.stringify(sharedOf(badge, allShareSwitches))).not.toContain('ada-marker');
    },
  );

  it.each([
    ['http://trade-school.example/a'],
    ['https://somebody-else.example/a'],
    ['https://localhost/a'],
    ['https://192.168.0.7/a'],
    ['https://intranet/a'],
    ['https://ada:secret@trade-school.example/a'],
    ['javascript:alert(1)'],
    ['urn:uuid:1'],
  ])('has no page where its address is none that anybody can visit: %s', (address) => {
    expect(sharedOf({ hostedUrl: address, credentialId: address }, allShareSwitches).page).toBeNull();
  });

  it('takes the address of a badge for its page, not for its id', () => {
    const badge = sharedOf({ credentialId: 'https://trade-school.example/c/1' }, allShareSwitches);
    expect(badge).toMatchObject({ page: { url: 'https://trade-school.example/c/1' }, identifier: null });
  });

  it('has the verdict of the moment, with the day of the oldest fact behind it', () => {
    const earlier = reportOf({
      issuerBinding: axisOf('confirmed', { source: 'captured', asOf: '2026-05-03T00:00:00Z' }),
    });
    expect(sharedOf({}, {}, earlier).verdict).toMatchObject({ role: 'ok-muted', asOf: '2026-05-03' });
    expect(sharedOf({}, {}, null).verdict).toMatchObject({ role: 'unknown', asOf: null });
    const ended = reportOf({ validity: { from: null, until: '2026-11-22T11:00:00Z' } });
    expect(sharedOf({}, {}, ended).verdict).toMatchObject({ word: 'Expired', role: 'warn' });
  });
});
