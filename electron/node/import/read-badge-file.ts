import { readFile } from '../../../shared/badge/read-file.ts';
import { readText } from '../../../shared/badge/read-plain.ts';
import type { Reading } from '../../../shared/badge/reading.ts';
import { CodedError, codeOf, type ErrorCode } from '../../../shared/errors.ts';
import { detectKind } from '../../../shared/image/detect.ts';

/**
 * `readFile`, and where a picture has no badge data, the QR code that is to be seen in it: a credential is read, an address
 * is told as `link/in-code`. The code's reader is loaded when it is first needed.
 */
export async function readBadgeFile(bytes: Uint8Array, fileName: string): Promise<Reading> {
  try {
    return readFile(bytes, fileName);
  } catch (error) {
    if (!withoutBadge.includes(codeOf(error))) throw error;
    const mediaType = mediaTypes[detectKind(bytes)];
    if (mediaType === undefined) throw error;
    const { codeInPicture } = await import('./code-in-picture.ts');
    const text = codeInPicture(bytes, mediaType);
    if (text === null) throw error;
    return readingOfCode(text.trim(), mediaType, error);
  }
}

const withoutBadge: readonly ErrorCode[] = ['image/no-badge', 'image/strips-badges', 'input/name-mismatch'];

const mediaTypes: Readonly<Record<string, 'image/png' | 'image/jpeg'>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
};

function readingOfCode(text: string, mediaType: string, refusal: unknown): Reading {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) {
    throw new CodedError('link/in-code', { host: new URL(text).host, url: text });
  }
  if (text.startsWith('VP1-')) throw new CodedError('input/unsupported-kind', { kind: 'VP QR code' });
  try {
    return { ...readText(text), container: 'code', mediaType };
  } catch (error) {
    // Most codes on pictures are about something else: then the picture has no badge, and that is what helps.
    throw codeOf(error) === 'badge/not-a-badge' ? refusal : error;
  }
}
