import { objectsOf, own, textOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { typesOf } from '../badge/terms.ts';
import type { JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import type { CheckCode } from '../text/checks.ts';
import { getText, hostOf } from './documents.ts';
import { isNeighbour } from './neighbours.ts';
import type { SchemaPort } from './ports.ts';
import type { Integrity } from './report.ts';
import type { Fact, Finding, Run } from './run.ts';

const id = 'schema.document';
const accept = 'application/schema+json, application/json;q=0.9, */*;q=0.1';

/**
 * The schemas that a credential names itself (standards 3.10; VCDM 2.0 section 4.11): a misfit is a deviation, never a
 * matter of the signature, and a schema that cannot be read says nothing. Nobody is asked for the sake of a credential that
 * nobody signed, and no site that has nothing to do with its issuer.
 */
export async function checkCredentialSchemas(
  badge: Badge,
  integrity: Integrity,
  run: Run,
): Promise<readonly Finding[]> {
  const { schemas } = run.ports;
  if (schemas === undefined || badge.source.kind === 'url' || badge.source.kind === 'sd-jwt') return [];
  if (integrity === 'altered' || integrity === 'unsigned') return [];
  const { document } = badge.source;
  const named = objectsOf(own(document, 'credentialSchema'));
  const findings: Finding[] = [];
  for (const entry of named.slice(0, limits.schemasPerBadge)) {
    findings.push(await checkOne(entry, document, badge.issuer.id, schemas, run));
  }
  if (named.length > limits.schemasPerBadge)
    findings.push({ id, outcome: 'unknown', code: 'schema/too-many' });
  return findings;
}

async function checkOne(
  entry: JsonObject,
  document: JsonObject,
  issuerId: string | null,
  schemas: SchemaPort,
  run: Run,
): Promise<Finding> {
  const types = typesOf(entry);
  if (!types.some((type) => type === '1EdTechJsonSchemaValidator2019' || type === 'JsonSchema')) {
    const facts = { type: types[0] ?? 'unnamed' };
    return { id, outcome: 'not-applicable', code: 'schema/unsupported', facts };
  }
  const url = textOf(own(entry, 'id')) ?? '';
  const host = hostOf(url);
  const mayAsk = run.ports.documents.mode === 'offline' || isNeighbour(url, issuerId);
  const answer = mayAsk ? await getText(run, url, accept) : null;
  const unknown = (code: CheckCode, fact?: Fact | null): Finding => ({
    id,
    outcome: 'unknown',
    code,
    facts: { host },
    ...(fact === undefined || fact === null ? {} : { fact }),
  });
  if (answer === null) return unknown('schema/not-asked');
  if (answer.kind === 'unavailable') return unknown('schema/unavailable', answer.fact);
  const { text, fact } = answer;
  if (text.length > limits.schemaBytes) return unknown('schema/unusable', fact);
  const judged = await schemas.judge(text, document);
  switch (judged.kind) {
    case 'fits':
      return { id, outcome: 'pass', code: 'schema/fits', facts: { host }, fact };
    case 'differs': {
      const facts = { host, place: judged.place, what: judged.what };
      return { id: 'structure.credential-schema', outcome: 'warn', code: 'schema/differs', facts, fact };
    }
    case 'unusable':
      return unknown('schema/unusable', fact);
    case 'too-long':
      return unknown('schema/too-long', fact);
  }
}
