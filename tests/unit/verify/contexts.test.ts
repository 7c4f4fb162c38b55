import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { hexText, utf8Bytes } from '../../../shared/bytes.ts';
import { canonicalJson } from '../../../shared/verify/canonical-json.ts';
import { contextTexts, contextVariants } from '../../../shared/verify/contexts.generated.ts';
import { bundledContext, contextsOfDocument } from '../../../shared/verify/contexts.ts';

describe('the bundled contexts', () => {
  it('each text is canonical and has the hash that it is pinned under', () => {
    expect(contextTexts.size).toBeGreaterThan(20);
    for (const [sha256, text] of contextTexts) {
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(hexText(nodeCrypto.digest('sha256', utf8Bytes(text)))).toBe(sha256);
    }
  });

  it('each URL leads to a text that is there', () => {
    for (const [url, variants] of contextVariants) {
      expect(variants.length, url).toBeGreaterThan(0);
      for (const sha256 of variants) expect(contextTexts.has(sha256), url).toBe(true);
    }
  });

  it.each([
    [
      'https://www.w3.org/ns/credentials/v2',
      'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
    ],
    [
      'https://www.w3.org/2018/credentials/v1',
      'b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247',
    ],
    [
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
    ],
  ])('%s is pinned', (url, sha256) => {
    expect(contextVariants.get(url)?.[0]).toBe(sha256);
  });

  it('a text is the last one known for every variant beyond', () => {
    const url = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
    expect(bundledContext(url, 5)).toEqual(bundledContext(url, 1));
    expect(bundledContext(url, 0)).not.toEqual(bundledContext(url, 1));
    expect(bundledContext('https://attacker.example/', 0)).toBeNull();
  });
});

describe('contextsOfDocument', () => {
  const v2 = 'https://www.w3.org/ns/credentials/v2';

  it('lets a credential inside name its own', () => {
    const inner = { '@context': [v2], type: ['VerifiableCredential'] };
    expect(contextsOfDocument({ '@context': [v2], verifiableCredential: [inner] }).kind).toBe('known');
  });

  it('calls one that stands anywhere else inline', () => {
    expect(contextsOfDocument({ '@context': [v2], evidence: [{ '@context': v2 }] }).kind).toBe('inline');
    expect(contextsOfDocument({ '@context': [v2, { name: 'x:y' }] }).kind).toBe('inline');
  });

  it('names the one that is not known', () => {
    expect(contextsOfDocument({ '@context': [v2, 'x:y'] })).toEqual({ kind: 'unknown', url: 'x:y' });
  });
});
