import { describe, expect, it } from 'vitest';
import { draggedFiles } from '../../../../renderer/import/dragged-files.ts';
import { dropRemark, dropTitle, isHopelessDrag } from '../../../../renderer/import/drop-title.ts';

const file = (type: string) => ({ kind: 'file', type });

describe('what hangs over the window', () => {
  it('is nothing of ours when the drag holds no files', () => {
    expect(draggedFiles(['text/plain'], [{ kind: 'string', type: 'text/plain' }])).toBeNull();
  });

  it('is counted, and kinds that cannot hold a badge are told apart', () => {
    const dragged = draggedFiles(
      ['Files'],
      [file('image/png'), file(''), file('image/jpeg'), file('image/webp'), file('video/mp4')],
    );
    expect(dragged).toEqual({ count: 5, hopeless: 2 });
  });

  it('is an address where a link is dragged out of a browser', () => {
    const dragged = draggedFiles(['text/uri-list', 'text/html'], [{ kind: 'string', type: 'text/uri-list' }]);
    expect(dragged).toEqual({ count: null, hopeless: 0, isAddress: true });
    expect(dropTitle({ count: null, hopeless: 0, isAddress: true })).toBe(
      'Drop to fetch the badge at this address',
    );
  });

  it('has no count where the system does not say', () => {
    expect(draggedFiles(['Files'], [])).toEqual({ count: null, hopeless: 0 });
  });

  it('is never refused for a type that is not known: folders and tokens have none', () => {
    for (const type of ['', 'application/pdf', 'text/plain', 'application/ld+json', 'image/svg+xml']) {
      expect(draggedFiles(['Files'], [file(type)])?.hopeless).toBe(0);
    }
  });
});

describe('what is said about it', () => {
  it('names how many would be added', () => {
    expect(dropTitle({ count: 1, hopeless: 0 })).toBe('Drop to add 1 badge');
    expect(dropTitle({ count: 3, hopeless: 0 })).toBe('Drop to add 3 badges');
    expect(dropTitle({ count: null, hopeless: 0 })).toBe('Drop to add badges');
  });

  it('names no number where an archive is among them', () => {
    const dragged = draggedFiles(['Files'], [file('image/png'), file('application/zip'), file('image/webp')]);
    expect(dragged).toEqual({ count: 3, hopeless: 1, hasArchive: true });
    expect(dropTitle(dragged ?? { count: 0, hopeless: 0 })).toBe('Drop to add badges');
  });

  it('names the others too, and refuses visibly when there is nothing else', () => {
    expect(dropTitle({ count: 3, hopeless: 1 })).toBe('Drop to add 2 badges');
    expect(dropRemark({ count: 3, hopeless: 1 })).toMatch(/^1 other file/);
    expect(isHopelessDrag({ count: 2, hopeless: 2 })).toBe(true);
    expect(dropTitle({ count: 2, hopeless: 2 })).toBe('These files cannot hold a badge');
    expect(dropRemark({ count: 2, hopeless: 2 })).toBeNull();
  });
});
