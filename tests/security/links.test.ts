import { describe, expect, it, vi } from 'vitest';
import { checkLink, openLink } from '../../electron/main/links.ts';

const hostile = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'file:///etc/passwd',
  'file://host/share/x.exe',
  'smb://host/share',
  '\\\\host\\share\\x.exe',
  '//host/share',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:%5C%5Chost',
  'ms-officecmd:{}',
  'vscode://file/etc/passwd',
  'calculator:',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.edu/1',
  'about:blank',
  'app://bundle/index.html',
  'badge-img://badge/0',
  'http://example.edu/',
  'ftp://example.edu/',
  'ws://example.edu/',
  'tel:+123',
  'view-source:https://example.edu/',
  'https://user@example.edu/',
  'https://user:secret@example.edu/',
  'https://@example.edu/',
  'https://example.edu@evil.example/',
  ' https://example.edu/',
  'https://example.edu/ ',
  'https://exa\u0000mple.edu/',
  'https://example.edu/\r\nHost: evil.example',
  'https://example.edu/\u202egnp.exe',
  'https://example.edu/\u200b',
  'https:\\\\example.edu\\',
  'https:example.edu',
  'https:///example.edu/',
  'https://',
  'https://[::1',
  'https://example.edu/"--no-sandbox',
  'https://example.edu/`id`',
  'https://example.edu/|calc',
  `https://example.edu/${'a'.repeat(2_048)}`,
  `https://example.edu/${'a'.repeat(100_000)}`,
  'mailto:',
  'mailto:a@example.edu?attach=/etc/passwd',
  'mailto:a@example.edu?subject=x',
  'mailto:a@example.edu%0aBcc:b@example.edu',
  'mailto:a@example.edu,b@example.edu',
  'mailto://a@example.edu',
  'example.edu',
  '',
];

function ports(isConfirmed: boolean) {
  return { confirm: vi.fn(async () => isConfirmed), openExternal: vi.fn(async () => undefined) };
}

describe('Electron item 15: links that leave the app', () => {
  it('knows at least 40 hostile ones', () => expect(new Set(hostile).size).toBeGreaterThanOrEqual(40));

  it.each(hostile)('J01 K15 opens nothing and asks nothing for %j', async (url) => {
    const { confirm, openExternal } = ports(true);
    await expect(openLink(url, { confirm, openExternal })).rejects.toMatchObject({ code: 'network/bad-url' });
    expect(confirm).not.toHaveBeenCalled();
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('opens what the person confirmed', async () => {
    const { confirm, openExternal } = ports(true);
    expect(await openLink('https://example.edu/badge?id=7#top', { confirm, openExternal })).toBe(true);
    expect(openExternal.mock.calls).toEqual([['https://example.edu/badge?id=7#top']]);
  });

  it('opens nothing that the person declined', async () => {
    const { confirm, openExternal } = ports(false);
    expect(await openLink('https://example.edu/', { confirm, openExternal })).toBe(false);
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('shows the host of a lookalike in punycode', () => {
    expect(checkLink('https://аpple.com/')).toMatchObject({ kind: 'website', host: 'xn--pple-43d.com' });
  });

  it('opens a message to one bare address', () => {
    expect(checkLink('mailto:badges+help@mail.example.edu')).toEqual({
      kind: 'mail',
      url: 'mailto:badges+help@mail.example.edu',
      address: 'badges+help@mail.example.edu',
    });
  });
});
