import { describe, expect, it } from 'vitest';
import { webAddress } from '../../../../renderer/ui/web-address.ts';

describe('an address from a badge', () => {
  it('may be opened when it is https, and shows its host as it is resolved', () => {
    expect(webAddress('https://Example.org/a?b#c')?.host).toBe('example.org');
    expect(webAddress('https://аррӏе.example/')?.host).toMatch(/^xn--/);
  });

  it('H09 may not be opened for any other scheme, with a name or password in it, or when it is none', () => {
    for (const text of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,hi',
      'file:///etc/passwd',
      'http://example.org/',
      'https://bank.example@evil.example/',
      'vbscript:x',
      '//example.org',
      'example.org',
      '',
      'https://',
    ]) {
      expect(webAddress(text)).toBeNull();
    }
  });
});
