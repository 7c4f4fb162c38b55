import { describe, expect, it } from 'vitest';
import { distinctFileNames, originalFileName, safeFileName } from '../../../shared/portfolio/file-name.ts';

const named = (title: string) => safeFileName(title, '.html', 'portfolio');

describe('safeFileName', () => {
  it.each([
    ['My badges', 'My badges.html'],
    ['Müller – Schweißen 1 ®', 'Müller – Schweißen 1 ®.html'],
    ['../../x', 'x.html'],
    ['..\\..\\x', 'x.html'],
    ['/etc/passwd', 'etc passwd.html'],
    ['C:\\Windows\\x', 'C Windows x.html'],
    ['a\u0000b', 'a b.html'],
    ['a\u202egnp.exe', 'a gnp.exe.html'],
    ['CON', '_CON.html'],
    ['nul.txt', '_nul.txt.html'],
    ['COM1', '_COM1.html'],
    ['lpt¹ .x', '_lpt¹ .x.html'],
    ['Console', 'Console.html'],
    ['trailing dot. . .', 'trailing dot.html'],
    ['  .hidden', 'hidden.html'],
    ['a:b', 'a b.html'],
    ['50 %', '50.html'],
    ['badge of ada.lovelace@example.org', 'badge of.html'],
    ['ada@example.org', 'portfolio.html'],
    ['', 'portfolio.html'],
    ['...', 'portfolio.html'],
    ['\ud800', 'portfolio.html'],
  ])('K05 makes %j safe as %j', (title, expected) => {
    expect(named(title)).toBe(expected);
  });

  it('K05 cuts a long name at a whole character, within what file systems take', () => {
    const name = named('é👩‍🚀'.repeat(400));
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).not.toContain('\ufffd');
    expect(named('a'.repeat(100_000)).length).toBe(185);
  });

  it('H08 takes a hostile name of any length in a moment', () => {
    const start = performance.now();
    for (const part of ['a', '@', ' ', '.', 'a@']) named(part.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(250);
  });
});

describe('originalFileName', () => {
  it('keeps the own name of an original', () => {
    expect(originalFileName('Welding 1.png', 'image/png')).toBe('Welding 1.png');
    expect(originalFileName('credential.jwt', 'text/plain')).toBe('credential.jwt');
  });

  it('takes the last part of a path, of either system', () => {
    expect(originalFileName('/home/ada/badges/a.png', 'image/png')).toBe('a.png');
    expect(originalFileName('C:\\Users\\ada\\a.svg', 'image/svg+xml')).toBe('a.svg');
  });

  it('gives the extension of what the file really is', () => {
    expect(originalFileName('badge.html', 'image/png')).toBe('badge.html.png');
    expect(originalFileName('badge.exe', 'application/json')).toBe('badge.exe.json');
    expect(originalFileName('badge', 'text/plain')).toBe('badge.txt');
    expect(originalFileName('.png', 'image/png')).toBe('png.png');
  });

  it('N09 leaves an address out of the name', () => {
    expect(originalFileName('badge-ada@example.org.png', 'image/png')).toBe('badge.png');
  });
});

describe('distinctFileNames', () => {
  it('numbers names that are taken, whatever their letter case', () => {
    expect(distinctFileNames(['badge.png', 'Badge.PNG', 'badge.png', 'badge-2.png'])).toEqual([
      'badge.png',
      'Badge-2.PNG',
      'badge-3.png',
      'badge-2-2.png',
    ]);
  });

  it('numbers a hundred thousand of one name without counting up anew for each', () => {
    const names = Array.from({ length: 100_000 }, (_, index) =>
      index % 2 === 0 ? 'badge.png' : 'Badge.png',
    );
    const distinct = distinctFileNames(['badge-3.png', ...names]);
    expect(distinct.slice(0, 4)).toEqual(['badge-3.png', 'badge.png', 'Badge-2.png', 'badge-4.png']);
    expect(new Set(distinct.map((name) => name.toLowerCase())).size).toBe(100_001);
    expect(distinct.at(-1)).toBe('Badge-100001.png');
  });
});
