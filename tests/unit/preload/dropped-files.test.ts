import { beforeEach, describe, expect, it, vi } from 'vitest';

const getPathForFile = vi.hoisted(() => vi.fn((_file: File): string => ''));
vi.mock('electron', () => ({ webUtils: { getPathForFile } }));

import { readDroppedFile, readDroppedFiles } from '../../../electron/preload/dropped-files.ts';
import { dropLimits } from '../../../shared/ipc/drop-limits.ts';

describe('what the preload hands to main of a drop', () => {
  beforeEach(() => {
    getPathForFile.mockReset().mockReturnValue('');
  });

  it('a file on disk goes by its path alone: not a byte of it is read', async () => {
    getPathForFile.mockReturnValue('/home/me/a.png');
    const file = new File(['badge'], 'a.png');
    const read = vi.spyOn(file, 'arrayBuffer');
    expect(await readDroppedFile(file)).toEqual({ kind: 'path', path: '/home/me/a.png' });
    expect(read).not.toHaveBeenCalled();
  });

  it('a file that lies nowhere (out of a browser, pasted) goes by its bytes', async () => {
    const bytes = new TextEncoder().encode('badge');
    expect(await readDroppedFile(new File([bytes], 'a.png'))).toEqual({
      kind: 'bytes',
      name: 'a.png',
      bytes,
    });
  });

  it('one that is too large is refused before it is read, one that cannot be read by its name, which is cut', async () => {
    const large = new File([], `${'x'.repeat(dropLimits.nameCharacters)}.png`);
    Object.defineProperty(large, 'size', { value: dropLimits.fileBytes + 1 });
    const read = vi.spyOn(large, 'arrayBuffer');
    const name = 'x'.repeat(dropLimits.nameCharacters);
    expect(await readDroppedFile(large)).toEqual({ kind: 'refused', name, code: 'input/too-large' });
    expect(read).not.toHaveBeenCalled();
    const gone = new File(['badge'], 'gone.png');
    vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
    expect(await readDroppedFile(gone)).toEqual({
      kind: 'refused',
      name: 'gone.png',
      code: 'input/unreadable',
    });
  });

  it('J09 J12 what is no file is refused, whatever a page makes it look like, and no path is asked for it', async () => {
    // A page may pass anything.
    for (const odd of [null, '/etc/passwd', { path: '/etc/passwd', name: 'a.png' }, ['/etc/passwd']])
      expect(await readDroppedFile(odd as unknown as File)).toEqual({
        kind: 'refused',
        name: '',
        code: 'input/unreadable',
      });
    expect(getPathForFile).not.toHaveBeenCalled();
    for (const odd of [null, '/etc/passwd', { length: 1, 0: '/etc/passwd' }])
      expect(await readDroppedFiles(odd as unknown as File[])).toEqual([]);
  });

  it('of more than main takes, one is passed on, so that main says so, and no more are looked at', async () => {
    getPathForFile.mockReturnValue('/a');
    const files = Array.from({ length: dropLimits.files + 50 }, () => new File([], 'a'));
    expect(await readDroppedFiles(files)).toHaveLength(dropLimits.files + 1);
    expect(getPathForFile).toHaveBeenCalledTimes(dropLimits.files + 1);
  });
});
