import { expect, it } from 'vitest';
import { badgeImageUrl, readBadgeImageUrl, thumbnailUrl } from '../../../shared/ipc/badge-image-url.ts';

const id = `${'0123456789abcdef'.repeat(4)}.2`;

it('the address of a picture is read back as its badge and its size', () => {
  expect(readBadgeImageUrl(badgeImageUrl(id))).toEqual({ badgeId: id, size: 'whole' });
  expect(readBadgeImageUrl(thumbnailUrl(badgeImageUrl(id)) ?? '')).toEqual({
    badgeId: id,
    size: 'thumbnail',
  });
});

it('a thumbnail is asked for under its own host, and no other address is touched', () => {
  expect(thumbnailUrl(badgeImageUrl(id))).toBe(`badge-img://thumbnail/${id}`);
  expect(thumbnailUrl('data:image/png;base64,AA')).toBe('data:image/png;base64,AA');
  expect(thumbnailUrl(null)).toBeNull();
});
