import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contextsV2 } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { iTXt, pngWith } from '../factories/png.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { type AddressOf, urlRiddenAssertion, urlRiddenCredential } from '../factories/url-ridden.ts';
import { testIssuer } from './signed-badge.ts';

/**
 * Writes badges that name as many addresses as they can, by name and by number, into a folder: JSON, tokens, PNG, an SVG
 * that loads from elsewhere, and a bare URL. Whoever follows any of them sends a packet.
 */
export async function writeUrlRiddenFiles(folder: string, addresses: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const key = ed25519Key(5);
  for (const [at, host] of ['school.example.org', ...addresses].entries()) {
    const address: AddressOf = (property) => `https://${host}/${encodeURIComponent(property)}`;
    const put = (name: string, content: string | Uint8Array) =>
      writeFile(path.join(folder, `${at}-${name}`), content);
    const status = { id: address('status'), type: '1EdTechRevocationList' };
    const signed = { ...urlRiddenCredential(address, key.did), credentialStatus: status };
    const school = await testIssuer('did:web', host === 'school.example.org' ? host : 'other.example.org');
    const more = {
      ...urlRiddenCredential(address, school.id),
      '@context': [...contextsV2, address('@context')],
    };
    const assertion = JSON.stringify(urlRiddenAssertion(address));
    await Promise.all([
      put('signed.json', JSON.stringify(await signDataIntegrity(signed, key, { lenient: true }))),
      put('token.jwt', await school.sign(more)),
      put('hosted.json', assertion),
      put('hosted.png', pngWith([iTXt('openbadges', assertion)])),
      put('address.png', pngWith([iTXt('openbadges', address('bare'))])),
      put('address.txt', address('bare')),
      put('loading.svg', svgThatLoads(address, assertion)),
    ]);
  }
}

function svgThatLoads(address: AddressOf, assertion: string): string {
  return `<?xml version="1.0"?><?xml-stylesheet href="${address('stylesheet')}"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:openbadges="http://openbadges.org" width="9" height="9">
<openbadges:assertion verify="${address('verify')}"><![CDATA[${assertion}]]></openbadges:assertion>
<style>@import url(${address('import')}); rect { fill: url(${address('fill')}#x) }</style>
<image xlink:href="${address('image')}" width="9" height="9"/><use href="${address('use')}#x"/>
<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${address('foreign')}"/></foreignObject>
<script href="${address('script')}"/><rect width="9" height="9"/></svg>`;
}
