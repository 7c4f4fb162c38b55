import { describe, expect, it } from 'vitest';
import { checkUrl, isPublicHost } from '../../../shared/verify/url-policy.ts';

const codeOf = (url: string) => {
  const decision = checkUrl(url);
  return decision.ok ? 'ok' : decision.code;
};

describe('checkUrl', () => {
  it.each([
    'https://example.org/badges/1',
    'https://example.org:443/',
    'https://example.org:8443/a?b=c#d',
    'https://xn--pple-43d.com/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://example.org./',
  ])('allows %s', (url) => {
    expect(codeOf(url)).toBe('ok');
  });

  it.each([
    'https://127.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://①②⑦.0.0.1/',
    'https://127。0。0。1/',
    'https://localhost/',
    'https://localhost./',
    'https://a.localhost/',
    'https://0.0.0.0/',
    'https://10.0.0.5/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://192.0.0.8/',
    'https://198.18.0.1/',
    'https://198.19.255.255/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:db8::1]/',
    'https://[ff02::1]/',
  ])('I01-I05 refuses the private host of %s', (url) => {
    expect(codeOf(url)).toBe('network/private-host');
  });

  it.each([
    'https://user@example.org/',
    'https://user:secret@example.org/',
    'https://:x@example.org/',
    'https://example.org\\@evil.example/',
    'https://example.org/a\tb',
    'https://example.org/a\r\nHost: evil',
    'https://example.org/%0d%0aHost:%20evil',
    ' https://example.org/',
    'https://example.org/ b',
    'https://example.org/%00',
    `https://example.org/${'a'.repeat(3_000)}`,
  ])('I15 refuses what a parser would mend or hide: %j', (url) => {
    expect(codeOf(url)).toBe('network/bad-url');
  });

  it.each([22, 25, 80, 6379, 9200, 27017])('I17 refuses port %i', (port) => {
    expect(codeOf(`https://example.org:${port}/`)).toBe('network/bad-url');
  });

  it.each(['printer.local', 'intranet', 'router', 'nas.lan', 'box.home.arpa', 'db.internal', 'a..b'])(
    'I22 refuses the local name %s',
    (host) => {
      expect(codeOf(`https://${host}/`)).not.toBe('ok');
      expect(isPublicHost(host)).toBe(false);
    },
  );

  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:alert(1)',
    'ftp://a.org/',
    '',
    'x',
  ])('refuses %j: only https is asked', (url) => {
    expect(codeOf(url)).toBe('network/bad-url');
  });
});
