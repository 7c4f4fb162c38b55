import { randomUUID } from 'node:crypto';
import type { Badge } from '../../../shared/badge/model.ts';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { recordPieces } from '../../../shared/portfolio/learner-record.ts';
import { type PagePiece, textPieces } from '../../../shared/portfolio/page-pieces.ts';
import { presentationPieces } from '../../../shared/portfolio/presentation.ts';
import { signedText } from '../../../shared/portfolio/sign-document.ts';
import { nodeCrypto } from '../crypto.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import type { Exporting, SigningWish } from './exporting.ts';

/**
 * The JSON of an export with its holder's proof: a presentation, or a learner record. Rejects with `signing/no-key` and
 * what the keyring rejects with, `export/too-large-to-sign`, `export/clr-needs-credentials`, `export/not-signable`.
 */
export async function signedJson(
  { services, page, loadOriginal, nowMs, signal }: Exporting,
  badges: readonly Badge[],
  { shape, challenge, domain }: SigningWish,
): Promise<string> {
  if (services.holderKey === undefined) throw new CodedError('signing/no-key');
  const key = await services.holderKey();
  // The day, not the second: when exactly somebody was at their computer is nobody's business.
  const day = `${new Date(nowMs).toISOString().slice(0, 10)}T00:00:00Z`;
  const pieces =
    shape === 'clr'
      ? recordPieces(page, badges, loadOriginal, {
          holder: key.did,
          id: `urn:uuid:${randomUUID()}`,
          validFrom: day,
        })
      : presentationPieces(page, badges, loadOriginal, key.did);
  const text = await wholeText(pieces, signal);
  const purpose = shape === 'clr' ? 'assertionMethod' : 'authentication';
  return await signedText(text, key, { purpose, created: day, challenge, domain }, nodeCrypto);
}

async function wholeText(pieces: AsyncIterable<PagePiece>, signal: AbortSignal | undefined): Promise<string> {
  const limitBytes = limits.signedExportBytes;
  const texts: string[] = [];
  let length = proofBytes;
  for await (const piece of textPieces(pieces)) {
    stopWhenCancelled(signal);
    length += Buffer.byteLength(piece);
    if (length > limitBytes) throw new CodedError('export/too-large-to-sign', { limitBytes });
    texts.push(piece);
  }
  return texts.join('');
}

/** Room for the proof: its words, a challenge and a domain of their greatest length, every character escaped. */
const proofBytes = 8_192;
