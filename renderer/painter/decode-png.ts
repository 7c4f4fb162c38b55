import { pngArea } from '../../shared/image/png-area.ts';
import { pngHasChunk } from '../../shared/image/png-has-chunk.ts';
import { limits } from '../../shared/limits.ts';

/**
 * A PNG from its bytes, whole and beside this thread: several are at work at once, so none of them may be large. A blob of
 * them would go to another process and back first. Takes the bytes; rejects for what is no such picture.
 */
export async function decodePng(data: Uint8Array<ArrayBuffer>): Promise<VideoFrame> {
  const area = pngArea(data);
  // Turned as its eXIf says or not: it is drawn the way that an `<img>` shows it.
  const mayBeTurned = pngHasChunk(data, 'eXIf');
  if (area === null || area > limits.besidePixels || mayBeTurned)
    throw new TypeError('not to be decoded beside others');
  const decoder = new ImageDecoder({ data, type: 'image/png', transfer: [data.buffer] });
  try {
    return (await decoder.decode()).image;
  } finally {
    decoder.close();
  }
}
