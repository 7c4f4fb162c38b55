import { describe, expect, it } from 'vitest';
import { addressIn, addressInList, pictureAddress } from '../../../../renderer/import/address-in.ts';

describe('an address in a text', () => {
  it('is the whole text, white space aside, and names the host that would learn of it', () => {
    expect(addressIn(' https://School.example/a/1?x=2#y\n')).toEqual({
      url: 'https://School.example/a/1?x=2#y',
      host: 'school.example',
    });
    expect(addressIn('http://school.example:8443/a')?.host).toBe('school.example:8443');
  });

  it('shows a host of look-alike letters as what it is', () => {
    expect(addressIn('https://schооl.example/a')?.host).toBe('xn--schl-75da.example');
    expect(addressIn('https://bank.example@evil.example/')?.host).toBe('evil.example');
  });

  it.each([
    ['{"@context": "https://w3id.org/openbadges/v2"}'],
    ['see https://school.example/a'],
    ['https://school.example/a https://school.example/b'],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['ftp://school.example/a'],
    ['https://'],
    [''],
    [`https://school.example/${'a'.repeat(10_000)}`],
  ])('%s is none', (text) => {
    expect(addressIn(text)).toBeNull();
  });

  it('of a dragged link is the first that is no comment', () => {
    expect(addressInList('# a comment\r\nhttps://school.example/a\r\nhttps://school.example/b')?.url).toBe(
      'https://school.example/a',
    );
    expect(addressInList('file:///home/ada/a.png')).toBeNull();
  });
});

describe('where a copied picture came from', () => {
  it('is the address of the only picture beside it', () => {
    const html = '<meta charset="utf-8"><img alt="" src="https://school.example/a.png?x=1&amp;y=2">';
    expect(pictureAddress(html)?.url).toBe('https://school.example/a.png?x=1&y=2');
  });

  it.each([
    ['no picture', '<b>words</b>'],
    ['several', '<img src="https://a.example/1"><img src="https://a.example/2">'],
    ['one without an address of the web', '<img src="data:image/png;base64,AAAA">'],
    ['a file of the computer', '<img src="file:///tmp/a.png">'],
  ])('is not known with %s', (_, html) => {
    expect(pictureAddress(html)).toBeNull();
  });

  it('H08 is looked for in a megabyte of anything within 250 ms', () => {
    const start = performance.now();
    for (const piece of ['<img ', '<img src=', '<img src="', 'a', '<'])
      pictureAddress(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(1_250);
  });
});
