import { listOf, objectsOf, textOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { contextsOf, term } from '../badge/terms.ts';
import type { JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import type { CheckCode } from '../text/checks.ts';
import { getJson, getText, hostOf } from './documents.ts';
import { extensionsIn, nameOfExtension, shortName } from './extensions.ts';
import { isOfStandards } from './neighbours.ts';
import type { SchemaPort } from './ports.ts';
import type { Integrity } from './report.ts';
import type { Fact, Finding, Run } from './run.ts';

const id = 'extension.schema';

/**
 * The schemas of the extensions of an Open Badge up to 2.x: the vocabulary that an extension names says which schema its
 * class keeps (Open Badges 2.0, "Extensions", `validatesType` and `validationSchema`). A misfit is a deviation, and what
 * cannot be read says nothing. Read is what was captured; with a network none but the standards' own sites are asked, and
 * only for the sake of a badge that holds (threat I10).
 */
export async function checkExtensionSchemas(
  badge: Badge,
  integrity: Integrity,
  run: Run,
): Promise<readonly Finding[]> {
  const { schemas } = run.ports;
  if (schemas === undefined || badge.source.kind === 'url' || !legacyVersions.has(badge.version)) return [];
  if (integrity === 'altered' || integrity === 'unsigned') return [];
  const named = extensionsIn(badge.source.document).filter((extension) => contextsOf(extension).length > 0);
  const findings: Finding[] = [];
  for (const extension of named.slice(0, limits.schemasPerBadge)) {
    const finding = await checkOne(extension, schemas, run);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

const legacyVersions: ReadonlySet<string> = new Set(['0.5', '1.0', '1.1', '2.x']);

async function checkOne(extension: JsonObject, schemas: SchemaPort, run: Run): Promise<Finding | null> {
  const what = nameOfExtension(extension);
  const url = await schemaUrlOf(extension, what, run);
  if (url === null) return null;
  const host = hostOf(url);
  const unknown = (code: CheckCode, fact: Fact | null): Finding => ({
    id,
    outcome: 'unknown',
    code,
    facts: { what, host },
    ...(fact === null ? {} : { fact }),
  });
  if (!mayAsk(url, run)) return unknown('extension/schema-unavailable', null);
  const answer = await getText(run, url, 'application/schema+json, application/json;q=0.9, */*;q=0.1');
  if (answer.kind === 'unavailable') return unknown('extension/schema-unavailable', answer.fact);
  const { text, fact } = answer;
  if (text.length > limits.schemaBytes) return unknown('extension/schema-unusable', fact);
  const judged = await schemas.judge(text, extension);
  switch (judged.kind) {
    case 'fits':
      return { id, outcome: 'pass', code: 'extension/fits', facts: { what, host }, fact };
    case 'differs': {
      const facts = { what, host, place: judged.place, how: judged.what };
      return { id: 'structure.extension-schema', outcome: 'warn', code: 'extension/differs', facts, fact };
    }
    case 'unusable':
    case 'too-long':
      return unknown('extension/schema-unusable', fact);
  }
}

/** What the first vocabulary at hand of an extension names as the schema of its class. */
async function schemaUrlOf(extension: JsonObject, name: string, run: Run): Promise<string | null> {
  for (const url of contextsOf(extension).slice(0, limits.schemasPerBadge)) {
    if (!mayAsk(url, run)) continue;
    const answer = await getJson(run, url);
    if (answer.kind === 'unavailable') continue;
    const rule = objectsOf(term(answer.value, 'validation')).find((entry) =>
      listOf(term(entry, 'validatesType')).some(
        (type) => typeof type === 'string' && shortName(type) === name,
      ),
    );
    const schema = rule === undefined ? null : textOf(term(rule, 'validationSchema'));
    if (schema !== null && URL.canParse(schema, url)) return new URL(schema, url).href;
  }
  return null;
}

function mayAsk(url: string, run: Run): boolean {
  return run.ports.documents.mode === 'offline' || isOfStandards(url);
}
