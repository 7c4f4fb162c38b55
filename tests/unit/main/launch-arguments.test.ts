import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaunchArguments, wordsForNextLaunch } from '../../../electron/main/launch-arguments.ts';
import { limits } from '../../../shared/limits.ts';

const packaged = { isUnpackaged: false, workingFolder: '/home/me' };
const unpackaged = { isUnpackaged: true, workingFolder: '/home/me' };

describe('the command line of the app', () => {
  it('names files, which are taken from the working folder', () => {
    expect(readLaunchArguments(['app', 'a.png', '/b.json'], packaged).files).toEqual([
      path.resolve('/home/me', 'a.png'),
      path.resolve('/b.json'),
    ]);
  });

  it('has the folder of the app before its files when it is not packaged', () => {
    const argv = ['electron', '-r', '/loader.js', '--inspect=0', '.', '--no-sandbox', 'a.png'];
    expect(readLaunchArguments(argv, unpackaged).files).toEqual([path.resolve('/home/me', 'a.png')]);
  });

  it('J02 J03 takes nothing that begins with a dash for a file, but after a double one', () => {
    const argv = ['app', '--inspect', '--load-extension=/x', '-rf', '--', '--odd.png'];
    expect(readLaunchArguments(argv, packaged).files).toEqual([path.resolve('/home/me', '--odd.png')]);
  });

  it('takes the addresses of files that a desktop may write', () => {
    const argv = ['app', 'file:///home/me/My%20badges/%C3%89.png', 'FILE://localhost/b.png'];
    expect(readLaunchArguments(argv, packaged).files).toEqual(['/home/me/My badges/É.png', '/b.png']);
  });

  it('J03 drops names of other machines and addresses: looking at them would already tell somebody', () => {
    const argv = [
      'app',
      '\\\\host\\share\\a.png',
      '//host/a.png',
      'backpack://import?x',
      'smb://h/a.png',
      'file://host/share/a.png',
      'file:////host/a.png',
      'file:///a%2fb.png',
      'file:///a%00.png',
      '',
    ];
    expect(readLaunchArguments(argv, packaged).files).toEqual([]);
  });

  it('names another library, in either spelling', () => {
    expect(readLaunchArguments(['app', '--library', 'lib', 'a.png'], packaged)).toEqual({
      files: [path.resolve('/home/me', 'a.png')],
      libraryFolder: path.resolve('/home/me', 'lib'),
    });
    expect(readLaunchArguments(['app', '--library=/lib'], packaged).libraryFolder).toBe(path.resolve('/lib'));
    expect(readLaunchArguments(['app', '--library'], packaged).libraryFolder).toBeNull();
    expect(readLaunchArguments(['app', '--library='], packaged).libraryFolder).toBeNull();
  });
});

describe('the command line of the next start', () => {
  it('is that of this one, with other files', () => {
    const argv = ['app', '--library', 'x', 'old.png', '--no-sandbox', '--', '-old.png'];
    const words = wordsForNextLaunch(argv, ['/new.png', '-new.png'], false);
    expect(words).toEqual(['--library', 'x', '--no-sandbox', '--', '/new.png', '-new.png']);
    expect(readLaunchArguments(['app', ...words], packaged)).toEqual({
      files: ['/new.png', path.resolve('/home/me', '-new.png')],
      libraryFolder: path.resolve('/home/me', 'x'),
    });
    expect(wordsForNextLaunch(argv, [], false)).toEqual(['--library', 'x', '--no-sandbox']);
  });

  it('keeps the folder of the app where it is not packaged', () => {
    const argv = ['electron', '-r', '/loader.js', '.', 'old.png'];
    expect(wordsForNextLaunch(argv, ['/a'], true)).toEqual(['-r', '/loader.js', '.', '--', '/a']);
  });

  it('names so many files as a command line takes', () => {
    const files = Array.from({ length: 10_000 }, (_, number) => `/home/me/${number}.png`);
    const words = wordsForNextLaunch(['app'], files, false);
    expect(words.length).toBeGreaterThan(500);
    expect(words.join(' ').length).toBeLessThan(limits.launchCharacters);
  });
});
