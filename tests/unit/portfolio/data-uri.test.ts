import { describe, expect, it } from 'vitest';
import { base64Pieces, bytesOfDataUri } from '../../../shared/portfolio/data-uri.ts';

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 255);

describe('base64Pieces', () => {
  it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_001])('joins to the base64 of %i bytes', (length) => {
    const bytes = bytesOf(length);
    expect([...base64Pieces(bytes)].join('')).toBe(Buffer.from(bytes).toString('base64'));
  });
});

describe('bytesOfDataUri', () => {
  it('reads base64 and percent-encoded data', () => {
    expect(bytesOfDataUri('data:image/png;base64,AAEC')).toEqual(Uint8Array.of(0, 1, 2));
    expect(bytesOfDataUri('data:image/svg+xml,%3Csvg%2F%3E')).toEqual(new TextEncoder().encode('<svg/>'));
    expect(bytesOfDataUri('DATA:image/svg+xml;charset=utf-8;BASE64,AAEC')).toEqual(Uint8Array.of(0, 1, 2));
  });

  it.each([
    '',
    'https://example.org/a.png',
    'data:image/png;base64',
    'data:image/png;base64,***',
    'data:,%zz',
  ])('answers null for %j', (uri) => {
    expect(bytesOfDataUri(uri)).toBeNull();
  });
});
