import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaunchArguments } from '../../../electron/main/launch-arguments.ts';

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
