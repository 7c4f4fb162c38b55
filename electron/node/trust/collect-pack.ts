import type { PackIssuerView } from '../../../shared/ipc/trust-views.ts';
import type { PackDocument } from '../../../shared/trust/pack.ts';
import { hostOfIssuer } from '../../../shared/verify/issuer-host.ts';
import type { Checking } from '../check/check.ts';
import { type Captured, collectByIssuer, collectOfHosts } from './collect-by-issuer.ts';

/** What a trust pack is made of. */
export interface Collected {
  readonly documents: readonly PackDocument[];
  /** Ids of the issuers, and their names as badges give them. */
  readonly issuers: readonly { readonly id: string; readonly name: string }[];
}

/** What goes into a pack about these issuers, by their ids or hosts; none: about all of them. */
export async function collectPack(library: Checking, wanted: readonly string[]): Promise<Collected> {
  const names = new Set(wanted);
  const isWanted = (id: string) => names.size === 0 || names.has(id) || names.has(hostOfIssuer(id) ?? '');
  const issuers = await collectByIssuer(library, isWanted);
  const documents = new Map(issuers.flatMap((issuer) => [...issuer.documents]));
  // An issuer of no badge that is here may be named too, by its host.
  await collectOfHosts(library, new Set(wanted.map((name) => hostOfIssuer(name) ?? name)), documents);
  return {
    documents: [...documents.values()].map(packDocument).toSorted((a, b) => (a.url < b.url ? -1 : 1)),
    issuers: issuers.map(({ id, name }) => ({ id, name })),
  };
}

/** Whom a pack can be about, by name; those of whom nothing was captured too. */
export async function packIssuers(
  library: Checking,
  signal?: AbortSignal,
): Promise<readonly PackIssuerView[]> {
  const issuers = await collectByIssuer(library, () => true, signal);
  return issuers
    .map(({ id, name, badges, documents }): PackIssuerView => {
      const dates = [...documents.values()].map(({ fetchedAt }) => fetchedAt).toSorted();
      const newest = dates.at(-1) ?? null;
      return { id, name, badges, documents: documents.size, newest };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Without what only its server needs: an ETag may say who asked. */
function packDocument(document: Captured): PackDocument {
  const { url, finalUrl, status, contentType, sha256, fetchedAt, bytes, maxAgeSeconds } = document;
  return {
    url,
    finalUrl,
    status,
    contentType,
    sha256,
    sizeBytes: bytes.length,
    fetchedAt: new Date(fetchedAt).toISOString(),
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
    bytes,
  };
}
