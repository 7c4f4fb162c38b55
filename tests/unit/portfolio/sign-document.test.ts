import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { codeOf } from '../../../shared/errors.ts';
import { type ProofWish, signedText } from '../../../shared/portfolio/sign-document.ts';
import { holderKey } from '../../factories/holder.ts';
import { check } from '../../factories/ports.ts';

const key = holderKey();
const wish: ProofWish = {
  purpose: 'authentication',
  created: '2026-11-22T00:00:00Z',
  challenge: '',
  domain: '',
};
const sign = (text: string, change: Partial<ProofWish> = {}) =>
  signedText(text, key, { ...wish, ...change }, nodeCrypto);
const context = 'https://www.w3.org/ns/credentials/v2';
const presentation = `{ "@context": ["${context}"],\n\t"type": ["VerifiablePresentation"], "holder": "${key.did}",
  "verifiableCredential": [], "number": 1.0, "text": "\\u00e9}" }\n`;

describe('a document that is signed', () => {
  it('keeps every byte of its text, and has its proof at its end', async () => {
    const signed = await sign(presentation);
    const start = presentation.slice(0, presentation.lastIndexOf('}'));
    expect(signed.startsWith(start)).toBe(true);
    expect(signed.slice(start.length)).toMatch(
      /^,\n"proof":\{.*"proofValue":"z[1-9A-HJ-NP-Za-km-z]{80,90}"\}\}\n$/,
    );
    expect((await check(signed)).report.integrity.value).toBe('intact');
  });

  it('has the same proof in whatever spelling, since it signs what the text says', async () => {
    const other = JSON.stringify(JSON.parse(presentation), null, 4);
    const proofs = [await sign(presentation), await sign(other)].map(
      (text) => JSON.parse(text).proof.proofValue,
    );
    expect(proofs[0]).toBe(proofs[1]);
  });

  it('says nothing of a challenge and a site that nobody gave', async () => {
    expect(Object.keys(JSON.parse(await sign(presentation)).proof)).not.toEqual(
      expect.arrayContaining(['challenge']),
    );
    const { proof } = JSON.parse(await sign(presentation, { challenge: 'c', domain: 'd' }));
    expect(proof).toMatchObject({ challenge: 'c', domain: 'd', proofPurpose: 'authentication' });
  });

  it('repeats its vocabularies in the proof only where each is an address', async () => {
    expect(JSON.parse(await sign(presentation)).proof['@context']).toEqual([context]);
    const inline = presentation.replace(`["${context}"]`, `["${context}", {"number": "urn:x:number"}]`);
    const signed = await sign(inline);
    expect(JSON.parse(signed).proof['@context']).toBeUndefined();
    expect((await check(signed)).report.integrity.value).toBe('intact');
    const swapped = signed.replace('urn:x:number', 'urn:x:other');
    expect((await check(swapped)).report.integrity.value).toBe('altered');
  });

  it.each([
    ['half a character', presentation.replace('\\u00e9', '\\ud800'), 'badge/bad-text'],
    ['a number beyond all numbers', presentation.replace('1.0', '1e400'), 'export/not-signable'],
    ['a list', '[]', 'export/not-signable'],
    ['a member twice', presentation.replace('"number"', '"text"'), 'badge/duplicate-key'],
    ['no JSON', '{', 'badge/bad-json'],
  ])('B18 is refused with %s', async (_, text, code) => {
    expect(await sign(text).catch(codeOf)).toBe(code);
  });
});
