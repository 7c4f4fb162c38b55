import type { Badge } from '../badge/model.ts';
import { typesOf } from '../badge/terms.ts';
import { hasCanonicalJson } from '../verify/canonical-json.ts';
import type { JsonShape } from './export-formats.ts';

/**
 * A badge as it may stand among the credentials of an export: its own text, or a token in an envelope (VCDM 2.0, section
 * 4.13). null: it may not, and comes along as a file alone. A badge from before verifiable credentials and a presentation
 * are none. What somebody signs vouches for each credential in it that has no proof of its own, and must have a canonical
 * form (RFC 8785); a learner record holds no envelopes (CLR 2.0, ClrSubject: verifiableCredential).
 */
export function presentable({ version, source, object, form }: Badge, shape: JsonShape): string | null {
  if (object === 'pointer' || !verifiable.has(version)) return null;
  if (source.kind === 'json') {
    if (typesOf(source.document).includes('VerifiablePresentation')) return null;
    if (shape !== 'plain' && (form === 'none' || !hasCanonicalJson(source.document))) return null;
    return source.text.replace(/^\ufeff/, '').trim();
  }
  if (source.kind !== 'jws' || shape === 'clr') return null;
  return JSON.stringify({
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:application/vc+jwt,${source.text}`,
    type: 'EnvelopedVerifiableCredential',
  });
}

const verifiable: ReadonlySet<Badge['version']> = new Set(['3.0', 'clr-2.0', 'vc-1.1', 'vc-2.0']);
