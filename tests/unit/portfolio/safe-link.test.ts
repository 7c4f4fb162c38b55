import { describe, expect, it } from 'vitest';
import { safeLink } from '../../../shared/portfolio/safe-link.ts';

describe('safeLink', () => {
  it('K03 gives the address with the host that is printed beside it', () => {
    expect(safeLink('https://example.edu:8443/a b')).toEqual({
      url: 'https://example.edu:8443/a%20b',
      host: 'example.edu:8443',
    });
  });

  it('C10 shows a host of look-alike letters in punycode', () => {
    expect(safeLink('https://аpple.com/')?.host).toBe('xn--pple-43d.com');
  });

  it.each([
    null,
    '',
    'http://example.org/',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://example.org/1',
    'mailto:ada@example.org',
    'did:web:example.org',
    '//example.org/',
    '/relative',
    'https://user@example.org/',
    'https://user:secret@example.org/',
    'https://',
    `https://example.org/${'a'.repeat(3_000)}`,
  ])('K03 makes no link of %j', (url) => {
    expect(safeLink(url)).toBeNull();
  });
});
