import { CodedError } from '../../../shared/errors.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { isShown } from '../../../shared/library/presence.ts';
import { registriesOf } from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';
import type { Checking } from '../check/check.ts';
import { rejudgeBadges } from '../check/rejudge.ts';

type Answered = Extract<DocumentAnswer, { kind: 'document' }>;

/**
 * Asks a federation's registry about the issuers of the badges here, one question each (standards 4.5). Its answers are
 * kept as captures of their addresses; whether they are believed is decided when they are read. Rejects with
 * `store/not-found` for a registry that is not here or cannot be asked, and with the network's own code where not one
 * question was answered.
 */
export async function askRegistry(
  library: Checking,
  registryId: string,
  port: DocumentPort,
): Promise<{ readonly asked: number; readonly listed: number; readonly changed: number }> {
  const { core, documents, trust } = library;
  const registry = registriesOf(core.state).find(({ id }) => id === registryId);
  if (registry?.url == null || registry.format !== 'openid-federation')
    throw new CodedError('store/not-found');
  const issuers = issuersHere(library);
  const { url } = registry;
  const answers: Answered[] = [];
  let failure: Extract<DocumentAnswer, { kind: 'unavailable' }> | null = null;
  for (const issuer of issuers) {
    const answer = await port.get({
      url: `${url}?sub=${encodeURIComponent(issuer)}`,
      accept: 'application/entity-statement+jwt',
      maxBytes: limits.statementBytes,
    });
    if (answer.kind === 'unavailable') failure = answer;
    else if (answer.status === 200 || answer.status === 404) answers.push(answer);
  }
  if (answers.length === 0 && failure !== null) throw new CodedError(failure.code);
  await core.commit(async () => {
    const objects = answers.map(({ sha256, bytes }) => ({ sha256, bytes, extension: 'bin' }));
    await documents.putAll([...new Map(objects.map((object) => [object.sha256, object])).values()]);
    const changes = answers.map(captureOf);
    return { records: changes.length === 0 ? [] : [{ action: null, changes }], value: undefined };
  });
  const listedNow = await trust.listedIssuers(core.state);
  const { changed } = await rejudgeBadges(library, issuers);
  return { asked: issuers.length, listed: issuers.filter((id) => listedNow.has(id)).length, changed };
}

/** The issuers that are DIDs: nobody else is in a registry of keys. */
function issuersHere({ core }: Checking): readonly string[] {
  const issuers = new Set<string>();
  for (const entry of core.state.badges.values()) {
    const id = isShown(entry) ? entry.facts.value.issuerId : '';
    if (id.startsWith('did:')) issuers.add(id);
  }
  return [...issuers].slice(0, limits.registryLookups);
}

function captureOf({ url, finalUrl, status, contentType, sha256, bytes, fetchedAt }: Answered): Change {
  return {
    kind: 'document.captured',
    document: { url, finalUrl, status, contentType, sha256, sizeBytes: bytes.length, fetchedAt },
  };
}
