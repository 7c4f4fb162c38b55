import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLink } from '../../../electron/main/links.ts';
import { limits } from '../../../shared/limits.ts';
import { type LinkedInLink, linkedInLink } from '../../../shared/social/linkedin-link.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { sharedOf } from '../../factories/share.ts';
import { xssPayloads } from '../../factories/xss-payloads.ts';

const issuer = { id: 'https://school.example/', name: 'Town School', url: null, email: null } as const;
const school = { ...issuer, description: null, image: null };

/** What a form would be filled with by this address: by a reader of addresses, not by the code that wrote it. */
function read({ url }: LinkedInLink): readonly (readonly [string, string])[] {
  return [...new URL(url).searchParams].map(([name, value]) => [name, value] as const);
}

/** Texts that become another field, another host or a header line where they are not encoded. */
const injections = [
  '%0aBcc: eve@attacker.example',
  '\r\nLocation: https://attacker.example/',
  '%0d%0aSet-Cookie: a=b',
  'x&certUrl=https://attacker.example/',
  'x&startTask=OTHER',
  'x#fragment',
  'x?y=z',
  'x+y z%20w',
  '@attacker.example/',
  '//attacker.example',
  '\\\\attacker.example\\share',
  '../../../etc/passwd',
  '; rm -rf /',
  "100 % & more; ™ ® “quoted” 'single'",
] as const;

describe('the link to LinkedIn', () => {
  it('carries what a badge is called, who issued it, and its months, as LinkedIn names them', () => {
    const badge = sharedOf({
      name: 'Bicycle repair & maintenance',
      issuer: school,
      issuedOn: '2024-05-03T10:00:00Z',
      expires: '2027-12-31T00:00:00Z',
    });
    const link = linkedInLink(badge);
    expect(link.url).toBe(
      'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Bicycle+repair+%26+maintenance&organizationName=Town+School&issueYear=2024&issueMonth=5&expirationYear=2027&expirationMonth=12',
    );
    expect(link.fields.map(({ name }) => name)).toEqual([
      'name',
      'organizationName',
      'issueYear',
      'issueMonth',
      'expirationYear',
      'expirationMonth',
    ]);
  });

  it('carries the page and the id of the badge only where their switches are on', () => {
    const hosted = { hostedUrl: 'https://school.example/assertions/1', issuer: school };
    const signed = { credentialId: 'urn:uuid:5f0c1a5e-0000-4000-8000-000000000000' };
    const names = (badge: object, switches: object) =>
      linkedInLink(sharedOf(badge, switches)).fields.map(({ name }) => name);
    for (const name of ['certUrl', 'certId']) {
      expect(names({ ...hosted, ...signed }, {})).not.toContain(name);
    }
    expect(names(hosted, { page: true })).toContain('certUrl');
    expect(names(signed, { identifier: true })).toContain('certId');
    expect(names(signed, { dates: false })).not.toContain('issueYear');
  });

  it.each([...xssPayloads, ...injections])('K15 keeps a text what it is, in every field: %j', (text) => {
    const part = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
    const link = linkedInLink(
      sharedOf(
        {
          name: text,
          issuer: { ...school, name: text },
          credentialId: text,
          hostedUrl: `https://school.example/assertions/${part}?q=a%26b`,
        },
        { page: true, identifier: true },
      ),
    );
    expect(new URL(link.url).origin).toBe('https://www.linkedin.com');
    expect(new URL(link.url).pathname).toBe('/profile/add');
    expect(new URL(link.url).hash).toBe('');
    expect(read(link)).toEqual([
      ['startTask', 'CERTIFICATION_NAME'],
      ...link.fields.map(({ name, value }) => [name, value]),
    ]);
    const said = new Map<string, string>(link.fields.map(({ name, value }) => [name, value]));
    expect(said.get('name')).toBe(displayName(text));
    expect(said.get('organizationName')).toBe(displayName(text));
    // An address with control characters in it is nobody's page.
    const page = /%0[0ad]/i.test(part) ? undefined : `https://school.example/assertions/${part}?q=a%26b`;
    expect(said.get('certUrl')).toBe(page === undefined ? undefined : new URL(page).href);
    expect(new Set(link.fields.map(({ name }) => name)).size).toBe(link.fields.length);
    // The one way out of the app takes it as it is.
    expect(checkLink(link.url)).toEqual({ kind: 'website', url: link.url, host: 'www.linkedin.com' });
    expect(link.url).not.toMatch(/[\s"'<>\\^`{|}]|%0[ad]|[^\x20-\x7e]/i);
  });

  it('K15 reads back to what went in, whatever the texts are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 4_000 }),
        fc.string({ unit: 'grapheme', maxLength: 4_000 }),
        (name, identifier) => {
          const badge = sharedOf(
            { name, issuer: { ...school, name: identifier }, credentialId: identifier },
            {
              identifier: true,
            },
          );
          const link = linkedInLink(badge);
          expect(read(link).slice(1)).toEqual(link.fields.map((field) => [field.name, field.value]));
          expect(new URL(link.url).host).toBe('www.linkedin.com');
          expect(checkLink(link.url)).not.toBeNull();
        },
      ),
      { numRuns: 300, seed: 15 },
    );
  });

  it.each(['x'.repeat(3_000), '学'.repeat(3_000), '👩‍👩‍👧‍👦'.repeat(500), 'ä'.repeat(3_000)])(
    'shortens long names until it may be opened, and says that it did',
    (name) => {
      const link = linkedInLink(sharedOf({ name, issuer: { ...school, name } }));
      expect(link.url.length).toBeLessThanOrEqual(limits.linkCharacters);
      const [shown] = link.fields;
      expect(shown?.value).toMatch(/…$/);
      expect(shown?.value.length).toBeGreaterThan(5);
    },
  );

  it('leaves out an id or a page that is too long, rather than half of it', () => {
    const badge = sharedOf(
      {
        issuer: school,
        credentialId: `urn:x:${'a'.repeat(700)}`,
        hostedUrl: `https://school.example/${'a'.repeat(700)}`,
      },
      { page: true, identifier: true },
    );
    expect(linkedInLink(badge).fields.map(({ name }) => name)).not.toContain('certId');
    expect(linkedInLink(badge).fields.map(({ name }) => name)).not.toContain('certUrl');
  });
});
